import type { Column, LongSheet, Row, Sheet } from '../../report/sheet.ts';
import { readingText } from '../cell-text.ts';
import { width as widthOf, wrap } from '../width.ts';
import { onPaper } from './paper.ts';
import { BODY_FONT, decimalsOf } from './xlsx-cell.ts';

const NARROWEST = 8;
const WIDEST = 30;

/** A column that is shown: the index of its cells, how wide it is, how many lines texts take there, and decimals its money has. */
export type ShownColumn = Column & {
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

/** Money of rows that nobody has seen yet: 100,000,000.00, and room beside it. */
const MONEY = 16;

/** Columns are as wide as their cells, within limits, where nothing else is said, and no wider than paper has room for. */
export function shownColumns({ columns, rows }: Sheet | LongSheet): {
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
    const unbroken = cells.reduce((width, cell) => Math.max(width, widthOf(readingText(cell)) + 2), least);
    const widest = Math.min(most, unbroken);
    const width = known === null && column.kind === 'money' ? Math.max(MONEY, widest) : widest;
    const breaks = isText && column.whole !== true;
    return [
      {
        ...column,
        at,
        width,
        unbroken,
        breaks,
        isSpare: known === null && column.use === 'wide',
        decimals: decimalsOf(cells),
      },
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
