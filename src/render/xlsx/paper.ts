import { MARGINS, PAGE } from '../../workbook/write/cell.ts';

/** Type is no smaller than this on paper, in points: less can't be read. */
const SMALLEST = 8;
/** Programs that lack the font of the widths make columns wider, and all smaller. */
const WIDER = 1.08;
/** Texts are broken into more lines, and a table over two sheets, before columns become narrower than this share of what they want. */
const LEAST_SHARE = 0.65;
const NARROWEST = 6;

/** Room across and down a sheet of A4 lying, in points. */
const inches = (points: number) => points * 72;
export const ROOM = {
  across: PAGE.width - inches(MARGINS.left + MARGINS.right),
  down: PAGE.height - inches(MARGINS.top + MARGINS.bottom),
} as const;

/** What a column takes, in points, by its width in characters. */
export const widthOnPaper = (characters: number) => 0.75 * (7 * characters + 5);

/** A column as it would be if paper were wider; a figure can't be broken into lines, and shows as ### where it does not fit. */
export interface Wanted {
  readonly width: number;
  readonly isText: boolean;
}

/**
 * How wide columns are, in characters, so that type of `size` points can be read when the table is as wide as a sheet, or, where
 * texts would become too narrow, as two of them.
 */
export function onPaper(columns: readonly Wanted[], size: number): { widths: number[]; sheets: 1 | 2 } {
  for (const sheets of [1, 2] as const) {
    const room = (sheets * ROOM.across * size) / SMALLEST / WIDER;
    const share = shareFor(columns, room);
    if (share >= LEAST_SHARE || sheets === 2) return { widths: columns.map((each) => narrowed(each, share)), sheets };
  }
  throw new Error('two sheets are always an answer');
}

const narrowed = ({ width, isText }: Wanted, share: number) =>
  isText ? Math.max(Math.min(width, NARROWEST), Math.floor(width * share)) : width;

/** The largest share of their widths, in hundredths, with which all columns fit; 0 where none does. */
function shareFor(columns: readonly Wanted[], room: number): number {
  for (let hundredths = 100; hundredths > 0; hundredths -= 1) {
    const share = hundredths / 100;
    if (columns.reduce((sum, each) => sum + widthOnPaper(narrowed(each, share)), 0) <= room) return share;
  }
  return 0;
}

/**
 * Which rows begin a page, by their index, so that none is half empty while another is full, and what belongs together (`parts`, so
 * many rows each) stays on one where it can. `first` and `others` are what a page has room for; heights in the same unit.
 */
export function pageStarts(
  heights: readonly number[],
  parts: readonly number[],
  { first, others }: { readonly first: number; readonly others: number },
): number[] {
  const ends = cuts(heights, parts, Math.min(first, others));
  const upTo = [0, ...heights];
  for (let index = 1; index < upTo.length; index += 1) upTo[index] = (upTo[index] ?? 0) + (upTo[index - 1] ?? 0);
  const between = (from: number, to: number) => (upTo[to] ?? 0) - (upTo[from] ?? 0);
  // The best way to fill pages up to each place where one may end: few pages, and what is left empty shared out among them.
  const best = new Map<number, { readonly cost: number; readonly from: number }>([[0, { cost: 0, from: 0 }]]);
  for (const end of ends) {
    for (const [from, { cost }] of [...best]) {
      const room = from === 0 ? first : others;
      const left = room - between(from, end);
      if (left < 0) continue;
      const all = cost + PAGE_COST + (left / room) ** 2;
      if (all < (best.get(end)?.cost ?? Number.POSITIVE_INFINITY)) best.set(end, { cost: all, from });
    }
  }
  const starts: number[] = [];
  for (let at = best.get(heights.length)?.from ?? 0; at > 0; at = best.get(at)?.from ?? 0) starts.unshift(at);
  return starts;
}

/** A page more is worse than any emptiness. */
const PAGE_COST = 1000;

/** Where a page may end: behind each part, and within one that takes more than half a page behind every row. */
function cuts(heights: readonly number[], parts: readonly number[], room: number): number[] {
  const ends: number[] = [];
  let at = 0;
  for (const [index, rows] of parts.entries()) {
    const height = heights.slice(at, at + rows).reduce((sum, each) => sum + each, 0);
    const isLast = index === parts.length - 1;
    if (height > room || (!isLast && height > room / 2)) for (let row = 1; row < rows; row += 1) ends.push(at + row);
    at += rows;
    ends.push(at);
  }
  return ends;
}
