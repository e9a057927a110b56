import type { Cell, Column, LongSheet, Report, Row, Sheet } from '../../report/sheet.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { CellStyle, WorkbookCell, WorkbookRow, Worksheet } from '../../workbook/write/cell.ts';
import { workbookOf } from '../../workbook/write/workbook.ts';
import { readingText } from '../cell-text.ts';
import { shownReport } from '../door.ts';
import { width as widthOf, wrap } from '../width.ts';
import { madeAt } from './made-at.ts';
import { onPaper } from './paper.ts';
import { worksheetName } from './worksheet-name.ts';
import { BODY_FONT, cellValue, decimalsOf, HEADING, HEADING_FONT, styleOf, textValue } from './xlsx-cell.ts';
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
        yield* pagesOf(sheet, own, names, catalogue, mostRows);
      }
    }
  }
}

const isForm = (sheet: Sheet | LongSheet): sheet is FormSheet => sheet.form !== undefined && Array.isArray(sheet.rows);

const NARROWEST = 8;
const WIDEST = 30;
const TITLE_SIZE = 16;
const LINE_HEIGHT = 15; // points, for 11-point type

const TITLE: CellStyle = { font: { ...HEADING_FONT, size: TITLE_SIZE }, horizontal: 'center', wrapped: true };
const ABOVE: CellStyle = { font: BODY_FONT, horizontal: 'left', wrapped: true };
const BELOW: CellStyle = { ...ABOVE, font: { ...BODY_FONT, colour: 'FF808080' } };

/** A column that is shown: the index of its cells, how wide it is, how many lines texts take there, and decimals its money has. */
type ShownColumn = Column & {
  readonly at: number;
  readonly width: number;
  readonly decimals: number;
  readonly lines: (text: string) => number;
};

/** So many texts of a column are remembered, since most of what stands there stands there often; longer ones do not. */
const REMEMBERED = 1000;
const LONGEST_REMEMBERED = 24;

function linesIn(width: number): ShownColumn['lines'] {
  const most = width - 2;
  const known = new Map<string, number>();
  return (text) => {
    if (text.length * 2 <= most || widthOf(text) <= most) return 1;
    if (text.length > LONGEST_REMEMBERED) return wrap(text, most).length;
    let lines = known.get(text);
    if (lines !== undefined) return lines;
    lines = wrap(text, most).length;
    if (known.size === REMEMBERED) known.clear();
    known.set(text, lines);
    return lines;
  };
}

/** A sheet as one worksheet, or as several that each have the title and the headings. */
async function* pagesOf(
  sheet: Sheet | LongSheet,
  title: string,
  names: Set<string>,
  catalogue: Catalogue,
  mostRows: number,
): AsyncGenerator<Worksheet> {
  const { columns, sheets, printed } = shownColumns(sheet);
  const { from, across, whole } = firstSheet(columns.slice(0, printed), sheets);
  const line = (words: string, style: CellStyle): WorkbookRow => ({
    cells: beginning(from, { value: textValue(words), style, across }),
    height: LINE_HEIGHT * wrap(words, whole - 2).length + 2,
  });
  const { below } = sheet;
  const spare = columns.slice(printed).map(({ title }) => title);
  const above = [...sheet.above, ...(spare.length > 0 ? [catalogue.workbook.notPrinted(catalogue.list(spare))] : [])];
  const head = [
    titleRow(title, whole, { from, across }),
    ...above.map((words) => line(words, ABOVE)),
    headingRow(columns),
  ];
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
      for (const words of below) yield line(words, BELOW);
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
      rows: page(),
    };
  } while (!next.done);
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
/** Money of rows that nobody has seen yet: 100,000,000.00, and room beside it. */
const MONEY = 16;

/** Columns are as wide as their cells, within limits, where nothing else is said, and no wider than paper has room for. */
function shownColumns({ columns, rows }: Sheet | LongSheet): {
  columns: ShownColumn[];
  sheets: 1 | 2;
  printed: number;
} {
  const known: readonly Row[] | null = Array.isArray(rows) ? rows : null;
  const wanted = columns.flatMap((column, at) => {
    if (column.use === 'data') return [];
    const cells = (known ?? []).flatMap(({ level, cells }) => (level === 'band' ? [] : (cells[at] ?? [])));
    const isText = column.kind === 'text';
    const titled = Math.max(NARROWEST, titleWidth(column.title, isText) + 2);
    const least = column.width ?? Math.min(WIDEST, titled);
    const most = isText ? (column.width ?? WIDEST) : Number.POSITIVE_INFINITY;
    const widest = cells.reduce(
      (width, cell) => Math.min(most, Math.max(width, widthOf(readingText(cell)) + 2)),
      least,
    );
    const width = known === null && column.kind === 'money' ? Math.max(MONEY, widest) : widest;
    const breaks = isText && column.whole !== true;
    return [
      { ...column, at, width, breaks, isSpare: known === null && column.use === 'wide', decimals: decimalsOf(cells) },
    ];
  });
  const { widths, sheets, printed } = onPaper(wanted, BODY_FONT.size);
  return {
    columns: wanted.map((column, index) => {
      const width = widths[index] ?? column.width;
      return { ...column, width, lines: linesIn(width) };
    }),
    sheets,
    printed,
  };
}

/** The title of figures may take lines of its own for what is in brackets, and for words: figures are narrower than their titles. */
const titleWidth = (title: string, isText: boolean) =>
  isText ? widthOf(title) : Math.max(...title.split(/(?=（)| /).map(widthOf));

function titleRow(title: string, whole: number, { from, across }: { from: number; across: number }): WorkbookRow {
  const lines = wrap(title, Math.floor((whole * HEADING_FONT.size) / TITLE_SIZE) - 2).length;
  return { cells: beginning(from, { value: textValue(title), style: TITLE, across }), height: 2 * LINE_HEIGHT * lines };
}

function headingRow(columns: readonly ShownColumn[]): WorkbookRow {
  const titles = columns.map(({ title, lines }) => lines(title));
  return {
    cells: columns.map(({ title }) => ({ value: textValue(title), style: HEADING })),
    height: LINE_HEIGHT * Math.max(...titles) + 2,
  };
}

/** What an empty cell looks like where an amount is to be filled in. */
const AMOUNT: Cell = { kind: 'money', value: null, in: 'yuan' };

function workbookRow({ level, cells }: Row, columns: readonly ShownColumn[]): WorkbookRow {
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
  return { cells: first ? [{ ...first, across: columns.length }] : [] };
}
