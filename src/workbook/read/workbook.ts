/** A row that the file has. Rows that it does not have are blank. */
export interface SheetRow {
  /** 1-based, as the spreadsheet shows it. */
  readonly row: number;
  readonly hidden: boolean;
  /** What the cells hold, from column A on; '' where a cell is empty, none after the last that is not. */
  readonly cells: readonly string[];
  /** Columns, from 0, of formulas whose result nobody has worked out: a program wrote them, and no spreadsheet has opened it since. */
  readonly uncomputed?: readonly number[];
  /** Columns, from 0, of cells whose text is struck through. */
  readonly struck?: readonly number[];
}

/** What somebody noted beside a cell: its row is 1-based, its column 0-based. */
export interface CellNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A merged range: rows 1-based, columns 0-based, both ends included. Only its first cell has a text. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
}

/** How a workbook is written; what `encoding` says of lists. */
export type WorkbookFormat = 'xlsx' | 'xls' | 'ods' | 'fods' | 'xml' | 'html' | 'mhtml';

/** An open workbook. Whatever is wrong with it is thrown as InvalidInput, by any of these. */
export interface Workbook {
  readonly format: WorkbookFormat;
  /** In the order of the tabs; charts are left out. */
  readonly sheets: readonly SheetInfo[];
  merges(sheet: number): Promise<readonly Merge[]>;
  /** The comments on a sheet's cells, where this kind of workbook is read for them. */
  notes?(sheet: number): Promise<readonly CellNote[]>;
  /** Whether any cell may be struck through: only then `struck` has to be looked at. */
  mayStrike?(): Promise<boolean>;
  /** In batches, in ascending order. A consumer may stop early, and may read a sheet again. */
  rows(sheet: number): AsyncIterable<readonly SheetRow[]>;
  close(): Promise<void>;
}

/** The last row and the last column (XFD, 0-based) that a sheet can have (ECMA-376 leaves it open; Excel and WPS do not). */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_383;

/** Rows in a batch, or a few more. */
export const BATCH = 500;
