import type { Fen } from '../../domain/money.ts';
import { nearest } from '../../domain/nearest.ts';
import type { ProblemData } from '../../domain/problem.ts';
import { FIELD_OF_TITLE, titlesOf } from '../../domain/row/field-of-title.ts';
import type { ListField } from '../../domain/row/list-field.ts';
import type { ListRole } from '../../domain/row/list-role.ts';
import { foldTitle, unitAbove, unitOfTitle } from '../../domain/row/list-title.ts';
import type { ColumnReading, MemberColumn } from './column-claims.ts';
import { assignFields } from './head-columns.ts';
import { placeGiven, readGiven } from './head-given.ts';
import { findHeader, type HeaderRows } from './head-header-rows.ts';
import type { NeedsAmount } from './list-input.ts';
import { type PaidHeads, paidHeads } from './paid-heads.ts';
import type { SaidColumns } from './said-columns.ts';

/** What stands above the body of a list, and what its columns are. */
export interface ListHead {
  /** Rows above the header. */
  readonly titles: number;
  /** Rows of the header itself. */
  readonly header: 1 | 2 | 3;
  readonly columns: readonly ColumnReading[];
  /** Which of several lists under one header it is; absent where the header is one list's. */
  readonly part?: HeadPart;
  /** Fields that several columns say together, in the order in which they are read. */
  readonly joined: ReadonlyMap<ListField, readonly number[]>;
  /** Columns that say who lives in a household whose head, or whoever else is named, is paid. */
  readonly members: readonly MemberColumn[];
  /** Where everybody of a household has a row, and only the head's is paid: by what the others are known; null where that is not so. */
  readonly paidHeads: PaidHeads | null;
  /** Titles that something was said of wherever they are, and that this list has not; each with the nearest that it has. */
  readonly unplaced: ReadonlyMap<string, string | null>;
  /** The column, which the sheet has not, of what is marked on its rows; absent where nothing is. */
  readonly marked?: number;
  /** Fen in one unit of the amount column: 100n for 元, which is meant when nothing is said. */
  readonly unit: Fen;
  /** The text that named the unit. */
  readonly unitFrom: string | null;
}

/** People side by side under one header (双栏) are a list each, and so are measures that have a column of amounts each. */
export interface HeadPart {
  /** From 0. */
  readonly number: number;
  /** The columns that are its own, or of all parts; the others are not looked at. */
  readonly columns: ReadonlySet<number>;
  /** The measure that its amounts are of; null for people side by side. */
  readonly measure: string | null;
  /** The title of those amounts. */
  readonly title?: string;
  /** Of people side by side, the columns of each of them, its own among them. */
  readonly beside?: readonly ReadonlySet<number>[];
}

type HeadCode =
  | 'list-no-header'
  | 'list-column-ambiguous'
  | 'list-column-missing'
  | 'list-given-column-unknown'
  | 'list-given-field-unknown';
/** One reason why a head can't be used: a problem's code and data, and the header's row among those given, from 1. */
export type HeadFault = {
  [C in HeadCode]: { readonly code: C; readonly row: number | null } & Readonly<ProblemData[C]>;
}[HeadCode];

const SAID_NOTHING: SaidColumns = { own: new Map(), anywhere: new Map() };
/** A header stands among the first rows or nowhere. */
const MOST_ROWS = 50;
/** Enough of a file without a header to see what it is. */
const MOST_SHOWN = 12;
/** Columns in which a misspelt title is looked for. */
const MOST_COMPARED = 100;
const YUAN: Fen = 100n;

/** What UTF-8 looks like when it is read as GBK, and GBK or UTF-8 when it is read as Windows-1252; or what no code could be. */
const WRONG_ENCODING =
  /\uFFFD|锟斤拷|濮撳|韬唤|閲戦|搴忓|[\u00C0-\u00FF][\u0080-\u00FF\u0152-\u017E\u02C6\u02DC\u2018-\u203A\u20AC\u2122]{3}/;

/**
 * Reads the head of a list from its first rows, or says everything that is wrong with it. `said` maps titles to fields (the
 * campaign's `columns:`, or --column) and decides over everything that is recognised here.
 */
