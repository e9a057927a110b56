import { MARGINS, PAGE } from '../../workbook/write/cell.ts';

/** Type is no smaller than this on paper, in points: less can't be read. */
export const SMALLEST = 8;
/** Programs that lack the font of the widths make columns wider by so much (DejaVu Sans for Arial), and all smaller. */
const WIDER = 1.155;
/** Texts are broken into lines until columns have this share of the width they want; then spare columns stay off, or there are two sheets. */
const LEAST_SHARE = 0.65;
const NARROWEST = 6;

/** Room across and down a sheet of A4 lying, in points. */
const inches = (points: number) => points * 72;
export const ROOM = {
  across: PAGE.width - inches(MARGINS.left + MARGINS.right),
  down: PAGE.height - inches(MARGINS.top + MARGINS.bottom),
} as const;

/** What a column takes, in points, by its width in characters: digits of Arial at 11 points are 8 pixels wide, of which 96 are an inch. */
export const widthOnPaper = (characters: number) => 0.75 * (8 * characters + 5);

/** A column as it would be if paper were wider. */
export interface Wanted {
  readonly width: number;
  /** Whether it can be broken into lines: a figure can't, and shows as ### where it does not fit. */
  readonly breaks: boolean;
  /** How wide it would be where nothing of it was broken. */
  readonly unbroken?: number;
  /** Whether it may stay off the paper, as those behind it do. */
  readonly isSpare?: boolean;
}

/** A table on paper: how wide its columns are, in characters, over how many sheets it goes, and how many of its columns do. */
interface OnPaper {
  readonly widths: number[];
  readonly sheets: 1 | 2;
  readonly printed: number;
}

/**
 * How wide columns are so that type of `size` points can be read when the table is as wide as a sheet. Where texts would become
 * too narrow, the last columns stay off the paper, if they are spare; where that is not enough, a table goes over two sheets, if
 * it may (`most`).
 */
export function onPaper(columns: readonly Wanted[], size: number, most: 1 | 2 = 2): OnPaper {
  const needed = 1 + columns.findLastIndex(({ isSpare = false }) => !isSpare);
  const tries = [
    [1, columns.length],
    [1, needed],
    [2, needed],
  ] as const;
  for (const [sheets, printed] of tries) {
    const room = (sheets * ROOM.across * size) / SMALLEST / WIDER;
    const share = shareFor(columns.slice(0, printed), room);
    if (share < LEAST_SHARE && (sheets < most || printed > needed)) continue;
    const widths =
      share === 1 ? widened(columns) : columns.map((each, at) => (at < printed ? narrowed(each, share) : each.width));
    return { widths, sheets, printed };
  }
  throw new Error('two sheets are always an answer');
}

const narrowed = ({ width, breaks }: Wanted, share: number) =>
  breaks ? Math.max(Math.min(width, NARROWEST), Math.floor(width * share)) : width;

/** What a sheet of paper has room for besides goes to columns whose texts are broken, by how much they lack. */
function widened(columns: readonly Wanted[]): number[] {
  const left =
    (ROOM.across - columns.reduce((sum, { width }) => sum + widthOnPaper(width), 0)) /
    (widthOnPaper(1) - widthOnPaper(0));
  const lacking = columns.map(({ width, unbroken = 0, breaks }) => (breaks ? Math.max(0, unbroken - width) : 0));
  const all = lacking.reduce((sum, each) => sum + each, 0);
  const share = all > 0 ? Math.max(0, Math.min(1, left / all)) : 0;
  return columns.map(({ width }, at) => width + Math.floor(share * (lacking[at] ?? 0)));
}

/** The largest share of their widths, in hundredths, with which all columns fit; 0 where none does. */
function shareFor(columns: readonly Wanted[], room: number): number {
  for (let hundredths = 100; hundredths > 0; hundredths -= 1) {
    const share = hundredths / 100;
    if (columns.reduce((sum, each) => sum + widthOnPaper(narrowed(each, share)), 0) <= room) return share;
  }
  return 0;
}
