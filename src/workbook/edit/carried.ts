import type { Merge } from '../read/workbook.ts';
import type { RowShift } from './row-shift.ts';

/** What a new file takes of a list. */
export interface TakenRows {
  /** Null where the file has no sheets. */
  readonly sheet: string | null;
  readonly takes: (row: number) => boolean;
  /** Which of the merged cells whose rows have gone go on below. */
  readonly carried: (merges: readonly Merge[], shift: RowShift) => readonly Carried[];
}

/** A cell that goes on in the first row below that is taken and not blank, since the row it stands in has gone. */
export interface Carried {
  readonly column: number;
  readonly from: number;
  /** The last row where it may. */
  readonly bottom: number;
  /** It goes on only where one of these columns says something; none where it is about the group. */
  readonly where: readonly number[];
}

/** The merges that are left when rows have gone; one cell alone is none. */
export function shiftedMerges(merges: readonly Merge[], shift: RowShift): Merge[] {
  return merges.flatMap(({ left, right, ...rows }) => {
    const range = shift.range(rows.top, rows.bottom);
    return range && (range.bottom > range.top || right > left) ? [{ left, right, ...range }] : [];
  });
}
