import { CLASSES, digitsOf, FIELDS, type FieldName, levelOf, type PairClass } from './model.ts';
import { type ListSets, type Overlap, setsIn } from './overlap.ts';

/** Pairs with the same pattern and of the same lists. */
export interface Counted {
  readonly patterns: readonly number[];
  /** On which lists each of the two is: a pair of sets (`ListSets`). */
  readonly sets: readonly number[];
  readonly pairs: readonly number[];
}

/** What was learnt: for each class how likely each level of each field is, and how many of all pairs are of the class. */
export interface Model {
  readonly odds: Readonly<Record<PairClass, readonly (readonly number[])[]>>;
  readonly share: Readonly<Record<PairClass, number>>;
  /** How much more likely a name that both have is of one person than of two, in log₂, by its rarity. */
  readonly nameEvidence: readonly number[];
  /** How likely each level of some fields is of unrelated people who have a name in common. */
  readonly ofNamesakes: ReadonlyMap<number, readonly number[]>;
  /** How much more likely people of two lists are the same than of others. */
  readonly overlap: Overlap;
}

const NAME = FIELDS.findIndex(({ name }) => name === 'name');
const SAME = levelOf('name', 'same');
/** Names that are the same, or written differently. */
const ALIKE: ReadonlySet<number> = new Set(
  ['same', 'same-sound', 'near-sound', 'similar-shape', 'masked', 'masked-given'].map((level) =>
    levelOf('name', level),
  ),
);
/** Names that are seldom one person's: how seldom is shipped, since pairs with such names are mostly of one household. */
export const UNLIKE: readonly number[] = ['one-differs', 'surname-only', 'different'].map((level) =>
  levelOf('name', level),
);
const COMMONNESS = FIELDS.findIndex(({ name }) => name === 'commonness');

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The log₂ of how likely each level of a pattern is in a class, by field; zero where nothing is said. */
export function logsOf(digits: readonly number[], model: Model, of: PairClass): number[] {
  return digits.map((digit, field) => {
    if (digit === 0 || field === COMMONNESS) return 0;
    const rarity = digits[COMMONNESS] as number;
    // A name that both have is as likely among the unrelated as it is common; how much that says, rows with ID numbers tell.
    if (of === 'u' && field === NAME && rarity > 0) {
      return Math.log2(model.odds.m[NAME]?.[SAME - 1] as number) - (model.nameEvidence[rarity - 1] as number);
    }
    const known = of === 'u' && ALIKE.has(digits[NAME] as number) ? model.ofNamesakes.get(field) : undefined;
    return Math.log2((known ?? model.odds[of][field])?.[digit - 1] as number);
  });
}

/** What speaks for one person beside a name, field by field: a committee of many, or a sex, does not. */
const SPEAKS_FOR: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  id: ['same', 'one-mistake', 'fourteen-fit', 'ten-fit', 'four-fit'],
  birth: ['day', 'day-mistake', 'month', 'year', 'age', 'age-before', 'age-after', 'age-long-before'],
  phone: ['same', 'one-digit'],
  account: ['same'],
  place: ['address', 'room', 'building'],
  spouse: ['same'],
  guardian: ['same'],
  workplace: ['same'],
  household: ['same'],
  number: ['same'],
};
/** What tells a person from a brother. */
const TELLS_FROM_SIBLINGS: typeof SPEAKS_FOR = {
  id: ['same', 'one-mistake', 'fourteen-fit', 'ten-fit'],
  birth: ['day'],
  number: ['same'],
};

const speaks = (digits: readonly number[], of: typeof SPEAKS_FOR) =>
  FIELDS.some(({ name, levels }, field) => of[name]?.includes(levels[(digits[field] as number) - 1]?.name ?? ''));

/**
 * May people with this pattern be joined without anybody being asked? A name alone joins nobody, however rare it is on these lists; and one character that differs
 * is often a sibling's: it takes the day of birth or a number of the person.
 */
export function isFirm(pattern: number): boolean {
  const digits = digitsOf(pattern);
  return speaks(digits, UNLIKE.includes(digits[NAME] as number) ? TELLS_FROM_SIBLINGS : SPEAKS_FOR);
}

type ListPair = readonly [one: readonly number[], other: readonly number[]];
type Posterior = Readonly<Record<PairClass, number>>;

/** How likely each class is, given a pattern's levels and the lists of the two. */
function posteriorOfDigits(digits: readonly number[], sets: ListPair, model: Model): Posterior {
  const likely = CLASSES.map((of) => Math.log2(model.share[of]) + sum(logsOf(digits, model, of)));
  likely[0] = (likely[0] as number) + model.overlap.of(...sets);
  const most = Math.max(...likely);
  const weights = likely.map((value) => 2 ** (value - most));
  const total = sum(weights);
  const [m = 0, h = 0, u = 0] = weights.map((weight) => weight / total);
  return { m, h, u };
}

/** The same for each of several, which mostly have patterns in common. */
export function posteriorsOf(
  { patterns, sets }: Pick<Counted, 'patterns' | 'sets'>,
  model: Model,
  known: ListSets['sets'],
): Posterior[] {
  const digits = new Map(patterns.map((pattern) => [pattern, digitsOf(pattern)]));
  return patterns.map((pattern, at) =>
    posteriorOfDigits(digits.get(pattern) as number[], setsIn(sets[at] as number, known), model),
  );
}
