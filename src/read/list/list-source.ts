import type { ListField } from '../../domain/row/list-field.ts';
import type { Rejection } from '../../domain/row/list-row.ts';
import type { ListHead } from './list-head.ts';
import type { ListInput } from './list-input.ts';
import type { RecordStarts } from './record-starts.ts';

/** How a list under a header of several is asked for: the measure is what its amounts stand under. */
export const inputOf = (input: ListInput, { part }: ListHead): ListInput =>
  part?.measure == null ? input : { ...input, measure: part.measure };

/** The standard that its payouts are where the list does not say what is paid; null where it does. */
export function standardOf({ input, head }: Pick<ListSource, 'input' | 'head'>): ListInput['standard'] | null {
  const says = head.columns.some(({ field }) => field !== null && PAID.includes(field));
  return says ? null : (input.standard ?? null);
}

/** When its money left, where no column says it: of several days only within one month, as a list says it too. */
export function paidInOf({ input: { paidIn }, head }: Pick<ListSource, 'input' | 'head'>): ListInput['paidIn'] | null {
  if (!paidIn || head.columns.some(({ field }) => field === 'paid_on')) return null;
  return paidIn.from.slice(0, 7) === paidIn.until.slice(0, 7) ? paidIn : null;
}

const PAID: readonly ListField[] = ['amount', 'payable', 'goods', 'quantity'];

/** A file whose bytes were read once: how, and what identifies them. */
export interface ListFile {
  readonly file: string;
  readonly sha256: string;
  readonly encoding: string;
}

/** A file as it was given, and where its bytes stand. */
export interface StoredFile {
  readonly origin: ListFile;
  readonly path: string;
}

/** A list's own bytes: where they stand (standard input was saved), and what separates cells where they are text. */
export interface ListBytes {
  readonly path: string;
  readonly delimiter: string | null;
}

/**
 * A list's rows as DuckDB is to read them: a UTF-8 CSV file of which nothing has to be guessed. A `numbered` one was
 * written by us: its first column is the spreadsheet's row number, its second is filled where the row must be rejected.
 */
export interface ListBody {
  readonly path: string;
  readonly delimiter: string;
  readonly lineEnd: '\n' | '\r\n';
  /** Columns of the list itself. */
  readonly width: number;
  readonly numbered: boolean;
  /** Rows a spreadsheet would show, from the first to the last that holds anything: so many must come back. */
  readonly rows: number;
  /** Where they start: for each of `rows`, and perhaps for what is beyond. */
  readonly starts: RecordStarts;
  /** Rows with titles of another table beyond the columns of the header. */
  readonly otherHeads: readonly number[];
  /** How many of them are hidden in the workbook. They count: what is on a list is paid. */
  readonly hiddenRows: number;
}

/** A body whose rows have not been counted. */
export type PromisedBody = Omit<ListBody, 'rows' | 'starts' | 'otherHeads' | 'hiddenRows'>;

/** What becomes of rows that are not as the head has them: each row's cells in their places, or why it is rejected. */
export interface Turn {
  /** Columns of the rows that it gives. */
  readonly width: number;
  /** `isShifted` says that text beyond the titles of a row's table is no note beside it, but that a cell before was taken for two. */
  readonly turn: (row: number, cells: readonly string[], isShifted: boolean) => readonly string[] | Rejection;
}

/** One sheet of one file, understood as a list. */
export interface ListSource {
  readonly input: ListInput;
  /** Of a CSV file known once it was surveyed or rewritten. */
  readonly origin: ListFile;
  readonly bytes: ListBytes;
  /** How many bytes its text has; null where that is known only when it was rewritten. */
  readonly size: number | null;
  /** Whether the file ends within a character, so that more may be missing; known when it was surveyed or rewritten. */
  readonly isCutOff: boolean;
  readonly sheet: string | null;
  readonly head: ListHead;
  /** What the head promises of the body, so that reading can begin while the rest is surveyed; null where it can't be said. */
  readonly promised: PromisedBody | null;
  /** The body as it stands; null where only `rewrite` can read it. Of a CSV file this takes a pass over the whole of it, once. */
  readonly survey: () => Promise<ListBody | null>;
  /** Whether its rows stand already where the head has them, whatever else the file shows. */
  readonly isTurned?: boolean;
  /** Reads the list row by row into a numbered body: slower, and takes any damage. */
  readonly rewrite: (turn?: Turn) => Promise<ListBody>;
}

/** Why a sheet was not read; of those that are not named, only lists are told. */
type SkippedWhy = 'hidden' | 'no-header' | 'of-form' | 'not-named';

/** A sheet of a workbook that is no list, that nobody sees or asked for, or that a form of ours has besides its list: said, so that silence never looks like a pass. */
export interface SkippedSheet {
  readonly file: string;
  readonly sheet: string;
  readonly why: SkippedWhy;
}

/** A file that was opened: its lists, to be loaded before `close`. */
export interface OpenedList {
  readonly sources: readonly ListSource[];
  readonly skipped: readonly SkippedSheet[];
  readonly close: () => Promise<void>;
}
