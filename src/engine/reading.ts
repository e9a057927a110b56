import type { Value } from './database.ts';
import type { LoadedField } from './loaded-field.ts';

/**
 * How the cells of one field are read. SQL takes the plain forms, which is nearly all of them, as they are; a row with any
 * other cell goes through `read`, the domain's own readers, which alone decide what a cell means. Where both could read a
 * cell they agree (a property test holds them to it).
 */
export interface CellReading {
  readonly field: LoadedField;
  /** SQL by name: what is used more than once, in steps that each use only those before. Null of an empty cell. */
  readonly parts?: readonly Readonly<Record<string, string>>[];
  /** SQL: is this cell in its plain form? Anything of an empty one. */
  readonly plain: string;
  readonly columns: readonly PayoutColumn[];
  /** The values of those columns. */
  readonly read: (cell: string) => readonly Value[];
}

/** A column of the relation `payout`. */
export interface PayoutColumn {
  readonly name: string;
  readonly type: string;
  /** SQL: its value where the cell is plain or empty; anything but an error where it is neither. `none` where there is none. */
  readonly value?: string;
  /** SQL: its value on a list without such a column, and of an empty cell. */
  readonly none: string;
}
