import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../src/domain/problem.ts';
import { withText } from './reading.ts';

const LIST = `姓名,身份证号,节日,医疗,备注
张建国,990000195001020014,1200,600,
李秀英,990000195203040021,1200,0,
`;

/** Payouts and yuan by measure, where the campaign says which columns are measures'. */
function paidBy(measures: Record<string, string>) {
  return withText(
    LIST,
    async ({ database, assignments }) => {
      const rows = await database.all<{ measure: number; payouts: bigint; fen: bigint }>(
        'select measure, count(*) as payouts, sum(amount)::bigint as fen from payout group by measure order by measure',
      );
      return rows.map(({ measure, payouts, fen }) => [
        assignments.measures[measure]?.measure.name,
        Number(payouts),
        Number(fen) / 100,
      ]);
    },
    { measures: new Map(Object.entries(measures)) },
  );
}

describe('columns that are said to be of a measure each', () => {
  it('are a list each, in which nothing is paid where nothing stands', async () => {
    expect(await paidBy({ 节日: '节日补助', 医疗: '医疗补助' })).toEqual([
      ['节日补助', 2, 2400],
      ['医疗补助', 1, 600],
    ]);
  });

  it('are missed by name', async () => {
    const error = await paidBy({ 节日: '节日补助', 医疗费: '医疗补助' }).catch((reason: unknown) => reason);
    if (!(error instanceof InvalidInput)) throw error;
    expect(error.problems).toMatchObject([
      { code: 'list-given-column-unknown', data: { title: '医疗费', nearest: '医疗' } },
    ]);
  });
});
