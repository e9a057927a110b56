/**
 * Which lists have people in common. Some departments pay the same people and others never do: where little else is known of two
 * people than their name, that tells most.
 */
export interface Overlap {
  /** How much more likely people of two sets of lists are one than people of any others, in log₂. */
  readonly of: (one: readonly number[], other: readonly number[]) => number;
}

/** The sets of lists that people are on, by number; and how many people are on each, with a valid ID number and without. */
export interface ListSets {
  readonly sets: readonly (readonly number[])[];
  readonly people: readonly number[];
  readonly proven: readonly number[];
}

/** A pair of sets as one number. */
export const MOST_SETS = 2 ** 20;

/** Of the pairs of more lists hardly any has enough people to learn from, and all of them take the square of their number. */
const MOST_LISTS = 1000;

/** That lists have people in common as any others counts as so many pairs. */
const EVEN_PAIRS = 20;

export const evenOverlap: Overlap = { of: () => 0 };

/** What `pairs` of the same person, by the pair of sets of lists that each is of, say of pairs of lists. */
export function learnOverlap(
  setsOfPairs: readonly number[],
  pairs: readonly number[],
  { sets, people, proven }: ListSets,
): Overlap {
  const size = 1 + sets.reduce((most, lists) => Math.max(most, ...lists), -1);
  if (size > MOST_LISTS) return evenOverlap;
  const cells = () => new Float64Array(size * size);
  const [same, all] = [cells(), cells()];
  const add = (into: Float64Array, one: readonly number[], other: readonly number[], weight: number) => {
    const each = weight / (one.length * other.length);
    for (const i of one) {
      for (const j of other) {
        const at = Math.min(i, j) * size + Math.max(i, j);
        into[at] = (into[at] as number) + each;
      }
    }
  };
  for (const [at, pair] of setsOfPairs.entries()) {
    const [one, other] = setsIn(pair, sets);
    add(same, one, other, pairs[at] as number);
  }
  // How many pairs there are of lists: of people with valid numbers none is looked for.
  const alone = (counts: readonly number[]) => {
    const each = new Float64Array(size);
    for (const [set, count] of counts.entries()) {
      const lists = sets[set] as readonly number[];
      for (const list of lists) each[list] = (each[list] as number) + count / lists.length;
    }
    return each;
  };
  const [everybody, known] = [alone(people), alone(proven)];
  for (let i = 0; i < size; i += 1) {
    for (let j = i; j < size; j += 1) {
      const product = (of: Float64Array) => (of[i] as number) * (of[j] as number) * (i === j ? 0.5 : 1);
      all[i * size + j] = Math.max(0, product(everybody) - product(known));
    }
  }
  const total = (of: Float64Array) => of.reduce((sum, value) => sum + value, 0);
  const rate = total(same) / Math.max(1, total(all));
  const evidence = same.map((count, at) => Math.log2((count + EVEN_PAIRS) / (rate * (all[at] as number) + EVEN_PAIRS)));
  return {
    of: (one, other) => {
      if (one.some((list) => other.includes(list))) return 0;
      const told = one.flatMap((i) => other.map((j) => evidence[Math.min(i, j) * size + Math.max(i, j)] as number));
      return told.reduce((sum, value) => sum + value, 0) / told.length;
    },
  };
}

/** The two sets of a pair. */
export function setsIn(pair: number, sets: ListSets['sets']): readonly [readonly number[], readonly number[]] {
  const one = Math.floor(pair / MOST_SETS);
  return [sets[one] as readonly number[], sets[pair % MOST_SETS] as readonly number[]];
}
