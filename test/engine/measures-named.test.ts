import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../src/domain/problem.ts';
import { readCampaign } from '../../src/read/campaign-file.ts';
import { inputOf, saved, withLists } from './reading.ts';

const { campaign } = readCampaign(
  saved(
    `relief: 1
id: c
title: t
issued: 2025-01-01
departments:
  - name: 民政局
    measures:
      - {id: a, name: 节日补助, form: cash, standard: 1200元/户}
      - {id: b, name: 御寒费, form: cash, standard: 100~300元/人}
      - {id: c, name: 大礼包, form: goods}
  - name: 残联
    measures:
      - {id: d, name: 残疾人帮扶, standard: 1000元/人}
      - {id: e, name: 走访, delivery: visit}
      - {id: f, name: 节日慰问}
  - name: 总工会
    measures:
      - {id: g, name: 走访}
      - {id: h, name: 职工慰问}
`,
    '.yaml',
  ),
);

/** `measure payouts yuan` of what a list pays, or why it is refused. */
async function paidBy(lines: string, said: { department?: string; measure?: string } = {}): Promise<readonly string[]> {
  try {
    return await withLists(
      [inputOf(saved(`${lines}\n`), said)],
      async ({ database, assignments: { departments, measures } }) => {
        const rows = await database.all<{ department: number; measure: number; payouts: bigint; fen: bigint }>(
          `select department, measure, count(*) as payouts, coalesce(sum(amount), 0)::bigint as fen from payout
          group by all order by measure, department`,
        );
        return rows.map(({ department, measure, payouts, fen }) =>
          [departments[department]?.name, measures[measure]?.measure.name, payouts, fen / 100n].join(' ').trim(),
        );
      },
      { campaign },
    );
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return error.problems.map(({ code }) => code);
  }
}

const MINE = { department: '民政局' };

describe('columns that are called after measures of the campaign', () => {
  it.each<[string, string, object, readonly string[]]>([
    [
      'are a list each',
      '姓名,身份证号,节日补助,御寒费\n张建国,990000195001020014,1200,200\n李秀英,990000195203040021,1200,0',
      MINE,
      ['民政局 节日补助 2 2400', '民政局 御寒费 1 200'],
    ],
    [
      'with their units, beside a column of goods and one that adds them up',
      '姓名,大礼包,节日补助（元）,御寒费（元）,合计\n张建国,1份,1200,200,1400\n李秀英,,1200,,1200\n合计,,2400,200,2600',
      MINE,
      ['民政局 节日补助 2 2400', '民政局 御寒费 1 200'],
    ],
    [
      'below a title of them all',
      '姓名,身份证号,补助情况,补助情况\n,,节日补助,御寒费\n张建国,990000195001020014,1200,200',
      MINE,
      ['民政局 节日补助 1 1200', '民政局 御寒费 1 200'],
    ],
    [
      'of several departments, where a row says which',
      '部门,姓名,节日补助,残疾人帮扶\n民政局,张建国,1200,\n残联,李秀英,,1000',
      {},
      ['民政局 节日补助 1 1200', '残联 残疾人帮扶 1 1000'],
    ],
  ])('%s', async (_what, lines, said, paid) => {
    expect(await paidBy(lines, said)).toEqual(paid);
  });

  it.each<[string, string, object, readonly string[]]>([
    [
      'where another column says what is paid',
      '姓名,身份证号,节日补助,御寒费,实发金额\n张建国,990000195001020014,1200,200,1300',
      MINE,
      ['list-column-ambiguous'],
    ],
    [
      'where a column says of which measure a row is',
      '姓名,项目,节日补助,御寒费\n张建国,节日补助,1200,200',
      MINE,
      ['民政局 节日补助 1 1200'],
    ],
    ['of another department', '姓名,街道,残疾人帮扶,节日慰问\n张建国,长风,1000,200', MINE, ['list-column-missing']],
    ['that several departments have', '姓名,街道,走访,职工慰问\n张建国,长风,1000,200', {}, ['list-column-missing']],
    [
      'on a list of one measure',
      '姓名,节日补助,御寒费\n张建国,1200,200',
      { ...MINE, measure: '节日补助' },
      ['民政局 节日补助 1 1200'],
    ],
  ])('are no lists of their own %s', async (_what, lines, said, paid) => {
    expect(await paidBy(lines, said)).toEqual(paid);
  });
});
