import { describe, expect, it } from 'vitest';
import { inputOf, payouts, rowsOf, saved, withLists } from './reading.ts';

/** Marks for what is above, and another table below: rows have to be turned, and a comma in an amount has moved the cells of two. */
const MARKS = '姓名,部门,金额\n安一,民政局,500\n白二,同上,600\n程三,民政局,1,000\n丁四,民政局,700,,\n';
const TABLES = `${MARKS}姓名,部门,项目,金额\n戊五,残联,慰问,800\n己六,残联,慰问,1,000\n`;

describe.each([true, false])('rows that are turned, by SQL: %s', (bySql) => {
  it.each([
    ['marks', MARKS, ['安一 50000', '白二 60000', '丁四 70000'], [4]],
    ['a table below', TABLES, ['安一 50000', '白二 60000', '丁四 70000', '戊五 80000'], [4, 8]],
  ])('are rejected where they have more cells than their table: %s', async (_what, text, paid, rejected) => {
    const found = await withLists(
      [inputOf(saved(text))],
      async (lists) => ({
        paid: (await payouts(lists, 'name, amount')).map(({ name, amount }) => `${name} ${amount}`),
        rows: await rowsOf(lists),
      }),
      { bySql },
    );
    expect(found.paid).toEqual(paid);
    const tooMany = Object.entries(found.rows).filter(([, what]) => what === 'too-many-cells');
    expect(tooMany.map(([row]) => Number(row))).toEqual(rejected);
  });
});

it('a last line that nothing ends is rejected like any other where it has more cells than the header', async () => {
  for (const bySql of [true, false]) {
    await withLists(
      [inputOf(saved('姓名,金额\n安一,500\n白二,1,000'))],
      async (lists) => expect(await rowsOf(lists)).toEqual({ 1: 'header', 2: 'payout', 3: 'too-many-cells' }),
      { bySql },
    );
  }
});
