import type { ListHead } from '../read/list/list-head.ts';
import type { TakenRows } from '../workbook/edit/carried.ts';
import { carriedCells } from './carried.ts';

/** One list of a file, and the rows that are to be taken out of it, by the numbers that a spreadsheet shows. */
export interface SheetToSplit {
  /** Null where the file has no sheets. */
  readonly sheet: string | null;
  readonly head: ListHead;
  /** Not to be paid; and none of those, but held back until somebody has mended them. */
  readonly removed: ReadonlySet<number>;
  readonly held: ReadonlySet<number>;
  /** Subtotals and totals: without the rows that are taken out they would state wrong figures. */
  readonly stale: ReadonlySet<number>;
  /** Whether the money has left: none of it is to be paid again. */
  readonly isPaid: boolean;
}

/** Does the clean file take all of it? */
export const isWhole = ({ removed, held, isPaid }: SheetToSplit): boolean =>
  removed.size === 0 && held.size === 0 && !isPaid;

/** What the clean file takes: all but the rows that are taken out, and where there are any, but for the totals over them. */
export function cleanRows(list: SheetToSplit): TakenRows {
  const { sheet, head, removed, held, stale, isPaid } = list;
  const carried = carriedCells(head);
  if (isPaid) return { sheet, carried, takes: (row) => isAbove(row, head) };
  if (isWhole(list)) return { sheet, carried, takes: () => true };
  return { sheet, carried, takes: (row) => !removed.has(row) && !held.has(row) && !stale.has(row) };
}

/** What a file of rows that are taken out takes: these, under what stands above the list. */
export function rowsAlone({ sheet, head }: SheetToSplit, rows: ReadonlySet<number>): TakenRows {
  return { sheet, carried: carriedCells(head), takes: (row) => isAbove(row, head) || rows.has(row) };
}

const isAbove = (row: number, { titles, header }: ListHead) => row <= titles + header;
