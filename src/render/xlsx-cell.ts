import type { Style as WorkbookStyle } from 'exceljs';
import { FEN_PER_WAN } from '../domain/money.ts';
import type { Cell, Level, Style } from '../report/sheet.ts';
import { neutralised, oneLine, readingText } from './cell-text.ts';

export const HEADING_FONT = { name: '黑体', size: 11, bold: true };
export const BODY_FONT = { name: '仿宋', size: 11 };
const LINE = { style: 'thin' as const, color: { argb: 'FFBFBFBF' } };
export const BORDER = { top: LINE, bottom: LINE, left: LINE, right: LINE };

const COLOURS: Partial<Record<Style, string>> = {
  muted: 'FF808080',
  error: 'FFC00000',
  warning: 'FF9C5700',
  different: 'FF9C5700',
  good: 'FF006100',
};
/** What a colour alone would not make seen on paper. */
const FILLS: Partial<Record<Style, string>> = { different: 'FFFFEB9C' };
const HEADING_FILL = 'FFF2F2F2';
/** The longest text that a cell of a workbook may hold. */
const LONGEST = 32_767;

const FEN_PER_YUAN = 100;

/** Money as a number in 万元, or in 元 where the cell says so; a count as a number; anything else as text. */
export function cellValue(cell: Cell): string | number {
  if (cell.kind === 'money' && cell.value !== null)
    return Number(cell.value) / (cell.in === 'yuan' ? FEN_PER_YUAN : Number(FEN_PER_WAN));
  if (cell.kind === 'count' && cell.value !== null) return Number(cell.value);
  return textValue(readingText(cell));
}

/** Text as a cell of a workbook may hold it: on one line, no formula, and no longer than any cell. */
export function textValue(words: string): string {
  const text = neutralised(oneLine(words));
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** One object for cells that look the same: exceljs stores a style once, and knows it again by its object. */
const STYLES = new Map<string, Partial<WorkbookStyle>>();

export function styleOf(cell: Cell, heading: boolean, wrapped: boolean): Partial<WorkbookStyle> {
  const format = formatOf(cell);
  const key = `${cell.style} ${heading} ${wrapped} ${cell.kind === 'text'} ${format}`;
  const known = STYLES.get(key);
  if (known) return known;
  const colour = COLOURS[cell.style ?? 'plain'];
  const fill = heading ? HEADING_FILL : FILLS[cell.style ?? 'plain'];
  const style: Partial<WorkbookStyle> = {
    font: { ...(heading ? HEADING_FONT : BODY_FONT), ...(colour ? { color: { argb: colour } } : {}) },
    alignment: { vertical: 'middle', wrapText: wrapped, horizontal: cell.kind === 'text' ? 'left' : 'right' },
    border: BORDER,
    ...(fill ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: fill } } } : {}),
    ...(format === '' ? {} : { numFmt: format }),
  };
  STYLES.set(key, style);
  return style;
}

function formatOf(cell: Cell): string {
  if (cell.kind === 'count') return '#,##0';
  if (cell.kind !== 'money') return '';
  if (cell.in === 'yuan') return '#,##0.00';
  return moneyFormat(cell, '#,##0.00####');
}

function moneyFormat({ mark, after }: Extract<Cell, { readonly kind: 'money' }>, figures: string): string {
  const quoted = (words = '') => (words ? `"${words}"` : '');
  return `${quoted(mark)}${figures}${quoted(after)}`;
}

/** The type of an official form (GB/T 9704-2012: 小标宋 for titles, 黑体 for headings, 仿宋 for text), smaller inside a table. */
export const FORM_FONTS = {
  attachment: { name: '黑体', size: 16 },
  title: { name: '方正小标宋简体', size: 20 },
  heading: { name: '黑体', size: 10 },
  text: { name: '仿宋', size: 12 },
  cell: { name: '仿宋', size: 10 },
  sum: { name: '黑体', size: 10 },
  note: { name: '仿宋', size: 9 },
} as const;
const FORM_LINE = { style: 'thin' as const, color: { argb: 'FF000000' } };
export const FORM_BORDER = { top: FORM_LINE, bottom: FORM_LINE, left: FORM_LINE, right: FORM_LINE };
const FORM_STYLES = new Map<string, Partial<WorkbookStyle>>();

/** A cell of an official form: black on white, sums in 黑体; what is not counted in grey. */
export function formStyle(cell: Cell, level: Level): Partial<WorkbookStyle> {
  const isSum = level === 'subtotal' || level === 'total';
  const muted = cell.style === 'muted' && cell.kind !== 'text';
  const isError = cell.style === 'error';
  const format = cell.kind === 'money' ? moneyFormat(cell, '#,##0.00') : formatOf(cell);
  const key = `${isSum} ${muted} ${isError} ${cell.kind === 'text'} ${format}`;
  const known = FORM_STYLES.get(key);
  if (known) return known;
  const colour = isError ? COLOURS.error : muted ? COLOURS.muted : undefined;
  const style: Partial<WorkbookStyle> = {
    font: { ...(isSum ? FORM_FONTS.sum : FORM_FONTS.cell), ...(colour ? { color: { argb: colour } } : {}) },
    alignment: { vertical: 'middle', wrapText: true, horizontal: cell.kind === 'text' ? 'left' : 'right' },
    border: FORM_BORDER,
    ...(format === '' ? {} : { numFmt: format }),
  };
  FORM_STYLES.set(key, style);
  return style;
}
