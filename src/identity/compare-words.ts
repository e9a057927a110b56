import type { NameLevel } from './name-level.ts';
import { neighboursSwapped, oneInserted, placesThatDiffer } from './one-edit.ts';

const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/u;

/** How alike two different names are that hold no Chinese character: SMITH JOHN. The levels are those of `compareNames`. */
export function compareWords(a: string, b: string): NameLevel {
  const ones = wordsOf(a);
  const others = wordsOf(b);
  if (ones.length === 0 || others.length === 0) return 'different';
  if (isRearranged(ones, others) || isRearranged(others, ones)) return 'variant';
  if (isPartOf(ones, others) || isPartOf(others, ones)) return 'one-more-or-less';
  // In the order of the alphabet, since either name may begin with the surname; and as written, since a first letter that
  // is wrong moves its word.
  const levels = [compareLetters(ones, others), compareLetters(ones.toSorted(), others.toSorted())];
  if (levels.includes('one-more-or-less')) return 'one-more-or-less';
  if (levels.includes('slip')) return 'slip';
  if (levels.includes('one-differs')) return 'one-differs';
  return ones.some((word) => others.includes(word)) ? 'surname-only' : 'different';
}

function wordsOf(name: string): string[] {
  return name
    .toLowerCase()
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');
}

/** Whether the words are the same in any order, or in turned order without the spaces: SMITHJOHN of John Smith. */
function isRearranged(words: readonly string[], others: readonly string[]): boolean {
  if (words.toSorted().join('') === others.toSorted().join('')) return true;
  const letters = others.join('');
  return words.some((_, first) => [...words.slice(first), ...words.slice(0, first)].join('') === letters);
}

function isPartOf(words: readonly string[], others: readonly string[]): boolean {
  return words.join('').length > 1 && words.every((word) => others.includes(word));
}

/** In a shorter name, one letter makes another of it: Li Na, Li Ma. */
const SHORTEST_SPELLED = 7;

function compareLetters(words: readonly string[], others: readonly string[]): NameLevel {
  const letters = Array.from(words.join(''));
  const opposite = Array.from(others.join(''));
  if (oneInserted(letters, opposite)) return 'one-more-or-less';
  if (letters.length !== opposite.length || letters.length < 3) return 'different';
  const places = placesThatDiffer(letters, opposite);
  if (neighboursSwapped(letters, opposite, places)) return 'slip';
  if (places.length !== 1) return 'different';
  return letters.length < SHORTEST_SPELLED ? 'one-differs' : 'slip';
}
