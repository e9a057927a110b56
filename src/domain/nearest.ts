import { distance } from 'fastest-levenshtein';

/** The known word that `word` most likely misspells, or null when none is near enough to suggest. */
export function nearest(word: string, known: Iterable<string>): string | null {
  if (word.length > 40) return null; // no misspelling, and slow to compare
  let best: string | null = null;
  let fewest = Math.max(1, Math.floor(word.length * 0.4)) + 1;
  for (const candidate of known) {
    const edits = distance(word.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest) [best, fewest] = [candidate, edits];
  }
  return best;
}