export function readHead(
  rows: readonly (readonly string[])[],
  { own, anywhere, measure }: SaidColumns = SAID_NOTHING,
  role: ListRole = 'payouts',
  needsAmount: NeedsAmount = role !== 'roster',
): ListHead | { readonly faults: readonly HeadFault[] } {
  const sample = rows.slice(0, MOST_ROWS);
  const { fields, unknown } = readGiven(new Map([...own, ...anywhere]));
  const faults: HeadFault[] = unknown.map((data) => ({ code: 'list-given-field-unknown', row: null, ...data }));
  const header = findHeader(sample, fields);
  if (!header) {
    return {
      // Looking for the nearest title takes long, and of several ways to read a file all but one are only tried.
      get faults(): HeadFault[] {
        return [...faults, { code: 'list-no-header', row: null, ...whatStandsThere(sample) }];
      },
    };
  }

  const row = header.first + 1;
  const placed = placeGiven(fields, header.titles);
  const { columns, joined, members, ambiguous } = assignFields(header.titles, placed, role, measure);
  const lacking = placed.unknown.filter(({ title }) => own.has(title));
  const unplaced = new Map(placed.unknown.flatMap(({ title, nearest }) => (own.has(title) ? [] : [[title, nearest]])));
  faults.push(...lacking.map((data) => ({ code: 'list-given-column-unknown' as const, row, ...data })));
  faults.push(...ambiguous.map((data) => ({ code: 'list-column-ambiguous' as const, row, ...data })));
  faults.push(
    ...missing(columns, role, needsAmount).map((data) => ({ code: 'list-column-missing' as const, row, ...data })),
  );
  if (faults.length > 0) return { faults };
  return {
    titles: header.first,
    header: header.rows,
    columns,
    joined,
    members,
    paidHeads: role === 'payouts' ? paidHeads(sample.slice(header.first + header.rows), columns) : null,
    unplaced,
    ...unitOf(columns, sample, header),
  };
}

/**
 * A list says who, by name or ID number, and what: an amount, or goods, where that is asked. A roster only says who, and a bank may
 * go by accounts.
 */
function missing(
  columns: readonly ColumnReading[],
  role: ListRole,
  needsAmount: NeedsAmount,
): ProblemData['list-column-missing'][] {
  const titleOf = (field: ListField) => columns.find((column) => column.field === field)?.title;
  const has = (...fields: ListField[]) => fields.some((field) => titleOf(field) !== undefined);
  const titles = columns.map(({ title }) => title).filter((title) => title !== '');
  const free = columns
    .filter(({ field, how, title }) => field === null && how !== 'given' && title !== '')
    .slice(0, MOST_COMPARED);
  const lacks = (field: 'name' | 'amount') => ({
    field,
    titles,
    nearest: free.map(({ title }) => title).find((title) => nearest(foldTitle(title), titlesOf(field))) ?? null,
    payable: field === 'amount' ? (titleOf('payable') ?? null) : null,
  });
  const isNeeded = needsAmount === 'or-standard' ? has('payable') : needsAmount;
  return [
    ...(has('name', 'id_number') || (role === 'return' && has('account')) ? [] : [lacks('name')]),
    ...(isNeeded && !has('amount', 'goods', 'quantity') ? [lacks('amount')] : []),
  ];
}

/** What the header says of the unit goes over what stands above it; of several rows above, the nearest counts. */
function unitOf(columns: readonly ColumnReading[], rows: readonly (readonly string[])[], { first }: HeaderRows) {
  const amount = columns.find(({ field }) => field === 'amount')?.title;
  const own = amount === undefined ? null : unitOfTitle(amount);
  if (own !== null && amount !== undefined) return { unit: own, unitFrom: amount };
  for (const row of rows.slice(0, first).reverse()) {
    const above = unitAbove(row);
    if (above !== null) return { unit: above, unitFrom: row.join(' ').replace(/\s+/g, ' ').trim() };
  }
  return { unit: YUAN, unitFrom: null };
}

function whatStandsThere(rows: readonly (readonly string[])[]): ProblemData['list-no-header'] {
  const texts = rows.flat().filter((cell) => cell.trim() !== '');
  const shown = texts
    .filter(mayBeTitle)
    .slice(0, MOST_SHOWN)
    .map((cell) => cell.trim().slice(0, 40));
  const said = { rows: rows.length, isCut: rows.length >= MOST_ROWS, shown, ...encoding(shown) };
  for (const title of shown) {
    if (title.length < 2 || FIELD_OF_TITLE.has(foldTitle(title))) continue; // one character is like any other
    const known = nearest(foldTitle(title), FIELD_OF_TITLE.keys());
    if (known !== null) return { ...said, isEmpty: false, nearest: { title, known } };
  }
  return { ...said, isEmpty: texts.length === 0, nearest: null };
}

/**
 * What has a digit is a row's, not a title's: an ID number, a birth date and an address beside each other say all, however much of
 * each is masked.
 */
const mayBeTitle = (cell: string) => !/\p{N}/u.test(cell) && !/[〇零一二三四五六七八九]{3}/.test(cell);

const encoding = (shown: readonly string[]) => ({ garbled: shown.some((text) => WRONG_ENCODING.test(text)) });
