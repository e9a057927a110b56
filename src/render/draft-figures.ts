import type { FigureRecord } from '../domain/notice/draft.ts';
import type { DraftWords } from '../text/zh/draft.ts';

const MOST_LISTED = 200;

/** What became of the figures of a notice, and every one that is not in the draft: first those that somebody has to look at. */
export function figuresLeft(figures: readonly FigureRecord[], words: DraftWords, colon: string): string[] {
  const kinds = { placed: 0, aside: 0, open: 0 };
  for (const { fate } of figures) kinds[fate.kind] += 1;
  const left = (kind: 'open' | 'aside', title: string): string[] => {
    const its = figures.filter(({ fate }) => fate.kind === kind);
    if (its.length === 0) return [];
    const more = its.length > MOST_LISTED ? [`- ${words.more(its.length - MOST_LISTED)}`] : [];
    return [title, ...its.slice(0, MOST_LISTED).map((figure) => lineOf(figure, words, colon)), ...more];
  };
  return [
    words.equation(figures.length, kinds.placed, kinds.aside, kinds.open),
    ...left('open', words.openTitle),
    ...left('aside', words.asideTitle),
  ];
}

function lineOf({ text, context, spot, fate }: FigureRecord, words: DraftWords, colon: string): string {
  const reason = fate.kind === 'open' ? words.open[fate.reason] : fate.kind === 'aside' ? words.aside[fate.reason] : '';
  const where = fate.kind === 'open' ? `${colon}${context}` : '';
  return `- ${text} ${words.original}${words.spot(spot)} ${reason}${where}`;
}
