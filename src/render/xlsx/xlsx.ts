import type { Cell, LongSheet, Report, Row, Sheet } from '../../report/sheet.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { CellStyle, WorkbookCell, WorkbookRow, Worksheet } from '../../workbook/write/cell.ts';
import { workbookOf } from '../../workbook/write/workbook.ts';
import { shownReport } from '../door.ts';
import { wrap } from '../width.ts';
import { type ShownColumn, shownColumns } from './columns.ts';
import { madeAt } from './made-at.ts';
import { heightOf, type PrintedRow, pageBreaks, pagesOf, scaleOf } from './pages.ts';
import { worksheetName } from './worksheet-name.ts';
import { BODY_FONT, cellValue, HEADING, HEADING_FONT, styleOf, textValue } from './xlsx-cell.ts';
import { type FormSheet, formWorksheet } from './xlsx-form.ts';

/** What a worksheet holds (1,048,576 rows), less what stands above and below. */
const MOST_ROWS = 1_048_000;

interface Options {
  /** So many rows go on one worksheet. */
  readonly mostRows?: number;
}

/**
 * A report as a workbook, a worksheet for each sheet, in pieces: money as numbers, counts as numbers, unknown as “—”. A sheet of
 * more rows than a worksheet holds goes on in the next.
 */
export function renderXlsx(
  report: Report<Sheet | LongSheet>,
  catalogue: Catalogue,
  { mostRows = MOST_ROWS }: Options = {},
): AsyncIterable<Uint8Array> {
  const { title, sheets } = shownReport(report);
  return workbookOf(worksheets(), madeAt());

  async function* worksheets(): AsyncGenerator<Worksheet> {
    const names = new Set<string>();
    for (const [index, sheet] of sheets.filter(({ isPicture }) => !isPicture).entries()) {
      if (isForm(sheet)) yield formWorksheet(sheet, worksheetName(sheet.name, names), title);
      else {
        const own = index === 0 ? title : `${title}${catalogue.parenthesised(sheet.name)}`;
        yield* worksheetsOf(sheet, own, names, catalogue, mostRows);
      }
    }
  }
}

const isForm = (sheet: Sheet | LongSheet): sheet is FormSheet => sheet.form !== undefined && Array.isArray(sheet.rows);

/** A row with its height, in points. */
type TableRow = WorkbookRow & { readonly height: number };

const TITLE_SIZE = 16;
const LINE_HEIGHT = 15; // points, for 11-point type

const TITLE: CellStyle = { font: { ...HEADING_FONT, size: TITLE_SIZE }, horizontal: 'center', wrapped: true };
const ABOVE: CellStyle = { font: BODY_FONT, horizontal: 'left', wrapped: true };
const BELOW: CellStyle = { ...ABOVE, font: { ...BODY_FONT, colour: 'FF808080' } };

/** A sheet as one worksheet, or as several that each have the title and the headings. */
async function* worksheetsOf(
  sheet: Sheet | LongSheet,
  title: string,
  names: Set<string>,
  catalogue: Catalogue,
  mostRows: number,
): AsyncGenerator<Worksheet> {
  const { columns, sheets, printed } = shownColumns(sheet);
  const { from, across, whole } = firstSheet(columns.slice(0, printed), sheets);
  const line = (words: string, style: CellStyle): TableRow => ({
    cells: beginning(from, { value: textValue(words), style, across }),
    height: LINE_HEIGHT * wrap(words, whole - 2).length + 2,
  });
  const below = sheet.below.map((words) => line(words, BELOW));
  const spare = columns.slice(printed).map(({ title }) => title);
  const above = [...sheet.above, ...(spare.length > 0 ? [catalogue.workbook.notPrinted(catalogue.list(spare))] : [])];
  const head = [
    titleRow(title, whole, { from, across }),
    ...above.map((words) => line(words, ABOVE)),
    headingRow(columns),
  ];
  const { rows: known } = sheet;
  const breaks =
    Array.isArray(known) && known.length <= Math.min(PLANNED, mostRows)
      ? breaksOf(known, columns, { head, below, scale: scaleOf(columns.slice(0, printed), sheets) })
      : {};
  const rows = eachOf<Row>(sheet.rows);
  let next = await rows.next();
  let name = worksheetName(sheet.name, names);
  const page = async function* (): AsyncGenerator<WorkbookRow> {
    yield* head;
    for (let count = 0; count < mostRows && !next.done; count += 1) {
      yield workbookRow(next.value, columns);
      next = await rows.next();
    }
    if (next.done) {
      yield* below;
      return;
    }
    name = worksheetName(sheet.name, names);
    yield line(catalogue.workbook.goesOn(name), BELOW);
  };
  do {
    yield {
      name,
      widths: columns.map((each) => each.width),
      frozen: { rows: head.length, columns: 0 },
      headings: [head.length, head.length],
      hasFilter: !Array.isArray(sheet.rows),
      ...(sheets > 1 ? { across: { sheets, columns: REPEATED } } : {}),
      ...(spare.length > 0 ? { printed } : {}),
      inputs: new Map(columns.flatMap(({ input }, at) => (input ? [[at, input] as const] : []))),
      ...breaks,
      rows: page(),
    };
  } while (!next.done);
}

