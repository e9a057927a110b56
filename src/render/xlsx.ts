import type { Cell as WorkbookCell, Worksheet } from 'exceljs';
import type { Column, LongSheet, Report, Row, Sheet } from '../report/sheet.ts';
import type { Catalogue } from '../text/zh.ts';
import { oneLine, readingText } from './cell-text.ts';
import { width, wrap } from './width.ts';
import { BODY_FONT, BORDER, cellValue, HEADING_FONT, styleOf, textValue } from './xlsx-cell.ts';
import { type FormSheet, fillForm, headingRows, rowsAbove } from './xlsx-form.ts';
import { madeAt, withoutTimes } from './zip-times.ts';

/** A report as a workbook, a worksheet for each sheet: money as numbers, counts as numbers, unknown as “—”. */
export async function renderXlsx(
  { title, sheets }: Report<Sheet | LongSheet>,
  catalogue: Catalogue,
): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const { PassThrough } = await import('node:stream');
  const stream = new PassThrough();
  const chunks: Uint8Array[] = [];
  stream.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  workbook.created = workbook.modified = madeAt();
  const names = new Set<string>();
  for (const [index, sheet] of sheets.filter(({ isPicture }) => !isPicture).entries()) {
    const shown = sheet.columns.flatMap((column, at) => (column.use === 'data' ? [] : [{ ...column, at }]));
    const form = formOf(sheet);
    const heading = form ? rowsAbove(form) : sheet.above.length + 2;
    const worksheet = workbook.addWorksheet(worksheetName(sheet.name, names), {
      views: [{ state: 'frozen', ySplit: heading, ...(form ? { xSplit: FROZEN } : {}), showGridLines: false }],
      pageSetup: {
        paperSize: 9,
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        printTitlesRow: form ? `${heading - headingRows(form) + 1}:${heading}` : `${heading}:${heading}`,
        margins: MARGINS,
      },
      headerFooter: { oddFooter: '&C&P / &N' },
    });
    if (form) fillForm(worksheet, form, title);
    else await fill(worksheet, sheet, shown, index === 0 ? title : `${title}${catalogue.parenthesised(sheet.name)}`);
    worksheet.commit();
  }
  await workbook.commit();
  return withoutTimes(Buffer.concat(chunks));
}

/** Columns that stay while a form is scrolled: number, department, measure. */
const FROZEN = 3;

function formOf(sheet: Sheet | LongSheet): FormSheet | null {
  return sheet.form && Array.isArray(sheet.rows) ? (sheet as FormSheet) : null;
}

/** At most 31 characters, none of []:*?/\, and no two alike. */
function worksheetName(name: string, taken: Set<string>): string {
  const plain = name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 31) || 'Sheet';
  let unique = plain;
  for (let suffix = 2; taken.has(unique.toLowerCase()); suffix += 1) unique = `${plain.slice(0, 28)} ${suffix}`;
  taken.add(unique.toLowerCase());
  return unique;
}

const NARROWEST = 8;
const WIDEST = 30;
const TITLE_SIZE = 16;
const LINE_HEIGHT = 15; // points, for 11-point type
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 }; // inches

/** A column that is shown, and the index of its cells. */
type ShownColumn = Column & { readonly at: number };

async function fill(
  worksheet: Worksheet,
  { above, rows, below }: Sheet | LongSheet,
  columns: readonly ShownColumn[],
  title: string,
): Promise<void> {
  const merged = (text: string, font: object, horizontal: 'center' | 'left', height?: number) => {
    const row = worksheet.addRow([textValue(text)]);
    worksheet.mergeCells(row.number, 1, row.number, columns.length);
    row.getCell(1).style = { font, alignment: { horizontal, vertical: 'middle', wrapText: true } };
    if (height !== undefined) row.height = height;
    row.commit();
  };
  const known: readonly Row[] = Array.isArray(rows) ? rows : [];
  const widths = columns.map(({ title, at, width: given }) => {
    if (given !== undefined) return given;
    const cells = known.flatMap(({ level, cells }) => (level === 'band' ? [] : (cells[at] ?? [])));
    return cells.reduce(
      (widest, cell) => Math.min(WIDEST, Math.max(widest, width(readingText(cell)) + 2)),
      Math.min(WIDEST, Math.max(NARROWEST, width(title) + 2)),
    );
  });
  for (const [position, columnWidth] of widths.entries()) worksheet.getColumn(position + 1).width = columnWidth;
  const whole = widths.reduce((sum, each) => sum + each, 0);
  const lines = (text: string) => LINE_HEIGHT * wrap(text, whole - 2).length + 2;
  const titleLines = wrap(title, Math.floor((whole * HEADING_FONT.size) / TITLE_SIZE) - 2).length;
  merged(title, { ...HEADING_FONT, size: TITLE_SIZE }, 'center', 2 * LINE_HEIGHT * titleLines);
  for (const line of above) merged(line, BODY_FONT, 'left', lines(line));
  const heading = worksheet.addRow(columns.map(({ title }) => textValue(title)));
  heading.eachCell((cell) => {
    cell.style = {
      font: HEADING_FONT,
      alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
      border: BORDER,
    };
  });
  const titles = columns.map(({ title }, position) => wrap(title, (widths[position] ?? NARROWEST) - 2).length);
  heading.height = LINE_HEIGHT * Math.max(...titles) + 2;
  heading.commit();
  if (known !== rows) {
    const corner = { row: above.length + 2, column: 1 };
    worksheet.autoFilter = { from: corner, to: { ...corner, column: columns.length } };
  }
  for await (const row of rows) addRow(worksheet, row, columns, widths);
  for (const line of below) merged(line, { ...BODY_FONT, color: { argb: 'FF808080' } }, 'left', lines(line));
}

function addRow(
  worksheet: Worksheet,
  { level, cells }: Row,
  columns: readonly ShownColumn[],
  widths: readonly number[],
): void {
  const row = worksheet.addRow([]);
  const heading = level === 'subtotal' || level === 'total' || level === 'band';
  let lines = 1;
  for (const [position, { at }] of columns.entries()) {
    const cell = cells[at];
    if (!cell) continue;
    const target: WorkbookCell = row.getCell(position + 1);
    target.value = cellValue(cell);
    target.style = styleOf(cell, heading, level !== 'band');
    // Viewers do not fit a row to wrapped Chinese text by themselves.
    lines = Math.max(lines, wrap(oneLine(readingText(cell)), (widths[position] ?? NARROWEST) - 2).length);
  }
  if (level === 'band') worksheet.mergeCells(row.number, 1, row.number, Math.max(1, columns.length));
  else row.height = LINE_HEIGHT * lines + 2;
  row.commit();
}
