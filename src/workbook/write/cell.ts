/** How a cell of a workbook looks. Cells that look the same share one object. */
export interface CellStyle {
  readonly font: { readonly name: string; readonly size: number; readonly bold?: boolean; readonly colour?: string };
  readonly horizontal: 'left' | 'center' | 'right';
  readonly wrapped: boolean;
  /** The colour of the lines around it; colours are ARGB, eight hexadecimal digits. */
  readonly line?: string;
  readonly fill?: string;
  /** A format for numbers, as a workbook writes it. */
  readonly format?: string;
}

/** A formula, and what it comes to for viewers that do not calculate. */
interface Formula {
  readonly formula: string;
  readonly result: number | string;
}

export interface WorkbookCell {
  readonly value: string | number | Formula;
  readonly style: CellStyle;
  /** So many columns and rows it is merged over, itself among them. */
  readonly across?: number;
  readonly down?: number;
}

export interface WorkbookRow {
  readonly cells: readonly (WorkbookCell | undefined)[];
  /** In points; a viewer's own where nothing is said. */
  readonly height?: number;
}

export interface Worksheet {
  readonly name: string;
  /** Of each column, in characters. */
  readonly widths: readonly number[];
  /** Rows and columns that stay while the rest is scrolled. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** The first and last row that are printed on every page. */
  readonly headings: readonly [number, number];
  /** By column, from 0, what may be filled in there. */
  readonly inputs?: ReadonlyMap<number, ColumnInput>;
  /** Whether the rows under the headings can be filtered. */
  readonly hasFilter: boolean;
  /** Taken once, as the worksheet is written. */
  readonly rows: Iterable<WorkbookRow> | AsyncIterable<WorkbookRow>;
  /** The rows that have to begin a page; or all are on one, and smaller where need be. */
  readonly pagesFrom?: readonly number[];
  readonly onOnePage?: boolean;
  /** How many sheets of paper it is across, one unless told, and how many of its columns stand on each of them. */
  readonly across?: { readonly sheets: number; readonly columns: number };
  /** So many columns go on paper, from the first; all unless told. */
  readonly printed?: number;
  /** How the cells of each column look below all rows: what is typed there is taken as what the style says. */
  readonly columnStyles?: readonly (CellStyle | undefined)[];
  /** What may be typed where, and what is marked when it was. */
  readonly validations?: readonly Validation[];
  readonly marks?: readonly Mark[];
  /** Nobody sees its tab; cells refer to it. */
  readonly isHidden?: boolean;
  readonly isPortrait?: boolean;
}

/** What may be typed into some cells. `stop` refuses all else, `warning` asks whether it is meant. */
export interface Validation {
  /** The cells: `C6:C505`. */
  readonly range: string;
  readonly type: 'list' | 'custom' | 'decimal' | 'whole';
  /** What is allowed, as of the first cell; of numbers, the least. */
  readonly formula: string;
  readonly refusal: 'stop' | 'warning';
  readonly error: { readonly title: string; readonly text: string };
  /** Shown beside a cell that is chosen. */
  readonly prompt?: { readonly title: string; readonly text: string };
}

/** Cells that are marked where a formula, as of the first of them, comes to true. The first of several that do counts. */
export interface Mark {
  readonly range: string;
  readonly formula: string;
  /** ARGB. */
  readonly fill: string;
  readonly colour: string;
}

/** A name that formulas of all sheets know. */
export interface DefinedName {
  readonly name: string;
  readonly refersTo: string;
}

/** What may be filled in below the headings of a column: one of a few words, or an amount. */
export type ColumnInput = { readonly choices: readonly string[] } | { readonly amount: true };

/** A4, in points; margins in inches. */
export const PAGE = { width: 841.9, height: 595.3 } as const;
export const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 } as const;