/** Longer tables are searched rather than printed: where their pages end is left to whatever prints them. */
const PLANNED = 2000;
/** So many of the last rows stand with the sums and what is said below them. */
const WITH_SUMS = 2;

/** Where the pages of a table end: not between a heading and its rows, and not before the sums. */
function breaksOf(
  rows: readonly Row[],
  columns: readonly ShownColumn[],
  {
    head,
    below,
    scale,
  }: { readonly head: readonly TableRow[]; readonly below: readonly TableRow[]; readonly scale: number },
): Pick<Worksheet, 'onOnePage' | 'pagesFrom'> {
  const printed = rows.map(
    (row, index): PrintedRow => ({
      height: workbookRow(row, columns).height,
      leads: row.level === 'band' || rows[index + 1]?.level === 'subtotal',
      ends: row.level === 'subtotal' || rows[index + 1]?.level === 'band',
    }),
  );
  const sums = rows.length - 1 - rows.findLastIndex(({ level }) => level !== 'total' && level !== 'subtotal');
  const pages = pagesOf([...printed, ...below], WITH_SUMS + sums + below.length, {
    scale,
    size: BODY_FONT.size,
    above: heightOf(head),
    headings: heightOf(head.slice(-1)),
  });
  return pageBreaks(pages, head.length);
}

const eachOf = <T>(rows: Iterable<T> | AsyncIterable<T>) =>
  Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();

/**
 * Where the title of a table and its notes stand: over all columns, and where those go over two sheets of paper, on the first alone,
 * behind the columns that both have. `whole` is how wide that is.
 */
function firstSheet(printed: readonly ShownColumn[], sheets: 1 | 2): { from: number; across: number; whole: number } {
  if (sheets === 1) return { from: 0, across: printed.length, whole: sumOf(printed) };
  const room = sumOf(printed) / sheets;
  const end = printed.findIndex((_, at) => sumOf(printed.slice(0, at + 1)) > room);
  return { from: REPEATED, across: end - REPEATED, whole: sumOf(printed.slice(REPEATED, end)) };
}

const sumOf = (columns: readonly ShownColumn[]) => columns.reduce((sum, { width }) => sum + width, 0);

/** A row of one cell, so many columns from the left. */
const beginning = (from: number, cell: WorkbookCell): (WorkbookCell | undefined)[] => [
  ...Array.from({ length: from }, () => undefined),
  cell,
];

/** What a table over two sheets of paper has on both: a number, and what it is of. */
const REPEATED = 2;
function titleRow(title: string, whole: number, { from, across }: { from: number; across: number }): TableRow {
  const lines = wrap(title, Math.floor((whole * HEADING_FONT.size) / TITLE_SIZE) - 2).length;
  return { cells: beginning(from, { value: textValue(title), style: TITLE, across }), height: 2 * LINE_HEIGHT * lines };
}

function headingRow(columns: readonly ShownColumn[]): TableRow {
  const titles = columns.map(({ title, lines }) => lines(title));
  return {
    cells: columns.map(({ title }) => ({ value: textValue(title), style: HEADING })),
    height: LINE_HEIGHT * Math.max(...titles) + 2,
  };
}

/** What an empty cell looks like where an amount is to be filled in. */
const AMOUNT: Cell = { kind: 'money', value: null, in: 'yuan' };

function workbookRow({ level, cells }: Row, columns: readonly ShownColumn[]): TableRow {
  const isBand = level === 'band';
  const heading = isBand || level === 'subtotal' || level === 'total';
  let lines = 1;
  const shown = columns.map(({ at, lines: linesOf, decimals, input }): WorkbookCell | undefined => {
    const cell = cells[at];
    if (!cell) return undefined;
    const value = cellValue(cell);
    const isBroken = !isBand && !(cell.kind === 'text' && cell.again);
    // Viewers do not fit a row to wrapped Chinese text by themselves.
    if (isBroken && typeof value === 'string') lines = Math.max(lines, linesOf(value));
    const isEmptyAmount = value === '' && input !== undefined && 'amount' in input;
    return { value, style: styleOf(isEmptyAmount ? AMOUNT : cell, heading, isBroken, decimals) };
  });
  if (!isBand) return { cells: shown, height: LINE_HEIGHT * lines + 2 };
  const [first] = shown;
  return { cells: first ? [{ ...first, across: columns.length }] : [], height: LINE_HEIGHT + 2 };
}
