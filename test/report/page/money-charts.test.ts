import { describe, expect, it } from 'vitest';
import { spendingChart } from '../../../src/report/page/money-charts.ts';
import type { Overview } from '../../../src/report/page/overview.ts';
import words from '../../../src/text/zh/page.ts';

/** What lists pay of departments that no plan names: as much as their number, in yuan. */
function overviewOf(departments: number): Overview {
  const all = Array.from({ length: departments }, (_, index) => ({
    department: index,
    payouts: 1,
    amount: BigInt(index + 1) * 100n,
    withoutAmount: index === 0 ? 1 : 0,
    outliers: { rows: 0, amount: 0n },
  }));
  const assignments = { departments: all.map(({ department }) => ({ name: `部门${department + 1}`, is: null })) };
  const total = { payouts: departments, amount: 0n, withoutAmount: 1, outliers: { rows: 0, amount: 0n } };
  const listed = { lists: { assignments }, totals: { departments: all, total }, words: {} };
  return { budget: { departments: [] }, listed } as unknown as Overview;
}

function barsOf(departments: number) {
  const data = spendingChart(overviewOf(departments), words)?.data;
  if (data?.kind !== 'bars') throw new Error('no bars');
  return data.items.map(({ name, bars }) => ({ name, fen: bars[0]?.value, label: bars[0]?.label }));
}

describe('departments that only lists name', () => {
  it('have a bar each, where they are few', () => {
    expect(barsOf(41).map(({ name }) => name)).toEqual(Array.from({ length: 41 }, (_, index) => `部门${index + 1}`));
  });

  it('are those that pay most, and one bar for all others, where they are many: together they are all money', () => {
    const bars = barsOf(1000);
    expect(bars.map(({ name }) => name)).toEqual([
      ...Array.from({ length: 40 }, (_, index) => `部门${961 + index}`),
      '另外960个部门合计',
    ]);
    expect(bars.reduce((sum, { fen = 0 }) => sum + fen, 0)).toBe((100 * 1000 * 1001) / 2);
    expect(bars.at(-1)?.label).toMatch(/^≥/);
  });
});
