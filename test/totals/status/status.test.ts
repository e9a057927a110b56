import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { resolveIdentities } from '../../../src/identity/resolve.ts';
import { budgetOf } from '../../../src/totals/budget/budget.ts';
import { listedTotals } from '../../../src/totals/lists/listed.ts';
import { shareListed } from '../../../src/totals/status/progress.ts';
import { type Status, statusOf } from '../../../src/totals/status/status.ts';
import { inputOf, saved, withLists } from '../../engine/reading.ts';
import { campaignOf } from '../given.ts';

const cash = (id: string, name: string, others: object) => ({ id, name, form: 'cash', ...others });
const PAYOUTS = { name: '全部发放到位', until: '2024-02-06', kind: 'payout' };
const GIVEN = {
  year: 2024,
  stages: [{ name: '发放', when: '2024年1月', kind: 'payout' }],
  deadlines: [PAYOUTS, { name: '总结', until: '2024-02-06', kind: 'report' }],
  departments: [
    { name: '民政局', measures: [cash('a', '甲', { amount: '1000元', reach: '2人' })] },
    { name: '残联', measures: [cash('b', '乙', { reach: '4人' }), cash('c', '丙', { amount: '300元', reach: '1户' })] },
    { name: '财政局' },
    { name: '文化局', measures: [{ id: 'd', name: '演出', form: 'service', reach: '9人次' }] },
    { name: '妇联', measures: [cash('e', '戊', { amount: '500元', counts: false })] },
  ],
};

const LIST = `姓名,身份证号,部门,项目,金额,发放日期
王秀英,990000194501010019,民政局,甲,873,2024-02-06
李强,990000194501010027,民政局,甲,,2024-02-07
赵云,,民政局,甲,0.5,
孙红,,残联,乙,100,
`;

async function statusAt(asOf: string, campaign: Campaign, list?: string): Promise<Status> {
  const budget = budgetOf(campaign);
  if (list === undefined) return statusOf(budget, asOf, null);
  return withLists(
    [inputOf(saved(list))],
    async (lists) => {
      const resolved = await resolveIdentities(lists, { certain: true });
      return statusOf(budget, asOf, { lists, totals: await listedTotals(resolved) });
    },
    { campaign },
  );
}

const statesOf = ({ standings }: Status) => standings.map(({ name, state }) => [name, state]);

describe('what is due next', () => {
  it('is the nearest last day that is not past, today included, deadlines first', async () => {
    const next = async (asOf: string) => {
      const found = (await statusAt(asOf, campaignOf(GIVEN))).next;
      return found && [found.until, found.days, found.ends.map(({ name }) => name)];
    };
    expect(await next('2024-01-01')).toEqual(['2024-01-31', 30, ['发放']]);
    expect(await next('2024-01-31')).toEqual(['2024-01-31', 0, ['发放']]);
    expect(await next('2024-02-01')).toEqual(['2024-02-06', 5, ['全部发放到位', '总结']]);
    expect(await next('2024-02-07')).toBeNull();
  });
});

describe('a deadline that is past', () => {
  it('says nothing of the work where no lists were read', async () => {
    const status = await statusAt('2024-03-01', campaignOf(GIVEN));
    expect([status.overdue, status.progress]).toEqual([null, null]);
    expect(statesOf(status)).toEqual([
      ['发放', 'over'],
      ['全部发放到位', 'over'],
      ['总结', 'over'],
    ]);
  });

  it('is overdue where payouts are late, and only the deadline that binds them', async () => {
    const status = await statusAt('2024-02-07', campaignOf(GIVEN), LIST);
    expect(status.overdue).toMatchObject({ severity: 'error', late: 1, missing: [] });
    expect(statesOf(status)).toEqual([
      ['发放', 'over'],
      ['全部发放到位', 'overdue'],
      ['总结', 'over'],
    ]);
  });

  it('is not overdue on its last day', async () => {
    expect((await statusAt('2024-02-06', campaignOf(GIVEN), LIST)).overdue).toBeNull();
  });

  it('is overdue where a department is on no list, and a warning where it is to be kept in principle', async () => {
    const early = '姓名,部门,项目,金额,发放日期\n王秀英,民政局,甲,873,2024-01-02\n';
    const soft = campaignOf({ ...GIVEN, deadlines: [{ ...PAYOUTS, binding: '原则上' }] });
    const { overdue } = await statusAt('2024-02-07', soft, early);
    expect(overdue).toMatchObject({ severity: 'warning', late: 0, missing: ['残联'] });
  });

  it('stays a date where everybody is on a list and nobody late', async () => {
    const all = '姓名,部门,项目,金额,发放日期\n王秀英,民政局,甲,873,2024-01-02\n孙红,残联,乙,1,2024-01-02\n';
    expect((await statusAt('2024-03-01', campaignOf(GIVEN), all)).overdue).toBeNull();
  });
});

describe('the progress of departments', () => {
  it('sets what is listed against the plan; unknown is never 0', async () => {
    const { progress } = await statusAt('2024-02-07', campaignOf(GIVEN), `${LIST}周文,,工商联,,7,2024-02-08\n`);
    const said = progress?.departments.map((each) => [
      each.name,
      each.planned && [each.planned.count, each.planned.amount],
      each.listed && [each.listed.payouts, each.listed.amount],
      each.late,
      shareListed(each)?.percent ?? null,
    ]);
    expect(said).toEqual([
      ['民政局', [2n, 100_000n], [3, 87_350n], { payouts: 1, undated: 1 }, '87.4%'],
      ['残联', [5n, 30_000n], [1, 10_000n], { payouts: null, undated: 1 }, '20.0%'],
      ['工商联', null, [1, 700n], { payouts: 1, undated: 0 }, null],
    ]);
    expect(progress?.total.late).toEqual({ payouts: 2, undated: 2 });
  });

  it('names whom the campaign has give cash or goods, and no list has', async () => {
    const { progress } = await statusAt('2024-01-07', campaignOf(GIVEN), '姓名,部门,金额\n王秀英,民政局,1\n');
    expect(progress?.departments.map(({ name, missing }) => [name, missing])).toEqual([
      ['民政局', false],
      ['残联', true],
    ]);
  });

  it('names nobody as missing where a payout may be anybody’s', async () => {
    const { progress, overdue } = await statusAt('2024-02-07', campaignOf(GIVEN), '姓名,金额\n王秀英,1\n');
    expect(overdue).toBeNull();
    expect(progress?.departments.map(({ name, missing, listed }) => [name, missing, listed?.payouts ?? null])).toEqual([
      ['民政局', false, null],
      ['残联', false, null],
      ['', false, 1],
    ]);
  });

  it('knows of nobody who is late where no deadline binds payouts', async () => {
    const { progress, deadline } = await statusAt(
      '2024-02-07',
      campaignOf({ ...GIVEN, stages: [], deadlines: [] }),
      LIST,
    );
    expect([deadline, progress?.total.late]).toEqual([null, null]);
  });
});
