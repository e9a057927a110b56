import { CLASSES, digitsOf, FIELDS, type Said, saidBy } from './model.ts';
import { type ListSets, setsIn } from './overlap.ts';
import { logsOf, type Model } from './posterior.ts';

/** What speaks for the same person, against another of the household and against an unrelated one: log₂, in hundredths of a bit. */
export interface Weights {
  readonly household: number;
  readonly unrelated: number;
}

export interface WeighedField extends Omit<Said, 'at'>, Weights {
  /** Of a name that both have: one in so many people has it. */
  readonly oneIn: number | null;
}

/** How two people were weighed: what each field says, which lists they are on, and what is the case of any two. */
export interface Weighed {
  readonly fields: readonly WeighedField[];
  /** The lists that each is on. */
  readonly lists: readonly [readonly number[], readonly number[]];
  /** What the lists say: of some more people are paid by both. */
  readonly overlap: Weights;
  /** How much less likely it is because each of the two may be somebody else, or more likely because neither may. */
  readonly rivals: Weights;
  /** How many of all pairs are one person, and how many another of the household. */
  readonly share: { readonly same: number; readonly household: number };
  readonly prior: Weights;
  /** All of these together. */
  readonly score: Weights;
  /** How likely the two are one person: 1 / (1 + 2^-household + 2^-unrelated) of the score, before it is rounded. */
  readonly posterior: number;
  /** The same by what the two say alone, whoever their rivals are. */
  readonly alone: number;
}

/**
 * Weighs a pattern of people who are of a pair of sets of lists, and what their rivals leave of it (hundredths of log₂). What is rounded
 * adds up.
 */
export function weigh(pattern: number, sets: number, model: Model, known: ListSets['sets'], left: number): Weighed {
  const digits = digitsOf(pattern);
  const [m, h, u] = CLASSES.map((of) => logsOf(digits, model, of)) as [number[], number[], number[]];
  const rarity = (digits[COMMONNESS] ?? 0) - 1;
  const fields = saidBy(pattern).map(({ at, ...said }) => ({
    ...said,
    household: (m[at] ?? 0) - (h[at] ?? 0),
    unrelated: (m[at] ?? 0) - (u[at] ?? 0),
    oneIn: said.field === 'name' && rarity >= 0 ? Math.round(2 ** (rarity / 2)) : null,
  }));
  const lists = setsIn(sets, known);
  const more = model.overlap.of(...lists);
  const { share } = model;
  const exact = {
    rivals: { household: left / 100, unrelated: left / 100 },
    overlap: { household: more, unrelated: more },
    prior: { household: Math.log2(share.m / share.h), unrelated: Math.log2(share.m / share.u) },
  };
  const all = [...fields, exact.overlap, exact.rivals, exact.prior];
  const { household, unrelated } = sumOf(all);
  return {
    fields: fields.map((field) => ({ ...field, ...rounded(field) })),
    lists,
    overlap: rounded(exact.overlap),
    rivals: rounded(exact.rivals),
    share: { same: share.m, household: share.h },
    prior: rounded(exact.prior),
    score: sumOf(all.map(rounded)),
    posterior: posteriorOf(household, unrelated),
    alone: posteriorOf(household - left / 100, unrelated - left / 100),
  };
}

/** How likely two are one person, by what speaks for it against either other explanation, in log₂. */
const posteriorOf = (household: number, unrelated: number): number => 1 / (1 + 2 ** -household + 2 ** -unrelated);

const COMMONNESS = FIELDS.findIndex(({ name }) => name === 'commonness');

function sumOf(weights: readonly Weights[]): Weights {
  const sum = (of: keyof Weights) => weights.reduce((total, weight) => total + weight[of], 0);
  return { household: sum('household'), unrelated: sum('unrelated') };
}

const hundredths = (bits: number) => Math.round(bits * 100) + 0; // never -0
const rounded = ({ household, unrelated }: Weights): Weights => ({
  household: hundredths(household),
  unrelated: hundredths(unrelated),
});
