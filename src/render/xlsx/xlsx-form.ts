import { columnLetters } from '../../domain/column-letters.ts';
import type { Cell, Column, Form, Row, Sheet } from '../../report/sheet.ts';
import type { WorkbookCell, WorkbookRow, Worksheet } from '../../workbook/write/cell.ts';
import { readingText } from '../cell-text.ts';
import { width as textWidth, wrap } from '../width.ts';
import { onPaper, pageStarts, ROOM, widthOnPaper } from './paper.ts';
import { cellValue, FORM_FONTS, FORM_HEADING, formStyle, textValue } from './xlsx-cell.ts';

/** A sheet that is an official form. */
export type FormSheet = Sheet & { readonly form: Form };

/** Rows above the headings: 附件, the title, and who reports in what unit. */
const ABOVE = 3;
const LINE_HEIGHT = 14; // points, for 10-point type
const TITLE_HEIGHT = 36;
const NARROWEST = 6;
/** Columns that stay while a form is scrolled: number, department, measure. */
const FROZEN = 3;

type ShownColumn = Column & { readonly at: number };
type FormRow = WorkbookRow & { readonly height: number };

/**
 * An official form as a worksheet: 附件 and a centred title, headings of two rows, sums as formulas with their values beside
 * them, signatures below. Typography after GB/T 9704-2012 where it applies: 小标宋 for the title, 黑体 for headings, 仿宋 for
 * text, all by name.
 */
export function formWorksheet({ form, rows, below, ...sheet }: FormSheet, name: string, title: string): Worksheet {
  const wanted = sheet.columns.flatMap((column, at) =>
    column.use === 'data' ? [] : [{ ...column, at, width: widthOf(column, at, rows) }],
  );
  const { widths } = onPaper(
    wanted.map(({ width, kind }) => ({ width, breaks: kind === 'text' })),
    FORM_FONTS.cell.size,
    1,
  );
  const columns = wanted.map((column, index) => ({ ...column, width: widths[index] ?? NARROWEST }));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const across = columns.length;
  const middle = Math.max(1, Math.floor(across / 2));
  const headed = headings(columns);
  const first = ABOVE + headed.length + 1;
  const top: FormRow[] = [
    { cells: [words(form.attachment, 'attachment', 'left', across)], height: LINE_HEIGHT * 2 },
    { cells: [words(title, 'title', 'center', across)], height: TITLE_HEIGHT },
    {
      cells: placed([
        [0, words(form.left, 'text', 'left', middle)],
        [middle, words(form.right, 'text', 'right', across - middle)],
      ]),
      height: LINE_HEIGHT + 4,
    },
    ...headed,
  ];
  const body = rows.map((row) => bodyRow(row, columns, first));
  const notes = below.map((line) => ({
    cells: [words(line, 'note', 'left', across)],
    height: LINE_HEIGHT * wrap(line, whole - 2).length + 2,
  }));
  const foot = [...notes, signatures(form.signatures, across)];
  return {
    name,
    widths,
    frozen: { rows: first - 1, columns: FROZEN },
    headings: [ABOVE + 1, first - 1],
    hasFilter: false,
    rows: [...top, ...body, ...foot],
    pagesFrom: breaks(top, headed, rows, body, foot, widths),
  };
}

/** A figure that is wider than its column would show as ###. */
function widthOf({ kind, width = NARROWEST }: Column, at: number, rows: readonly Row[]): number {
  if (kind === 'text') return width;
  return rows.reduce(
    (widest, { cells: { [at]: cell } }) => (cell ? Math.max(widest, textWidth(readingText(cell)) + 2) : widest),
    width,
  );
}

function words(
  line: string,
  style: keyof typeof FORM_FONTS,
  horizontal: 'left' | 'center' | 'right',
  across: number,
): WorkbookCell {
  return { value: textValue(line), style: { font: FORM_FONTS[style], horizontal, wrapped: true }, across };
}

