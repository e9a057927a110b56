/** Two people who may be one, by their records' numbers. */
export interface LikelyPair {
  readonly one: number;
  readonly other: number;
  /** How many pairs of rows an answer is expected to join. */
  readonly worth: number;
}

/** So many questions for each thousand rows can be answered in days; of longer lists, which have more namesakes, more. Never fewer than so many at all. */
const PER_THOUSAND_ROWS = 95;
const MOST_PER_THOUSAND_ROWS = 122;
const MANY_ROWS = 20_000;
const FEWEST = 200;

export function mostQuestions(rows: number): number {
  const more = (MOST_PER_THOUSAND_ROWS - PER_THOUSAND_ROWS) * Math.log10(Math.max(1, rows / MANY_ROWS));
  const each = Math.min(MOST_PER_THOUSAND_ROWS, PER_THOUSAND_ROWS + more);
  return Math.max(FEWEST, Math.floor((rows * each) / 1000));
}

/**
 * Which pairs to ask about, those first that are worth most: none whose answer follows from those before if they are one person each, and no more
 * than `most`. The pairs are in an order that says nothing of rows, which decides among equals.
 * @returns their indexes.
 */
export function questionsAmong(pairs: readonly LikelyPair[], most: number): Set<number> {
  const parents = new Map<number, number>();
  const groupOf = (record: number): number => {
    let root = record;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    if (root !== record) parents.set(record, root);
    return root;
  };
  const asked = new Set<number>();
  const byWorth = [...pairs.keys()].sort((a, b) => (pairs[b]?.worth ?? 0) - (pairs[a]?.worth ?? 0) || a - b);
  for (const index of byWorth) {
    if (asked.size === most) break;
    const { one, other } = pairs[index] as LikelyPair;
    const [a, b] = [groupOf(one), groupOf(other)];
    if (a === b) continue;
    parents.set(a, b);
    asked.add(index);
  }
  return asked;
}
