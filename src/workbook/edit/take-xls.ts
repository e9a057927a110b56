import { writeFile } from 'node:fs/promises';
import type { CellObject, WorkSheet } from '@e965/xlsx';
import { damaged } from '../read/fault.ts';
import { parseXls } from '../read/parse-xls.ts';
import type { Merge } from '../read/workbook.ts';
import { type Carried, shiftedMerges, type TakenRows } from './carried.ts';
import { RowShift } from './row-shift.ts';

/**
 * Writes an .xls file with some rows of its lists: values, number formats, merged cells, widths of columns and hidden sheets
 * as they were; formulas as the values they showed. SheetJS writes neither fonts nor borders, nor what rows are hidden.
 * `others` says whether sheets that are none of the lists are kept; else they are there without anything on them.
 * @throws InvalidInput when the file is damaged.
 */
export async function takeXls(path: string, lists: readonly TakenRows[], others: boolean, to: string): Promise<void> {
  const book = await parseXls(path, true);
  if (typeof book === 'string') throw damaged(path, 'xls');
  for (const [name, sheet] of Object.entries(book.Sheets)) {
    const list = lists.find((each) => each.sheet === name);
    const shift = new RowShift(list?.takes ?? (() => others));
    if (!shift.isNone) shiftSheet(sheet, list, shift);
  }
  const { write, utils } = await import('@e965/xlsx');
  for (const sheet of Object.values(book.Sheets)) {
    const data = dataOf(sheet);
    const width = data.reduce((most, row) => Math.max(most, row?.length ?? 0), 1);
    sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, data.length - 1), c: width - 1 } });
  }
  // Without a table of texts SheetJS cuts them after 255 characters.
  const bytes: Uint8Array = write(book, { type: 'buffer', bookType: 'biff8', bookSST: true });
  await writeFile(to, bytes, { flag: 'wx', mode: 0o600 });
}

type Row = (CellObject | undefined)[] | undefined;

const dataOf = (sheet: WorkSheet) => (sheet['!data'] ?? []) as Row[];

function shiftSheet(sheet: WorkSheet, list: TakenRows | undefined, shift: RowShift): void {
  const merges = (sheet['!merges'] ?? []).map(
    ({ s, e }): Merge => ({ top: s.r + 1, left: s.c, bottom: e.r + 1, right: e.c }),
  );
  const data = dataOf(sheet);
  if (list) for (const cell of list.carried(merges, shift)) carry(data, merges, cell, shift);
  const stays = (_: unknown, index: number) => shift.takes(index + 1);
  // A row that the sheet does not have is a hole, which no filter keeps.
  sheet['!data'] = Array.from(data).filter(stays) as CellObject[][];
  if (sheet['!rows']) sheet['!rows'] = Array.from(sheet['!rows']).filter(stays);
  sheet['!merges'] = shiftedMerges(merges, shift).map(({ top, left, bottom, right }) => ({
    s: { r: top - 1, c: left },
    e: { r: bottom - 1, c: right },
  }));
  delete sheet['!autofilter'];
}

/** The cell goes on, and the merged range that it was the first of begins there. */
function carry(data: Row[], merges: Merge[], { column, from, bottom, where }: Carried, shift: RowShift): void {
  const cell = data[from - 1]?.[column];
  const rows = Array.from({ length: bottom - from }, (_, index) => from + index + 1);
  const says = (each: CellObject | undefined) => String(each?.v ?? '').trim() !== '';
  const goesOn = (row: Row) => row?.some(says) && (where.length === 0 || where.some((index) => says(row[index])));
  const to = rows.find((row) => shift.takes(row) && goesOn(data[row - 1]));
  const row = to === undefined ? undefined : data[to - 1];
  if (!cell || !row || to === undefined) return;
  row[column] = cell;
  const at = merges.findIndex(({ left, top }) => left === column && top === from);
  const merge = merges[at];
  if (merge) merges[at] = { ...merge, top: to };
}
