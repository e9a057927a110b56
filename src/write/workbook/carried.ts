import type { ListHead } from '../../read/list/list-head.ts';
import { FILLED_DOWN } from '../../read/list/workbook-list.ts';
import type { Merge } from '../../read/workbook/workbook.ts';
import type { RowShift } from './row-shift.ts';

/** A cell that goes on in the first row below that is taken and not blank, since the row it stands in has gone. */
export interface Carried {
  readonly column: number;
  readonly from: number;
  /** The last row where it may. */
  readonly bottom: number;
}

/**
 * What merged cells say of a group must stay with those of it who stay: the department, the household. Whatever is one
 * person's (a name, an amount) never goes to another's row.
 */
export function carriedCells(merges: readonly Merge[], { columns }: ListHead, shift: RowShift): Carried[] {
  return merges.flatMap(({ top, bottom, left }) => {
    const field = columns.find(({ index }) => index === left)?.field ?? null;
    const stays = shift.takes(top) || shift.range(top, bottom) === null;
    return stays || (field !== null && !FILLED_DOWN.includes(field)) ? [] : [{ column: left, from: top, bottom }];
  });
}

/** The merges that are left when rows have gone; one cell alone is none. */
export function shiftedMerges(merges: readonly Merge[], shift: RowShift): Merge[] {
  return merges.flatMap(({ left, right, ...rows }) => {
    const range = shift.range(rows.top, rows.bottom);
    return range && (range.bottom > range.top || right > left) ? [{ left, right, ...range }] : [];
  });
}
