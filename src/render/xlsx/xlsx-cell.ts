import { FEN_PER_WAN, wanYuan } from '../../domain/money.ts';
import type { Cell, Level, Style } from '../../report/sheet.ts';
import type { CellStyle } from '../../workbook/write/cell.ts';
import { beginning, neutralised, readingText } from '../cell-text.ts';

export const HEADING_FONT = { name: '黑体', size: 11, bold: true };
export const BODY_FONT = { name: '仿宋', size: 11 };
/** Of figures: one whose digits are as wide wherever a workbook is opened, or they would show as ### where 仿宋 is missing. */
export const FIGURES = 'Times New Roman';
const LINE = 'FFBFBFBF';

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
export const LONGEST = 32_767;

const FEN_PER_YUAN = 100;

/** Money as a number in 万元, or in 元 where the cell says so; a count as a number; anything else as text. */
export function cellValue(cell: Cell): string | number {
  if (cell.kind === 'money' && cell.value !== null)
    return Number(cell.value) / (cell.in === 'yuan' ? FEN_PER_YUAN : Number(FEN_PER_WAN));
  if (cell.kind === 'count' && cell.value !== null) return Number(cell.value);
  if (cell.kind === 'bits') return cell.value / 100;
  return textValue(readingText(cell));
}

/** Text as a cell of a workbook may hold it: no formula, and no longer than any cell. */
export function textValue(words: string): string {
  const text = neutralised(words);
  return text.length > LONGEST ? `${beginning(text, LONGEST - 1)}…` : text;
}

/** One object for cells that look the same: of text by its style alone, since most cells are that. */
const STYLES = [0, 1, 2, 3].map(() => new Map<string, CellStyle>());

/** Money of the column has so many decimals, all of it the same. */
export function styleOf(cell: Cell, heading: boolean, wrapped: boolean, decimals = 2): CellStyle {
  const format = formatOf(cell, decimals);
  const own = cell.style ?? 'plain';
  const key = cell.kind === 'text' ? own : `${own} ${format}`;
  const styles = STYLES[(heading ? 2 : 0) + (wrapped ? 1 : 0)] as Map<string, CellStyle>;
  const known = styles.get(key);
  if (known) return known;
  const colour = COLOURS[own];
  const fill = heading ? HEADING_FILL : FILLS[own];
  const style: CellStyle = {
    font: fontOf(heading || own === 'strong' ? HEADING_FONT : BODY_FONT, cell, colour),
    horizontal: cell.kind === 'text' ? 'left' : 'right',
    wrapped,
    line: LINE,
    ...(fill ? { fill } : {}),
    ...(format === '' ? {} : { format }),
  };
  styles.set(key, style);
  return style;
}

const fontOf = (font: CellStyle['font'], { kind }: Cell, colour: string | undefined): CellStyle['font'] => ({
  ...font,
  ...(kind === 'text' ? {} : { name: FIGURES }),
  ...(colour ? { colour } : {}),
});

/** How many decimals of 万元 show all money of a column to the fen: two at least. */
export function decimalsOf(cells: readonly Cell[]): number {
  return cells.reduce((most, cell) => {
    if (cell.kind !== 'money' || cell.in === 'yuan' || cell.value === null) return most;
    return Math.max(most, wanYuan(cell.value).split('.')[1]?.length ?? 0);
  }, 2);
}

function formatOf(cell: Cell, decimals = 2): string {
  if (cell.kind === 'count') return markedFormat(cell, '#,##0');
  if (cell.kind === 'bits') return '+0.00;-0.00;0.00';
  if (cell.kind !== 'money') return '';
  if (cell.in === 'yuan') return '#,##0.00';
  return markedFormat(cell, `#,##0.${'0'.repeat(decimals)}`);
}

function markedFormat({ mark, after }: Extract<Cell, { readonly mark?: string }>, figures: string): string {
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
  note: { name: '仿宋', size: 10 },
} as const;
const FORM_LINE = 'FF000000';
const FORM_STYLES = new Map<string, CellStyle>();

/** What heads the columns of a form, and of any other sheet. */
export const FORM_HEADING: CellStyle = {
  font: FORM_FONTS.heading,
  horizontal: 'center',
  wrapped: true,
  line: FORM_LINE,
};
export const HEADING: CellStyle = { font: HEADING_FONT, horizontal: 'center', wrapped: true, line: LINE };

/** A cell of an official form: black on white, sums in 黑体; what is not counted in grey. */
export function formStyle(cell: Cell, level: Level): CellStyle {
  const isSum = level === 'subtotal' || level === 'total';
  const muted = cell.style === 'muted' && cell.kind !== 'text';
  const isError = cell.style === 'error';
  const format = cell.kind === 'money' ? markedFormat(cell, '#,##0.00') : formatOf(cell);
  const key = `${isSum} ${muted} ${isError} ${cell.kind === 'text'} ${format}`;
  const known = FORM_STYLES.get(key);
  if (known) return known;
  const colour = isError ? COLOURS.error : muted ? COLOURS.muted : undefined;
  const style: CellStyle = {
    font: fontOf(isSum ? { ...FORM_FONTS.sum, bold: cell.kind !== 'text' } : FORM_FONTS.cell, cell, colour),
    horizontal: cell.kind === 'text' ? 'left' : 'right',
    wrapped: true,
    line: FORM_LINE,
    ...(format === '' ? {} : { format }),
  };
  FORM_STYLES.set(key, style);
  return style;
}
