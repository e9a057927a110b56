import { describe, expect, it } from 'vitest';
import { checkDigit } from '../../src/domain/people/id-number.ts';
import { inputOf, saved, withLists } from './reading.ts';

const ROWS = 300_000;

/** A name of two characters, which says the row as much as its amount does. */
const nameOf = (row: number) => String.fromCharCode(0x5f00 + (row % 300), 0x6e00 + (row % 997));

/** So long a list that DuckDB reads several parts of it at the same time. Every thousandth row is odd. */
function longList(): string {
  const lines = ['姓名,身份证号,部门,金额,发放日期,备注'];
  for (let row = 2; row <= ROWS; row += 1) {
    const first17 = `990000195001${String(1 + (row % 27)).padStart(2, '0')}${String(row % 1000).padStart(3, '0')}`;
    const day = row % 1000 === 0 ? '2026.1.5' : '2026-01-05';
    lines.push(`${nameOf(row)},${first17}${checkDigit(first17)},民政局,${row},${day},${'样例备注'.repeat(10)}`);
  }
  return `${lines.join('\n')}\n`;
}

describe('the rows of a long list', () => {
  it('have the numbers that a spreadsheet shows, however many threads read it', async () => {
    const input = inputOf(saved(longList()));
    const read = async ({ database, lists }: Parameters<Parameters<typeof withLists>[1]>[0]) => {
      expect(lists[0]?.payouts).toBe(ROWS - 1);
      expect(lists[0]?.plain.row).toContain('rowid'); // read once, as it is: where the order was lost it is written anew
      return database.one(`select count(*) as all, count(*) filter (amount <> "row" * 100) as misplaced from payout`);
    };
    const counted = { all: BigInt(ROWS - 1), misplaced: 0n };
    expect(await withLists([input], read, { limits: { threads: 4 } })).toEqual(counted);
    expect(await withLists([input], read, { limits: { threads: 1 } })).toEqual(counted);
  });
});
