import type { ListHead } from '../read/list/list-head.ts';

/** One list of a file, and the rows that are to be taken out of it, by the numbers that a spreadsheet shows. */
export interface SheetToSplit {
  /** Null where the file has no sheets. */
  readonly sheet: string | null;
  readonly head: ListHead;
  readonly removed: ReadonlySet<number>;
  /** Subtotals and totals: without the removed rows they would state wrong figures. */
  readonly stale: ReadonlySet<number>;
}

/** What a new file takes of a list. */
export interface TakenRows {
  readonly sheet: string | null;
  readonly head: ListHead;
  readonly takes: (row: number) => boolean;
}

/** What the clean file takes: all but the removed rows, and where there are any, but for the totals over them. */
export function cleanRows({ sheet, head, removed, stale }: SheetToSplit): TakenRows {
  const takes = (row: number) => !removed.has(row) && !stale.has(row);
  return { sheet, head, takes: removed.size > 0 ? takes : () => true };
}

/** What the file of removed rows takes: these, under what stands above the list. */
export function removedRows({ sheet, head, removed }: SheetToSplit): TakenRows {
  return { sheet, head, takes: (row) => row <= head.titles + head.header || removed.has(row) };
}
