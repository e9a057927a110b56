import type { ListHead } from '../../read/list/list-head.ts';
import { aboutOf, paidColumns } from '../../read/list/merged-cells.ts';
import type { Merge } from '../read/workbook.ts';
import type { RowShift } from './row-shift.ts';

/** A cell that goes on in the first row below that is taken and not blank, since the row it stands in has gone. */
export interface Carried {
  readonly column: number;
  readonly from: number;
  /** The last row where it may. */
  readonly bottom: number;
  /** It goes on only where one of these columns says something; none where it is about the group. */
  readonly where: readonly number[];
}

/**
 * What merged cells say of a group must stay with those of it who stay: the department, the household; and somebody's name with
 * the payouts that are left. Whatever is one person's (a name, an amount) never goes to another's row.
 */
export function carriedCells(merges: readonly Merge[], head: ListHead, shift: RowShift): Carried[] {
  const about = aboutOf(merges, head);
  const paid = paidColumns(head);
  return merges.flatMap((merge) => {
    const { top, bottom, left } = merge;
    const stays = shift.takes(top) || shift.range(top, bottom) === null;
    const its = stays ? null : about(merge);
    return its === null ? [] : [{ column: left, from: top, bottom, where: its === 'person' ? paid : [] }];
  });
}

/** The merges that are left when rows have gone; one cell alone is none. */
export function shiftedMerges(merges: readonly Merge[], shift: RowShift): Merge[] {
  return merges.flatMap(({ left, right, ...rows }) => {
    const range = shift.range(rows.top, rows.bottom);
    return range && (range.bottom > range.top || right > left) ? [{ left, right, ...range }] : [];
  });
}
