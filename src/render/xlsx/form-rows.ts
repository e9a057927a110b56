import { columnLetters } from '../../domain/column-letters.ts';
import type { Cell, Column, Row } from '../../report/sheet.ts';
import type { WorkbookCell, WorkbookRow } from '../../workbook/write/cell.ts';
import { readingText } from '../cell-text.ts';
import { wrap } from '../width.ts';
import { cellValue, formStyle } from './xlsx-cell.ts';

export const LINE_HEIGHT = 14; // points, for 10-point type
export const NARROWEST = 6;

export type ShownColumn = Column & { readonly at: number };
export type FormRow = WorkbookRow & { readonly height: number };

/** What stands in several rows in common: the last of them, and how much higher than those before it they have to be for it. */
interface Hanging {
  readonly until: number;
  readonly missing: number;
}

/**
 * The rows of an official form, of which the first is so manieth of its worksheet. What stands in several rows in common stands in the
 * first of them, and what a row of sums is called over the empty cells beside it.
 */
export function formRows(rows: readonly Row[], columns: readonly ShownColumn[], first: number): FormRow[] {
  const hanging = new Map<number, Hanging>();
  return rows.map((row, index) => {
    const cells = formCells(row, columns, first).map((cell, position) =>
      (hanging.get(position)?.until ?? -1) < index ? cell : undefined,
    );
    const height = (cell: WorkbookCell | undefined, position: number) => heightOf(row.cells, cell, position, columns);
    let highest = LINE_HEIGHT + SPACE;
    for (const [position, cell] of cells.entries()) {
      const down = cell?.down ?? 1;
      if (down > 1) hanging.set(position, { until: index + down - 1, missing: height(cell, position) });
      else highest = Math.max(highest, height(cell, position));
    }
    for (const { until, missing } of hanging.values()) if (until === index) highest = Math.max(highest, missing);
    for (const [position, { until, missing }] of hanging) hanging.set(position, { until, missing: missing - highest });
    return { cells, height: highest };
  });
}

/** The rows of a form, where some begin a page: what stands in several rows in common stands on each page that has any of them. */
export function partedRows(rows: readonly FormRow[], starts: readonly number[]): FormRow[] {
  const begin = new Set(starts);
  const parted = rows.map(({ cells, height }) => ({ cells: [...cells], height }));
  for (const [index, { cells }] of rows.entries()) {
    for (const [position, cell] of cells.entries()) {
      const until = index + (cell?.down ?? 1);
      if (!cell || until === index + 1) continue;
      let from = index;
      for (let at = index + 1; at <= until; at += 1) {
        if (at < until && !begin.has(at)) continue;
        const row = parted[from];
        if (row) row.cells[position] = { ...cell, down: at - from };
        from = at;
      }
    }
  }
  return parted;
}

/** Between a text and the lines of its row, in points. */
const SPACE = 4;

function heightOf(
  cells: readonly Cell[],
  cell: WorkbookCell | undefined,
  position: number,
  columns: readonly ShownColumn[],
): number {
  const own = cells[columns[position]?.at ?? -1];
  if (!cell || !own) return 0;
  const width = columns
    .slice(position, position + (cell.across ?? 1))
    .reduce((sum, each) => sum + (each.width ?? NARROWEST), 0);
  return LINE_HEIGHT * wrap(readingText(own), Math.max(2, width - 1)).length + SPACE;
}

function formCells(
  { level, cells }: Row,
  columns: readonly ShownColumn[],
  first: number,
): (WorkbookCell | undefined)[] {
  const own = columns.map(({ at }) => cells[at]);
  const isEmpty = (cell: Cell | undefined) => cell?.kind === 'text' && cell.text === '';
  let covered = 0;
  return own.map((cell, position) => {
    if (!cell || position < covered) return undefined;
    covered = position + 1;
    if (level !== 'item' && cell.kind === 'text' && cell.text !== '') while (isEmpty(own[covered])) covered += 1;
    return {
      value: formValue(cell, columnLetters(position), first),
      style: formStyle(cell, level),
      across: covered - position,
      down: cell.kind === 'text' ? (cell.rows ?? 1) : 1,
    };
  });
}

/** More arguments than this no function takes in Excel, which finds a workbook with one damaged. */
const MOST_RANGES = 255;

/** What a cell holds: for a sum of other cells its formula, if it can have one, and its value for viewers that do not calculate. */
function formValue(cell: Cell, column: string, first: number): WorkbookCell['value'] {
  const value = cellValue(cell);
  if ((cell.kind !== 'money' && cell.kind !== 'count') || !cell.sums || typeof value !== 'number') return value;
  const ranges = rangesOf(cell.sums);
  if (ranges.length > MOST_RANGES) return value;
  return { formula: `SUM(${ranges.map(([from, to]) => reference(column, from + first, to + first))})`, result: value };
}

const reference = (column: string, from: number, to: number) =>
  from === to ? `${column}${from}` : `${column}${from}:${column}${to}`;

/** 1, 2, 3, 5 are 1 to 3, and 5. */
function rangesOf(rows: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const row of rows) {
    const open = ranges.at(-1);
    if (open && open[1] === row - 1) open[1] = row;
    else ranges.push([row, row]);
  }
  return ranges;
}
