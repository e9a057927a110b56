import { type Cell, type Row, type Sheet, text } from './sheet.ts';

/** How many characters the longest bar takes. */
const WIDTH = 30;
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** Something with a figure beside it, and how long its bar is against `most`. */
export interface Bar {
  readonly name: string;
  readonly figure: Cell;
  readonly length: bigint;
}

/** Bars for a terminal, as people would rather look than read; null where there is nothing to compare. */
export function barsSheet(
  name: string,
  titles: readonly [what: string, figure: string],
  bars: readonly Bar[],
  most: bigint,
): Sheet | null {
  if (bars.length < 2 || most <= 0n) return null;
  return {
    name,
    above: [],
    columns: [
      { title: titles[0], kind: 'text' },
      { title: titles[1], kind: bars[0]?.figure.kind ?? 'text' },
      { title: '', kind: 'text', whole: true },
    ],
    rows: bars.map(
      ({ name, figure, length }): Row => ({ level: 'item', cells: [text(name), figure, text(barOf(length, most))] }),
    ),
    below: [],
    isPicture: true,
  };
}

/** In eighths of a character; never nothing for something. */
function barOf(length: bigint, most: bigint): string {
  if (length <= 0n) return '';
  const eighths = Number((length * BigInt(WIDTH * 8) + most / 2n) / most) || 1;
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8];
}
