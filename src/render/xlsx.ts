import type { Cell as WorkbookCell, Worksheet } from 'exceljs';
import { FEN_PER_WAN } from '../domain/money.ts';
import type { Cell, Report, Row, Sheet, Style } from '../report/sheet.ts';
import type { Catalogue } from '../text/zh.ts';
import { neutralised, oneLine, readingText } from './cell-text.ts';
import { width, wrap } from './width.ts';

const HEADING_FONT = { name: '黑体', size: 11, bold: true };
const BODY_FONT = { name: '仿宋', size: 11 };
const COLOURS: Partial<Record<Style, string>> = {
  muted: 'FF808080',
  error: 'FFC00000',
  warning: 'FF9C5700',
  good: 'FF006100',
};
/** The longest text that a cell of a workbook may hold. */
const LONGEST = 32_767;

/** A report as a workbook, a worksheet for each sheet: money as numbers in 万元, counts as numbers, unknown as “—”. */
export async function renderXlsx({ title, sheets }: Report, catalogue: Catalogue): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  const names = new Set<string>();
  for (const [index, sheet] of sheets.entries()) {
    const worksheet = workbook.addWorksheet(worksheetName(sheet.name, names), {
      views: [{ state: 'normal', showGridLines: false }],
    });
    fill(worksheet, sheet, index === 0 ? title : `${title}${catalogue.parenthesised(sheet.name)}`);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
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
const LINE_HEIGHT = 15; // points, for 11-point type

function fill(worksheet: Worksheet, sheet: Sheet, title: string): void {
  const { above, rows, below } = sheet;
  const shown = sheet.columns.flatMap(({ use }, index) => (use === 'data' ? [] : [index]));
  const columns = shown.flatMap((index) => sheet.columns[index] ?? []);
  const merged = (text: string, font: object, horizontal: 'center' | 'left') => {
    const row = worksheet.addRow([neutralised(oneLine(text))]);
    worksheet.mergeCells(row.number, 1, row.number, columns.length);
    row.getCell(1).font = font;
    row.getCell(1).alignment = { horizontal, vertical: 'middle', wrapText: true };
    return row;
  };
  merged(title, { ...HEADING_FONT, size: 16 }, 'center').height = 2 * LINE_HEIGHT;
  for (const line of above) merged(line, BODY_FONT, 'left');
  const heading = worksheet.addRow(columns.map((column) => column.title));
  heading.font = HEADING_FONT;
  heading.eachCell((cell) => {
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.border = BORDER;
  });
  const widths = columns.map(({ title }, position) => {
    const cells = rows.flatMap(({ level, cells }) => (level === 'band' ? [] : (cells[shown[position] ?? -1] ?? [])));
    return Math.min(
      WIDEST,
      Math.max(NARROWEST, width(title) + 2, ...cells.map((cell) => width(readingText(cell)) + 2)),
    );
  });
  for (const [position, columnWidth] of widths.entries()) worksheet.getColumn(position + 1).width = columnWidth;
  for (const { level, cells } of rows) {
    addRow(
      worksheet,
      level,
      shown.flatMap((index) => cells[index] ?? []),
      widths,
    );
  }
  for (const line of below) merged(line, { ...BODY_FONT, color: { argb: 'FF808080' } }, 'left');
  worksheet.views = [{ state: 'frozen', ySplit: heading.number, showGridLines: false }];
  worksheet.pageSetup = {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${heading.number}:${heading.number}`,
  };
}

const LINE = { style: 'thin' as const, color: { argb: 'FFBFBFBF' } };
const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE };

function addRow(worksheet: Worksheet, level: Row['level'], cells: readonly Cell[], widths: readonly number[]): void {
  const row = worksheet.addRow([]);
  const heading = level === 'subtotal' || level === 'total' || level === 'band';
  for (const [position, cell] of cells.entries()) {
    const target = row.getCell(position + 1);
    setValue(target, cell);
    const colour = COLOURS[cell.style ?? 'plain'];
    target.font = { ...(heading ? HEADING_FONT : BODY_FONT), ...(colour ? { color: { argb: colour } } : {}) };
    target.alignment = {
      vertical: 'middle',
      wrapText: level !== 'band',
      horizontal: cell.kind === 'text' ? 'left' : 'right',
    };
    target.border = BORDER;
    if (heading) target.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } };
  }
  if (level === 'band') {
    worksheet.mergeCells(row.number, 1, row.number, Math.max(1, cells.length));
    return;
  }
  // Viewers do not fit a row to wrapped Chinese text by themselves.
  const lines = cells.map(
    (cell, position) => wrap(oneLine(readingText(cell)), (widths[position] ?? NARROWEST) - 2).length,
  );
  row.height = LINE_HEIGHT * Math.max(1, ...lines) + 2;
}

function setValue(target: WorkbookCell, cell: Cell): void {
  if (cell.kind === 'money' && cell.value !== null) {
    target.value = Number(cell.value) / Number(FEN_PER_WAN);
    const quoted = (words = '') => (words ? `"${words}"` : '');
    target.numFmt = `${quoted(cell.mark)}#,##0.00####${quoted(cell.after)}`;
  } else if (cell.kind === 'count' && cell.value !== null) {
    target.value = Number(cell.value);
    target.numFmt = '#,##0';
  } else {
    const text = neutralised(oneLine(readingText(cell)));
    target.value = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  }
}
