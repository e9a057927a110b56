import type { Interval } from '../domain/interval.ts';

/** How a cell is meant; a renderer decides what that looks like. */
export type Style = 'plain' | 'strong' | 'muted' | 'different' | 'good' | 'hint' | 'warning' | 'error';

/**
 * One typed value. Every format renders these same cells, so no two can disagree: people see `text`, money in 万元, or in
 * 元 where it is one person's; machine formats get the numbers themselves, money in yuan.
 */
export type Cell = { readonly style?: Style } & (
  | {
      readonly kind: 'text';
      readonly text: string;
      /** A number of somebody's, masked already or asked for, or a digest of ours: shown as it stands. */
      readonly isNumber?: boolean;
      /** So many rows have it in common, this one and those below; theirs are empty in a form. */
      readonly rows?: number;
      /** What the row above says, said again for filters: it takes no lines of its own on paper. */
      readonly again?: boolean;
    }
  | {
      readonly kind: 'count';
      readonly value: bigint | null;
      readonly mark?: string;
      readonly after?: string;
      /** The rows of this sheet whose cells in this column it adds up, so that a workbook can do so again. */
      readonly sums?: readonly number[];
    }
  /** Fen; `mark` (≥, 约) and `after` (余) stand around the figure where people read it. */
  | {
      readonly kind: 'money';
      readonly value: bigint | null;
      readonly mark?: string;
      readonly after?: string;
      readonly in?: 'yuan';
      readonly sums?: readonly number[];
    }
  /** Hundredths of a bit: what speaks for something, or against it. */
  | { readonly kind: 'bits'; readonly value: number }
  /** Fen, from low to high. */
  | { readonly kind: 'range'; readonly value: Interval | null }
);

/** A figure that is shown beside others and added to nothing. */
export const IN_BRACKETS = { mark: '（', after: '）' } as const;

export interface Column {
  readonly title: string;
  /** What stands over it and its neighbours in a form of two heading rows: there the title is without it. */
  readonly over?: string;
  readonly kind: Cell['kind'];
  /**
   * Who needs it: `group` is a heading over its rows where people read, and a column in data; `wide` is left out of a
   * terminal that has no room for it (which says so), and so is the end of a long table on paper; `data` is for csv only.
   */
  readonly use?: 'group' | 'wide' | 'data';
  /** A number that names something: it is not broken while there is any other way. */
  readonly whole?: boolean;
  /** What people fill in there: one of a few words, or an amount; only a workbook shows that. */
  readonly input?: { readonly choices: readonly string[] } | { readonly amount: true };
  /** How many characters wide it is in a workbook, where its cells do not decide that. */
  readonly width?: number;
}

export type WideColumn = Column & { readonly width: number };

/**
 * An item; a subtotal or total; a band that heads a group where people read and is left out of data. A detail belongs to
 * the row above it.
 */
export type Level = 'item' | 'detail' | 'subtotal' | 'total' | 'band';

export interface Row {
  readonly level: Level;
  readonly cells: readonly Cell[];
}

/** A table with what stands above and below it. */
export interface Sheet {
  readonly name: string;
  readonly above: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly below: readonly string[];
  /** What an official form has around its table. */
  readonly form?: Form;
  /** Bars, which only a terminal shows: other formats have the figures. */
  readonly isPicture?: boolean;
}

/** 附件, 填报单位 and 单位 above a form, and who signs below it. */
export interface Form {
  readonly attachment: string;
  readonly left: string;
  readonly right: string;
  readonly signatures: readonly string[];
}

/** A table of more rows than are kept in memory. */
export interface LongSheet extends Omit<Sheet, 'columns' | 'rows'> {
  readonly columns: readonly WideColumn[];
  readonly rows: AsyncIterable<Row>;
}

/** One line of what a report comes to. */
export type VerdictLine = readonly [style: Style, words: string];

/** What one command reports: a title and its sheets, the main one first. */
export interface Report<S extends Sheet | LongSheet = Sheet> {
  readonly title: string;
  /** What it comes to, the first line before all, and again at the end where it is read on a screen. */
  readonly verdict?: readonly VerdictLine[];
  /** Which files it is about. */
  readonly read?: string;
  readonly sheets: readonly S[];
}

export function text(value: string, style: Style = 'plain'): Cell {
  return { kind: 'text', text: value, style };
}

/** Somebody's number, masked already or asked for, or a digest: no mask is to look at it again. */
export function number(value: string, style: Style = 'plain'): Cell {
  return { kind: 'text', text: value, style, isNumber: true };
}
