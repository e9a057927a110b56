import { CLASSES, digitsOf, FIELDS, levelOf, type PairClass } from './model.ts';

/** Patterns, and how many pairs have each. */
export interface Counted {
  readonly patterns: readonly number[];
  readonly pairs: readonly number[];
}

/** What was learnt: for each class how likely each level of each field is, and how many of all pairs are of the class. */
export interface Model {
  readonly odds: Readonly<Record<PairClass, readonly (readonly number[])[]>>;
  readonly share: Readonly<Record<PairClass, number>>;
  /** How much more likely a name that both have is of one person than of two, in log₂, by its rarity. */
  readonly nameEvidence: readonly number[];
}

/** What is shipped counts as so many pairs; of the unrelated, of whom there are plenty, as so many. */
const SHIPPED_PAIRS = 20;
const SHIPPED_UNRELATED = 20_000;
/** It moves no more by then. */
const ROUNDS = 40;

const NAME = FIELDS.findIndex(({ name }) => name === 'name');
const SAME = levelOf('name', 'same');
const COMMONNESS = FIELDS.findIndex(({ name }) => name === 'commonness');

/** The log₂ of how likely each level of a pattern is in a class. */
function logs(digits: readonly number[], model: Model, of: PairClass): number[] {
  return digits.map((digit, field) => {
    if (digit === 0 || field === COMMONNESS) return 0;
    const rarity = digits[COMMONNESS] as number;
    // A name that both have is as likely among the unrelated as it is common; how much that says, rows with ID numbers tell.
    if (of === 'u' && field === NAME && rarity > 0) {
      return Math.log2(model.odds.m[NAME]?.[SAME - 1] as number) - (model.nameEvidence[rarity - 1] as number);
    }
    return Math.log2(model.odds[of][field]?.[digit - 1] as number);
  });
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** How likely each class is, given a pattern. */
export function posteriorOf(pattern: number, model: Model): Record<PairClass, number> {
  const digits = digitsOf(pattern);
  const likely = CLASSES.map((of) => Math.log2(model.share[of]) + sum(logs(digits, model, of)));
  const most = Math.max(...likely);
  const weights = likely.map((value) => 2 ** (value - most));
  const total = sum(weights);
  const [m = 0, h = 0, u = 0] = weights.map((weight) => weight / total);
  return { m, h, u };
}

function normalised(counts: readonly number[]): number[] {
  const total = sum(counts);
  return counts.map((count) => count / total);
}

/** What is shipped, and of unrelated people what pairs at random show. */
export function firstModel(random: Counted, people: number, nameEvidence: readonly number[]): Model {
  const shipped = (of: PairClass) => FIELDS.map(({ levels }) => normalised(levels.map(({ shipped }) => shipped[of])));
  const unrelated = shipped('u');
  const seen = countsOf(random, random.pairs);
  const all = (people * (people - 1)) / 2;
  return {
    odds: {
      m: shipped('m'),
      h: shipped('h'),
      u: unrelated.map((own, field) =>
        FIELDS[field]?.fixed
          ? own
          : normalised(own.map((share, level) => share * SHIPPED_UNRELATED + (seen[field]?.[level] ?? 0))),
      ),
    },
    share: { m: (0.4 * people) / all, h: (0.6 * people) / all, u: 1 },
    nameEvidence,
  };
}

/** How often each level of each field comes, each pattern weighted. */
function countsOf({ patterns }: Counted, weights: readonly number[]): number[][] {
  const counts = FIELDS.map(({ levels }) => levels.map(() => 0));
  for (const [at, pattern] of patterns.entries()) {
    for (const [field, digit] of digitsOf(pattern).entries()) {
      const own = counts[field];
      if (digit > 0 && own) own[digit - 1] = (own[digit - 1] ?? 0) + (weights[at] as number);
    }
  }
  return counts;
}

/** Expectation and maximisation over the patterns of candidates, among all pairs that there are. */
export function learn(candidates: Counted, random: Counted, people: number, nameEvidence: readonly number[]): Model {
  const shipped = firstModel(random, people, nameEvidence);
  const all = (people * (people - 1)) / 2;
  let model = shipped;
  for (let round = 0; round < ROUNDS; round += 1) {
    const posteriors = candidates.patterns.map((pattern) => posteriorOf(pattern, model));
    const weightsOf = (of: PairClass) =>
      posteriors.map((posterior, at) => posterior[of] * (candidates.pairs[at] as number));
    const update = (of: 'm' | 'h') => {
      const counts = countsOf(candidates, weightsOf(of));
      return shipped.odds[of].map((own, field) =>
        FIELDS[field]?.fixed
          ? own
          : normalised(own.map((share, level) => share * SHIPPED_PAIRS + (counts[field]?.[level] ?? 0))),
      );
    };
    model = {
      odds: { m: update('m'), h: update('h'), u: shipped.odds.u },
      share: { m: (sum(weightsOf('m')) + 1) / all, h: (sum(weightsOf('h')) + 1) / all, u: 1 },
      nameEvidence,
    };
  }
  return model;
}

/** What is expected of a name that both have, where no rows with ID numbers say more. */
export const expectedEvidence = (rarity: number): number => Math.log2(0.8) + rarity / 2;
