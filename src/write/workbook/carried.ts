import type { ListHead } from '../../read/list/list-head.ts';
import { FILLED_DOWN } from '../../read/list/workbook-list.ts';
import type { Merge } from '../../read/workbook/workbook.ts';
import type { RowShift } from './row-shift.ts';

/** A cell that goes on in a row below, since the row it stands in has gone. */
export interface Carried {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/**
 * What merged cells say of a group must stay with those of it who stay: the department, the household. Whatever is one
 * person's (a name, an amount) never goes to another's row.
 */
export function carriedCells(merges: readonly Merge[], { columns }: ListHead, shift: RowShift): Carried[] {
  return merges.flatMap(({ top, bottom, left }) => {
    const field = columns.find(({ index }) => index === left)?.field ?? null;
    if (shift.takes(top) || (field !== null && !FILLED_DOWN.includes(field))) return [];
    const to = shift.firstTaken(top, bottom);
    return to === null ? [] : [{ column: left, from: top, to }];
  });
}

/** The merges that are left when rows have gone; one cell alone is none. */
export function shiftedMerges(merges: readonly Merge[], shift: RowShift): Merge[] {
  return merges.flatMap(({ left, right, ...rows }) => {
    const range = shift.range(rows.top, rows.bottom);
    return range && (range.bottom > range.top || right > left) ? [{ left, right, ...range }] : [];
  });
}
