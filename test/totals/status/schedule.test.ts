import { describe, expect, it } from 'vitest';
import { type Appointment, schedule } from '../../../src/totals/status/schedule.ts';
import { campaignOf } from '../given.ts';

/** The days and the text of one stage that is dated so. */
function datedIn(year: number, given: object): Pick<Appointment, 'from' | 'until' | 'text'> {
  const [stage] = schedule(campaignOf({ year, stages: [{ name: '发放', ...given }] }));
  if (!stage) throw new Error('no stage');
  const { from, until, text } = stage;
  return { from, until, text };
}

describe('the days of a stage', () => {
  it.each<[object, number, string | null, string | null, string]>([
    [{ until: '春节前' }, 2017, null, '2017-01-27', '春节前'],
    [{ when: '12月下旬' }, 2024, '2023-12-21', '2023-12-31', '12月下旬'],
    [{ until: '2016年12月底前' }, 2017, null, '2016-12-31', '2016年12月底前'],
    [{ when: '1月中上旬' }, 2017, '2017-01-01', '2017-01-20', '1月中上旬'],
    [{ when: '2017年1月中上旬' }, 2017, '2017-01-01', '2017-01-20', '2017年1月中上旬'],
    [{ when: '2024年2月底' }, 2024, '2024-02-21', '2024-02-29', '2024年2月底'],
    [{ until: '2017-02-09' }, 2017, null, '2017-02-09', '2017-02-09'],
    [{ from: '2017-01-05' }, 2017, '2017-01-05', null, '2017-01-05起'],
    [{ from: '12月下旬' }, 2024, '2023-12-21', null, '12月下旬起'],
    [{ until: '12月下旬' }, 2024, null, '2023-12-31', '12月下旬'],
    [{ from: '12月下旬', until: '1月20日' }, 2024, '2023-12-21', '2024-01-20', '12月下旬起 1月20日'],
    [{ when: '2023年12月下旬至2024年1月20日' }, 2024, '2023-12-21', '2024-01-20', '2023年12月下旬至2024年1月20日'],
    [{ when: '2017年1月', until: '春节前' }, 2017, '2017-01-01', '2017-01-27', '2017年1月 春节前'],
    [{ when: '2017年1月', from: '2017-01-05' }, 2017, '2017-01-05', '2017-01-31', '2017年1月 2017-01-05起'],
    [{}, 2017, null, null, ''],
  ])('%j in the season of %i', (given, year, from, until, text) => {
    expect(datedIn(year, given)).toEqual({ from, until, text });
  });

  it('may be known without a year where the file says all', () => {
    const campaign = campaignOf({ stages: [{ name: '发放', when: '2017年1月' }] });
    expect(campaign.year).toBeNull();
    expect(schedule(campaign)[0]).toMatchObject({ from: '2017-01-01', until: '2017-01-31' });
  });
});

it('lists stages, their tasks after each, then deadlines', () => {
  const appointments = schedule(
    campaignOf({
      issued: '2016-12-28',
      stages: [
        {
          name: '全面启动',
          when: '2017年1月中上旬',
          kind: ['payout', '走访慰问'],
          binding: '原则上',
          source: '二、第二阶段',
          note: '集中',
          tasks: [
            { name: '走访', on: '2017-01-20', owner: ['区领导', '民政局'], kind: 'visit', binding: '必须' },
            { name: '动员' },
          ],
        },
        { name: '总结', until: '2017年2月9日前' },
      ],
      deadlines: [
        { name: '款物到位', until: '春节前', kind: 'payout', binding: 'hard', source: '二', note: '不得拖延' },
      ],
    }),
  );
  const nothing = { kinds: [], binding: null, owners: [], source: null, note: null };
  expect(appointments).toEqual([
    {
      what: 'stage',
      name: '全面启动',
      from: '2017-01-01',
      until: '2017-01-20',
      text: '2017年1月中上旬',
      kinds: ['payout', 'visit'],
      binding: 'soft',
      owners: [],
      source: '二、第二阶段',
      note: '集中',
      at: ['stages', 0],
    },
    {
      ...nothing,
      what: 'task',
      name: '走访',
      from: '2017-01-20',
      until: '2017-01-20',
      text: '2017-01-20',
      kinds: ['visit'],
      binding: 'hard',
      owners: ['区领导', '民政局'],
      at: ['stages', 0, 'tasks', 0],
    },
    {
      ...nothing,
      what: 'task',
      name: '动员',
      from: null,
      until: null,
      text: '',
      at: ['stages', 0, 'tasks', 1],
    },
    {
      ...nothing,
      what: 'stage',
      name: '总结',
      from: null,
      until: '2017-02-09',
      text: '2017年2月9日前',
      at: ['stages', 1],
    },
    {
      what: 'deadline',
      name: '款物到位',
      from: null,
      until: '2017-01-27',
      text: '春节前',
      kinds: ['payout'],
      binding: 'hard',
      owners: [],
      source: '二',
      note: '不得拖延',
      at: ['deadlines', 0],
    },
  ]);
});

it('has nothing to say of a campaign without dates', () => {
  expect(schedule(campaignOf({}))).toEqual([]);
});
