import type { Worksheet } from 'exceljs';
import type { Cell, Column, Form, Row, Sheet } from '../report/sheet.ts';
import { oneLine, readingText } from './cell-text.ts';
import { wrap } from './width.ts';
import { cellValue, FORM_BORDER, FORM_FONTS, formStyle, textValue } from './xlsx-cell.ts';

/** A sheet that is an official form. */
export type FormSheet = Sheet & { readonly form: Form };

/** Rows above the headings: 附件, the title, and who reports in what unit. */
const ABOVE = 3;
const LINE_HEIGHT = 14; // points, for 10-point type
const TITLE_HEIGHT = 36;
const NARROWEST = 6;

/** Rows of headings: two where columns have something over them. */
export const headingRows = ({ columns }: Pick<Sheet, 'columns'>): number =>
  columns.some(({ over }) => over !== undefined) ? 2 : 1;

/** The rows above the first of the body. */
export const rowsAbove = (sheet: Pick<Sheet, 'columns'>): number => ABOVE + headingRows(sheet);

/**
 * Fills a worksheet with an official form: 附件 and a centred title, headings of two rows, sums as formulas with their values
 * beside them, signatures below. Typography after GB/T 9704-2012 where it applies: 小标宋 for the title, 黑体 for headings, 仿宋
 * for text, all by name.
 */
export function fillForm(worksheet: Worksheet, sheet: FormSheet, title: string): void {
  const { form, rows, below } = sheet;
  const columns = sheet.columns.flatMap((column, at) => (column.use === 'data' ? [] : [{ ...column, at }]));
  const last = columns.length;
  for (const [position, { width: given = NARROWEST }] of columns.entries())
    worksheet.getColumn(position + 1).width = given;
  const merged = (
    line: number,
    from: number,
    to: number,
    words: string,
    style: keyof typeof FORM_FONTS,
    side: Side,
  ) => {
    const cell = worksheet.getCell(line, from);
    cell.value = textValue(words);
    cell.style = { font: FORM_FONTS[style], alignment: { horizontal: side, vertical: 'middle', wrapText: true } };
    if (to > from) worksheet.mergeCells(line, from, line, to);
  };
  merged(1, 1, last, form.attachment, 'attachment', 'left');
  merged(2, 1, last, title, 'title', 'center');
  worksheet.getRow(2).height = TITLE_HEIGHT;
  const middle = Math.max(1, Math.floor(last / 2));
  merged(ABOVE, 1, middle, form.left, 'text', 'left');
  merged(ABOVE, middle + 1, last, form.right, 'text', 'right');
  headings(worksheet, columns, headingRows(sheet));
  const first = rowsAbove(sheet) + 1;
  const covered = new Set<string>();
  for (const [index, row] of rows.entries()) body(worksheet, row, first + index, columns, first, covered);
  let line = first + rows.length;
  const whole = columns.reduce((sum, { width: given = NARROWEST }) => sum + given, 0);
  for (const words of below) {
    merged(line, 1, last, words, 'note', 'left');
    worksheet.getRow(line).height = LINE_HEIGHT * wrap(words, whole - 2).length + 2;
    line += 1;
  }
  signatures(worksheet, form.signatures, line, last, merged);
  for (let each = 1; each <= line; each += 1) worksheet.getRow(each).commit();
}

type Side = 'left' | 'center' | 'right';
type Merged = (line: number, from: number, to: number, words: string, style: 'text', side: Side) => void;
type ShownColumn = Column & { readonly at: number };

/** Titles, under what stands over them where there is such. */
function headings(worksheet: Worksheet, columns: readonly ShownColumn[], rows: number): void {
  const [upper, lower] = [ABOVE + 1, ABOVE + rows];
  const style = {
    font: FORM_FONTS.heading,
    border: FORM_BORDER,
    alignment: { horizontal: 'center' as const, vertical: 'middle' as const, wrapText: true },
  };
  for (const [position, { title, over }] of columns.entries()) {
    const column = position + 1;
    for (const line of new Set([upper, lower])) worksheet.getCell(line, column).style = style;
    if (over === undefined) {
      worksheet.getCell(upper, column).value = textValue(title);
      if (rows > 1) worksheet.mergeCells(upper, column, lower, column);
      continue;
    }
    worksheet.getCell(lower, column).value = textValue(title.replace(over, '').trim() || title);
    if (columns[position - 1]?.over === over) continue;
    worksheet.getCell(upper, column).value = textValue(over);
    const width = columns.slice(position).findIndex((each) => each.over !== over);
    const end = width < 0 ? columns.length : position + width;
    if (end > column) worksheet.mergeCells(upper, column, upper, end);
  }
  for (let line = upper; line <= lower; line += 1) worksheet.getRow(line).height = LINE_HEIGHT * 2;
}

function body(
  worksheet: Worksheet,
  { level, cells }: Row,
  line: number,
  columns: readonly ShownColumn[],
  first: number,
  covered: Set<string>,
): void {
  let height = 1;
  for (const [position, { at, width: given = NARROWEST }] of columns.entries()) {
    const cell = cells[at];
    const target = worksheet.getCell(line, position + 1);
    if (!cell || covered.has(`${line} ${position}`)) continue;
    target.value = formValue(cell, worksheet.getColumn(position + 1).letter, first);
    target.style = formStyle(cell, level);
    height = Math.max(height, wrap(oneLine(readingText(cell)), Math.max(2, given - 1)).length);
    if (cell.kind === 'text' && cell.rows !== undefined && cell.rows > 1) {
      const end = line + cell.rows - 1;
      worksheet.mergeCells(line, position + 1, end, position + 1);
      for (let below = line + 1; below <= end; below += 1) covered.add(`${below} ${position}`);
    }
  }
  worksheet.getRow(line).height = LINE_HEIGHT * height + 4;
}

/** What a cell holds: for a sum of other cells its formula, and its value for viewers that do not calculate. */
function formValue(cell: Cell, column: string, first: number) {
  const value = cellValue(cell);
  if ((cell.kind !== 'money' && cell.kind !== 'count') || !cell.sums || typeof value !== 'number') return value;
  return {
    formula: `SUM(${rangesOf(cell.sums).map(([from, to]) => reference(column, from + first, to + first))})`,
    result: value,
  };
}

const reference = (column: string, from: number, to: number) =>
  from === to ? `${column}${from}` : `${column}${from}:${column}${to}`;

/** 1, 2, 3, 5 are 1 to 3, and 5. */
function rangesOf(rows: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const row of rows) {
    const open = ranges.at(-1);
    if (open && open[1] === row - 1) open[1] = row;
    else ranges.push([row, row]);
  }
  return ranges;
}

/** Who signs, side by side over the whole width. */
function signatures(worksheet: Worksheet, words: readonly string[], line: number, last: number, merged: Merged): void {
  const share = Math.max(1, Math.floor(last / Math.max(1, words.length)));
  for (const [index, each] of words.entries()) {
    const from = index * share + 1;
    const to = index === words.length - 1 ? last : Math.min(last, from + share - 1);
    if (from <= last) merged(line, from, to, each, 'text', 'left');
  }
  worksheet.getRow(line).height = LINE_HEIGHT * 2;
}