/** Cells of a row by their positions. */
function placed(cells: readonly (readonly [number, WorkbookCell])[]): (WorkbookCell | undefined)[] {
  const row: (WorkbookCell | undefined)[] = [];
  for (const [position, cell] of cells) row[position] = cell;
  return row;
}

/** Titles, under what stands over them where there is such. */
function headings(columns: readonly ShownColumn[]): FormRow[] {
  const heading = (value: string, across = 1, down = 1): WorkbookCell => ({
    value: textValue(value),
    style: FORM_HEADING,
    across,
    down,
  });
  const height = LINE_HEIGHT * 2;
  if (columns.every(({ over }) => over === undefined))
    return [{ cells: columns.map(({ title }) => heading(title)), height }];
  const upper = columns.map(({ title, over }, position) => {
    if (over === undefined) return heading(title, 1, 2);
    if (columns[position - 1]?.over === over) return undefined;
    const width = columns.slice(position).findIndex((each) => each.over !== over);
    return heading(over, width < 0 ? columns.length - position : width);
  });
  const lower = columns.map(({ title, over }) =>
    over === undefined ? undefined : heading(title.replace(over, '').trim() || title),
  );
  return [
    { cells: upper, height },
    { cells: lower, height },
  ];
}

/** What stands in several rows in common stands in the first of them: in the others its cells are empty. */
function bodyRow({ level, cells }: Row, columns: readonly ShownColumn[], first: number): FormRow {
  let lines = 1;
  const shown = columns.map(({ at, width = NARROWEST }, position): WorkbookCell | undefined => {
    const cell = cells[at];
    if (!cell) return undefined;
    lines = Math.max(lines, wrap(readingText(cell), Math.max(2, width - 1)).length);
    const down = cell.kind === 'text' ? (cell.rows ?? 1) : 1;
    return { value: formValue(cell, columnLetters(position), first), style: formStyle(cell, level), down };
  });
  return { cells: shown, height: LINE_HEIGHT * lines + 4 };
}

/** What a cell holds: for a sum of other cells its formula, and its value for viewers that do not calculate. */
function formValue(cell: Cell, column: string, first: number): WorkbookCell['value'] {
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
function signatures(all: readonly string[], across: number): FormRow {
  const share = Math.max(1, Math.floor(across / Math.max(1, all.length)));
  const cells = all.flatMap((each, index): [number, WorkbookCell][] => {
    const from = index * share;
    const to = index === all.length - 1 ? across : Math.min(across, from + share);
    return from < across ? [[from, words(each, 'text', 'left', to - from)]] : [];
  });
  return { cells: placed(cells), height: LINE_HEIGHT * 2 };
}

/** So many of the last rows of measures stand with the sums and whoever signs at least. */
const WITH_SUMS = 3;
/** Programs differ in how much fits on a page: what fits in the least of them fits in all. */
const SAFE = 0.96;

/** Which rows begin a page, counted from 1: sums are not parted from the last rows and from who signs. */
function breaks(
  top: readonly FormRow[],
  headings: readonly FormRow[],
  rows: readonly Row[],
  body: readonly FormRow[],
  foot: readonly FormRow[],
  widths: readonly number[],
): number[] {
  const height = (some: readonly FormRow[]) => some.reduce((sum, row) => sum + row.height, 0);
  const scale = Math.min(1, ROOM.across / widths.reduce((sum, each) => sum + widthOnPaper(each), 0));
  const page = (SAFE * ROOM.down) / scale;
  const room = { first: page - height(top), others: page - height(headings) };
  const total = rows.findIndex(({ level }) => level === 'total');
  const sums = Math.max(0, (total < 0 ? rows.length : total) - WITH_SUMS);
  const ends = new Set(rows.flatMap(({ level }, index) => (level === 'subtotal' ? [index + 1] : [])));
  const heights = [...body, ...foot].map((row) => row.height);
  return pageStarts(heights, { ends, kept: heights.length - sums }, room).map((index) => top.length + index + 1);
}
