import type { Column, Form, Row, Sheet } from '../../report/sheet.ts';
import type { WorkbookCell, Worksheet } from '../../workbook/write/cell.ts';
import { readingText } from '../cell-text.ts';
import { width as textWidth, wrap } from '../width.ts';
import { type FormRow, formRows, LINE_HEIGHT, NARROWEST, partedRows, type ShownColumn } from './form-rows.ts';
import { heightOf, type Pages, pageBreaks, pagesOf, scaleOf } from './pages.ts';
import { onPaper } from './paper.ts';
import { FORM_FONTS, FORM_HEADING, textValue } from './xlsx-cell.ts';

/** A sheet that is an official form. */
export type FormSheet = Sheet & { readonly form: Form };

/** Rows above the headings: 附件, the title, and who reports in what unit. */
const ABOVE = 3;
const TITLE_HEIGHT = 36;
/** Columns that stay while a form is scrolled: number, department, measure. */
const FROZEN = 3;

/**
 * An official form as a worksheet: 附件 and a centred title, headings of two rows, sums as formulas with their values beside
 * them, signatures below. Typography after GB/T 9704-2012 where it applies: 小标宋 for the title, 黑体 for headings, 仿宋 for
 * text, all by name.
 */
export function formWorksheet(
  { form, rows, below, ...sheet }: FormSheet,
  name: string,
  title: string,
): Worksheet & { readonly rows: readonly FormRow[] } {
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
  const body = formRows(rows, columns, first);
  const notes = below.map((line) => ({
    cells: [words(line, 'note', 'left', across)],
    height: LINE_HEIGHT * wrap(line, whole - 2).length + 2,
  }));
  const foot = [...notes, signatures(form.signatures, across)];
  const pages = onPages(top, headed, rows, body, foot, columns);
  return {
    name,
    widths,
    frozen: { rows: first - 1, columns: FROZEN },
    headings: [ABOVE + 1, first - 1],
    hasFilter: false,
    rows: [...top, ...partedRows(body, pages.starts), ...foot],
    ...pageBreaks(pages, top.length),
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
const WITH_SUMS = 2;

/** How a form goes on pages: sums are not parted from the last rows and from who signs. */
function onPages(
  top: readonly FormRow[],
  headings: readonly FormRow[],
  rows: readonly Row[],
  body: readonly FormRow[],
  foot: readonly FormRow[],
  columns: readonly { readonly width: number }[],
): Pages {
  const total = rows.findIndex(({ level }) => level === 'total');
  const sums = total < 0 ? 0 : rows.length - total;
  const printed = [...body, ...foot].map((row, index) => ({
    height: row.height,
    leads: rows[index + 1]?.level === 'subtotal',
    ends: rows[index]?.level === 'subtotal',
  }));
  return pagesOf(printed, WITH_SUMS + sums + foot.length, {
    scale: scaleOf(columns),
    size: FORM_FONTS.cell.size,
    above: heightOf(top),
    headings: heightOf(headings),
  });
}
