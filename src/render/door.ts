import { incomplete } from '../domain/completing.ts';
import { withoutControls } from '../domain/shown/controls.ts';
import { shownText } from '../domain/shown/masking.ts';
import type { Shown } from '../report/findings/pair-row.ts';
import type { Cell, Column, Form, LongSheet, Report, Row, Sheet } from '../report/sheet.ts';

// The one door through which all goes that is shown. Whatever a user wrote (cells, titles, names of files and sheets, a campaign) comes
// to a renderer as it was written; every renderer passes it through here before it does anything else.

/** A report whose every text may be shown. */
export function shownReport<S extends Sheet | LongSheet>(report: Report<S>): Report<S> {
  const { title, verdict, read, sheets } = report;
  return {
    ...report,
    title: shownText(title),
    ...(verdict ? { verdict: verdict.map(([style, words]) => [style, shownText(words)] as const) } : {}),
    ...(read === undefined ? {} : { read: shownText(read) }),
    sheets: sheets.map((sheet) => shownSheet(sheet)),
  };
}

export function shownSheet<S extends Sheet | LongSheet>(sheet: S): S {
  const { name, above, columns, rows, below, form } = sheet;
  return {
    ...sheet,
    name: shownText(name),
    above: above.map(shownText),
    columns: columns.map(shownColumn),
    rows: isLong(rows) ? shownRows(rows) : rows.map(shownRow),
    below: below.map(shownText),
    ...(form ? { form: shownForm(form) } : {}),
  };
}

const isLong = (rows: readonly Row[] | AsyncIterable<Row>): rows is AsyncIterable<Row> => Symbol.asyncIterator in rows;

async function* shownRows(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  for await (const row of rows) yield shownRow(row);
}

function shownColumn(column: Column): Column {
  const { title, over } = column;
  return { ...column, title: shownText(title), ...(over === undefined ? {} : { over: shownText(over) }) };
}

function shownForm({ attachment, left, right, signatures }: Form): Form {
  return {
    attachment: shownText(attachment),
    left: shownText(left),
    right: shownText(right),
    signatures: signatures.map(shownText),
  };
}

/** A day and nothing else: of a payout, since no birth date has a cell of its own. */
const DAY = /^\d{4}-\d\d-\d\d$/;

function shownRow(row: Row): Row {
  const cells = row.cells.map(shownCell);
  const texts: string[] = [];
  for (const cell of cells) if (cell.kind === 'text' && cell.text !== '' && !DAY.test(cell.text)) texts.push(cell.text);
  const masked = incomplete(texts);
  if (!masked || texts.every((text) => masked(text) === text)) return { ...row, cells };
  return { ...row, cells: cells.map((cell) => (cell.kind === 'text' ? { ...cell, text: masked(cell.text) } : cell)) };
}

export function shownCell(cell: Cell): Cell {
  if (cell.kind !== 'text') return cell;
  const shown = cell.isNumber ? withoutControls(cell.text) : shownText(cell.text);
  return shown === cell.text ? cell : { ...cell, text: shown };
}

/** A text of a record that has been looked at by itself: somebody's number, masked or asked for. */
export class AsIs {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** People, with their whole numbers where those were asked for. */
export const shownPeople = (people: readonly string[], { showIds }: Shown): readonly (string | AsIs)[] =>
  showIds ? people.map((person) => new AsIs(person)) : people;

/** The member that holds a digest of ours, in which a number would be chance. A campaign may say anything there. */
const FINGERPRINT = 'fingerprint';
const DIGEST = /^[\da-f]{16}$/;
/** Money, as `yuan` prints it. */
const MONEY = /^-?\d{1,16}\.\d\d$/;

/** A record, or what a member of one holds, whose every text may be shown, keys as well. */
export function shownRecord<T>(record: T, member = ''): T {
  const texts: string[] = [];
  const shown = shownValue(record, member, texts);
  const masked = incomplete(texts);
  return (masked && texts.some((text) => masked(text) !== text) ? mapped(shown, masked) : shown) as T;
}

function shownValue(value: unknown, key: string, texts: string[]): unknown {
  if (typeof value === 'string') {
    if ((key === FINGERPRINT && DIGEST.test(value)) || MONEY.test(value)) return value;
    const shown = shownText(value);
    if (!DAY.test(shown)) texts.push(shown);
    return shown;
  }
  if (value instanceof AsIs) {
    const shown = withoutControls(value.text);
    texts.push(shown);
    return shown;
  }
  if (Array.isArray(value)) return value.map((each) => shownValue(each, key, texts));
  if (!isPlain(value)) return value;
  const shown: Record<string, unknown> = {};
  for (const name of Object.keys(value)) put(shown, shownText(name), shownValue(value[name], name, texts));
  return shown;
}

/** A member of a record, also one that is called as what every object has. */
function put(record: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__') Object.defineProperty(record, name, { value, enumerable: true });
  else record[name] = value;
}

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => mapped(each, change));
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapped(inner, change)]));
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
