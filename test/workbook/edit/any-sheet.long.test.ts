import { basename, join } from 'node:path';
import excel from 'exceljs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { draws } from '../../draws.ts';
import { inputOf, rowsOf, saved, withLists } from '../../engine/reading.ts';
import { everyPayout, split } from '../../write/splitting.ts';

const HEADER = ['姓名', '部门', '户号', '金额', '备注'];
const cell = fc.constantFrom('', '', '王秀英', '残联', '民政局', 'H1', 100, 20.5, '合计', '小计', '以下空白');
const row = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom('王秀英', '李强', '赵六'), cell, cell, fc.nat({ max: 999 }), cell) },
  fc.tuple(cell, cell, cell, cell, cell),
  fc.constant([]),
);
const merge = fc.record({
  column: fc.nat({ max: 4 }),
  top: fc.nat({ max: 11 }),
  more: fc.nat({ max: 5 }),
  wide: fc.nat({ max: 1 }),
});
const sheet = fc.record({
  titles: fc.nat({ max: 2 }),
  rows: fc.array(row, { minLength: 1, maxLength: 12 }),
  merges: fc.array(merge, { maxLength: 5 }),
  hidden: fc.array(fc.nat({ max: 12 }), { maxLength: 2 }),
  pick: fc.array(fc.nat(), { maxLength: 6 }),
});
type Sheet = typeof sheet extends fc.Arbitrary<infer T> ? T : never;

async function written({ titles, rows, merges, hidden }: Sheet): Promise<string> {
  const book = new excel.Workbook();
  const made = book.addWorksheet('名单');
  const above = titles + 1;
  for (let at = 1; at <= titles; at += 1) made.getRow(at).getCell(1).value = '慰问名单';
  made.getRow(above).values = HEADER;
  for (const [index, cells] of rows.entries()) made.getRow(above + index + 1).values = [...cells];
  for (const { column, top, more, wide } of merges) {
    try {
      made.mergeCells(above + top + 1, column + 1, above + top + more + 1, column + wide + 1);
    } catch {} // one that overlaps another
  }
  for (const at of hidden) made.getRow(above + at + 1).hidden = true;
  return saved(new Uint8Array(await book.xlsx.writeBuffer()), '.xlsx');
}

it('any sheet is the same payouts after it was split, whatever was removed', async () => {
  let carried = 0;
  const run = async (given: Sheet) => {
    const path = await written(given);
    const all = await everyPayout([inputOf(path)]);
    const tops = given.merges.map(({ top }) => top + given.titles + 2);
    let removed: number[] = [];
    const done = await split([inputOf(path)], async (lists) => {
      const found = Object.entries(await rowsOf(lists)).filter(([, what]) => what === 'payout');
      const picked = found.length > 0 ? given.pick.map((each) => Number(found[each % found.length]?.[0])) : [];
      // What is removed where a merge begins has to hand on what the merge says: every other draw asks for it.
      const top = found.find(([at]) => tops.includes(Number(at)));
      removed = [...new Set(given.pick.length % 2 === 1 && top ? [...picked, Number(top[0])] : picked)];
      return { 0: removed };
    });
    const [clean, out] = [done.clean, done.removed].map((folder) => inputOf(join(folder, basename(path))));
    const parts = await Promise.all([clean, out].map((file) => everyPayout(file ? [file] : [])));
    expect(parts.flat().sort()).toEqual(all);
    expect(parts[1]).toHaveLength(removed.length);
    const counts = (file: typeof clean) => withLists(file ? [file] : [], ({ lists: [list] }) => list?.rejected);
    expect(await counts(clean)).toBe(await counts(inputOf(path)));
    if (removed.some((each) => tops.includes(each))) carried += 1;
  };
  await fc.assert(fc.asyncProperty(sheet, run), { numRuns: draws(60), endOnFailure: true });
  expect(carried).toBeGreaterThanOrEqual(draws(4));
});
