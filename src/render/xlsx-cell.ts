import type { Style as WorkbookStyle } from 'exceljs';
import { FEN_PER_WAN } from '../domain/money.ts';
import type { Cell, Style } from '../report/sheet.ts';
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
  const text = neutralised(oneLine(readingText(cell)));
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
  const quoted = (words = '') => (words ? `"${words}"` : '');
  return `${quoted(cell.mark)}#,##0.00####${quoted(cell.after)}`;
}
