import { type Layout, spans } from './terminal-layout.ts';
import { width } from './width.ts';

/** Blanks between columns: two, or one where that leaves names room to breathe. */
export const GAPS = { loose: 2, tight: 1 } as const;
/** What the first column, which names things, does not shrink below. */
const NAME_WIDTH = 20;
/** And any other text. */
const SHORTEST = 9;
/** Two Chinese characters: nothing can be narrower. */
const NARROWEST = 4;

/** The widths that a table's columns want, those below which they should not go, and those below which they can't. */
export interface Widths {
  readonly natural: readonly number[];
  readonly least: readonly number[];
  readonly utmost: readonly number[];
}

/** A number is never broken (a range may be, at its dash); a text column can always wrap. */
export function widthsOf({ columns, rows }: Layout): Widths {
  const dense = rows.filter((row) => !spans(row));
  const longest = (measure: (text: string) => number, ofTitle: (title: string) => number) =>
    columns.map(({ title }, index) =>
      dense.reduce((most, { cells }) => Math.max(most, measure(cells[index]?.text ?? '')), ofTitle(title)),
    );
  const part = (text: string) =>
    text.includes('–')
      ? Math.max(...text.split('–').map((part, index, parts) => width(part) + (index < parts.length - 1 ? 1 : 0)))
      : width(text);
  const natural = longest(width, width);
  const parts = longest(part, () => 0);
  const withTitles = (ofTitle: (title: string) => number) =>
    columns.map(({ title }, index) => Math.max(ofTitle(title), parts[index] ?? 0));
  const unbroken = withTitles(width);
  const bare = withTitles(longestWord);
  const shortest = (index: number) => Math.min(index === 0 ? NAME_WIDTH : SHORTEST, natural[index] ?? 0);
  return {
    natural,
    least: columns.map(({ kind, whole }, index) =>
      kind === 'text' && !whole ? shortest(index) : (unbroken[index] ?? 0),
    ),
    utmost: columns.map(({ kind }, index) => (kind === 'text' ? NARROWEST : (bare[index] ?? 0))),
  };
}

/** A title may wrap where its numbers may not; Chinese breaks anywhere, other words stay whole. */
function longestWord(title: string): number {
  const words = title.match(/[\w-]+/g) ?? [];
  return Math.min(width(title), Math.max(NARROWEST, ...words.map(width)));
}

/** What columns of these widths take, with the gaps between them. */
export const total = (widths: readonly number[], gap: number) =>
  widths.reduce((sum, each) => sum + each, 0) + gap * (widths.length - 1);

/** Wide columns are worth showing when every text column can have at least 16 columns or all that it needs. */
export function comfortable({ natural, least }: Widths, most: number): boolean {
  return (
    total(
      natural.map((want, index) => Math.max(least[index] ?? 0, Math.min(want, 16))),
      GAPS.loose,
    ) <= most
  );
}

/**
 * Shares out the width: numbers get what they need, texts what is left, the longest giving way first, and below their
 * least only where there is no other way.
 */
export function shareOut({ natural, least, utmost }: Widths, most: number, gap: number): number[] {
  return total(least, gap) <= most ? capped(natural, least, most, gap) : capped(least, utmost, most, gap);
}

/** Cuts widths to the largest common cap with which they fit, none below its least. */
function capped(widths: readonly number[], least: readonly number[], most: number, gap: number): number[] {
  const under = (cap: number) => widths.map((each, index) => Math.max(least[index] ?? 0, Math.min(each, cap)));
  let [fits, tooWide] = [0, Math.max(...widths) + 1];
  while (tooWide - fits > 1) {
    const cap = Math.floor((fits + tooWide) / 2);
    if (total(under(cap), gap) <= most) fits = cap;
    else tooWide = cap;
  }
  const cut = under(fits);
  for (const [index, wanted] of widths.entries()) {
    const own = cut[index] ?? 0; // what the cap left over goes to the columns it cut, one each
    if (own < wanted && own === fits && total(cut, gap) < most) cut[index] = own + 1;
  }
  return cut;
}
