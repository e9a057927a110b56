import type { Worksheet } from '../../workbook/write/cell.ts';
import { ROOM, SMALLEST, widthOnPaper } from './paper.ts';

/** A row of a table on paper. */
export interface PrintedRow {
  /** In points. */
  readonly height: number;
  /** It stands on no page without the next: what heads it, or a row before a sum. */
  readonly leads?: boolean;
  /** A part ends with it: a good place to end a page. */
  readonly ends?: boolean;
}

/** A table on paper: on one page, for which it is made smaller where need be, or on several; `starts` are the rows that begin those but the first. */
export interface Pages {
  readonly isOne: boolean;
  readonly starts: readonly number[];
}

/** Programs differ in how much fits on a page: what fits in the least of them fits in all. */
const SAFE = 0.96;
/** A table is made smaller by so much at most to stand on one page. */
const SHRUNK = 0.85;

/**
 * How rows go on pages. `scale` is what the width of the table makes of a point, `size` that of its type; `above` stands over the rows of
 * the first page and `headings` over those of every other, in points. The last `kept` rows stand on one.
 */
export function pagesOf(
  rows: readonly PrintedRow[],
  kept: number,
  paper: { readonly scale: number; readonly size: number; readonly above: number; readonly headings: number },
): Pages {
  const page = (SAFE * ROOM.down) / paper.scale;
  const whole = paper.above + heightOf(rows);
  const least = Math.max(SHRUNK, SMALLEST / paper.size / paper.scale);
  if (whole * least <= page) return { isOne: true, starts: [] };
  const room = { first: page - paper.above, others: page - paper.headings };
  return { isOne: false, starts: pageStarts(rows, kept, room) };
}

/** What columns of such widths, in characters, make of a point where they are as wide as so many sheets of paper. */
export const scaleOf = (columns: readonly { readonly width: number }[], sheets = 1) =>
  Math.min(1, (sheets * ROOM.across) / columns.reduce((sum, { width }) => sum + widthOnPaper(width), 0));

/** Pages as a worksheet has them, where so many rows stand above those that go on them. */
export const pageBreaks = ({ isOne, starts }: Pages, above: number): Pick<Worksheet, 'onOnePage' | 'pagesFrom'> => ({
  onOnePage: isOne,
  pagesFrom: starts.map((index) => above + index + 1),
});

export const heightOf = (rows: readonly PrintedRow[]) => rows.reduce((sum, { height }) => sum + height, 0);

/** What is bad about a page, in pages: that there is one, what it leaves empty, that it ends within a part, or with what leads to the next. */
const PARTED = 0.1 ** 2;
const LEADS_NOWHERE = 2;

/** How all from one row on goes on pages: what is bad about that, and which row begins the next page. */
interface Plan {
  readonly cost: number;
  readonly next: number | null;
}

/** How much the first page has room for, and how much any other, as heights are. */
interface Room {
  readonly first: number;
  readonly others: number;
}

/**
 * Which rows begin a page but the first, by their index: few pages, full but for the last, where what the last rows leave empty before
 * them is shared by all. A row that is higher than a page has one for itself.
 */
export function pageStarts(rows: readonly PrintedRow[], kept: number, room: Room): number[] {
  const last = Math.max(0, rows.length - together(rows, kept, room));
  // Of each row that may begin a page, the best way on, from the last to the first.
  const plans: Plan[] = [];
  for (let from = last; from >= 0; from -= 1) {
    plans[from] = best(rows, from, from === 0 ? room.first : room.others, plans);
  }
  const starts: number[] = [];
  for (let at = plans[0]?.next ?? null; at !== null; at = plans[at]?.next ?? null) starts.push(at);
  return starts;
}

/** How many of the last rows stand together: as many as were asked for, where a page has room for them. */
function together(rows: readonly PrintedRow[], kept: number, { first, others }: Room): number {
  const most = Math.max(1, Math.min(kept, rows.length));
  let height = 0;
  for (let count = 1; count <= most; count += 1) {
    height += rows.at(-count)?.height ?? 0;
    if (height > (count === rows.length ? first : others)) return Math.max(1, count - 1);
  }
  return most;
}

/** The best way from a row on, where those of all rows below are known; a row that has none begins no page. */
function best(rows: readonly PrintedRow[], from: number, room: number, plans: readonly Plan[]): Plan {
  let found: Plan = { cost: Number.POSITIVE_INFINITY, next: null };
  let used = 0;
  for (let end = from + 1; end <= rows.length; end += 1) {
    const { height = 0, leads = false, ends = false } = rows[end - 1] ?? {};
    used += height;
    if (used > room && end > from + 1) break;
    if (end === rows.length) return { cost: 0, next: null };
    const on = plans[end];
    if (!on) continue;
    const cost = 1 + Math.max(0, 1 - used / room) ** 2 + (ends ? 0 : PARTED) + (leads ? LEADS_NOWHERE : 0) + on.cost;
    if (cost < found.cost) found = { cost, next: end };
  }
  return found;
}
