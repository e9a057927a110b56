/** A part of a text by its offsets. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Sentence extends Span {
  readonly clauses: readonly Span[];
  /** Whether a semicolon ends it: what is said next is one of the same list. */
  readonly isListed: boolean;
}

const LONGEST_BRACKET = 200;

/** The sentences of a text from an offset on; a semicolon ends one, unless it stands in a bracket. */
export function sentencesOf(text: string, start: number): Sentence[] {
  const sentences: Sentence[] = [];
  let from = start;
  let bracket = -1;
  for (let at = start; at <= text.length; at += 1) {
    const sign = text[at] ?? '。';
    if (sign === '(') bracket = at;
    if (sign === ')' || at - bracket > LONGEST_BRACKET) bracket = -1;
    const isEnd = at === text.length || ((bracket < 0 || sign === '。') && /[。！？!?；;\t]/.test(sign));
    if (!isEnd) continue;
    if (text.slice(from, at).trim() !== '')
      sentences.push({ from, to: at, clauses: clausesOf(text, from, at), isListed: /[；;]/.test(sign) });
    from = at + 1;
  }
  return sentences;
}

function clausesOf(text: string, from: number, to: number): Span[] {
  const clauses: Span[] = [];
  let start = from;
  for (let at = from; at <= to; at += 1) {
    const isSeparator = text[at] === '，' || text[at] === ':' || (text[at] === ',' && !isGrouping(text, at));
    if (at < to && !isSeparator) continue;
    if (at > start) clauses.push({ from: start, to: at });
    start = at + 1;
  }
  return clauses.length > 0 ? clauses : [{ from, to }];
}

/** The comma of 1,200. */
const isGrouping = (text: string, at: number) =>
  /\d/.test(text[at - 1] ?? '') && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5));

/** The part that an offset is in; the last where it is behind them all. */
export function indexAt(parts: readonly Span[], offset: number): number {
  let [low, high] = [0, parts.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offset < (parts[middle] as Span).to) high = middle;
    else low = middle + 1;
  }
  return low;
}
