import type { Namesakes } from './calibration.ts';
import { digitsOf, FIELDS, type Field, type PairClass } from './model.ts';
import { evenOverlap, type ListSets, learnOverlap, type Overlap } from './overlap.ts';
import { type Counted, type Model, posteriorsOf, UNLIKE } from './posterior.ts';

/** What is shipped counts as so many pairs; of the unrelated, of whom there are plenty, as so many. */
const SHIPPED_PAIRS = 20;
const SHIPPED_UNRELATED = 20_000;
/** It hardly moves by then; which lists have people in common is asked only afterwards. */
const ROUNDS = 30;
const ROUNDS_WITH_LISTS = 8;

const NAME = FIELDS.findIndex(({ name }) => name === 'name');
const PLACE = FIELDS.findIndex(({ name }) => name === 'place');
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** The levels of each kind of a field add up to one. */
function normalised(counts: readonly number[], field: number): number[] {
  const kinds = (FIELDS[field] as Field).levels.map(({ kind }) => kind);
  const totals = new Map<string, number>();
  for (const [level, count] of counts.entries())
    totals.set(kinds[level] as string, (totals.get(kinds[level] as string) ?? 0) + count);
  return counts.map((count, level) => count / (totals.get(kinds[level] as string) as number));
}

const pairsAmong = (people: number) => (people * (people - 1)) / 2;

/** What is shipped, and of unrelated people what pairs at random show; `each` is one in so many pairs for each person. */
function firstModel(random: Counted, household: Counted, each: number, { nameEvidence, namesakes }: Names): Model {
  const shipped = (of: PairClass) =>
    FIELDS.map(({ levels, fixed }, field) => {
      const own = levels.map(({ shipped }) => shipped[of]);
      return fixed ? own : normalised(own, field);
    });
  const seen = countsOf(random, random.pairs);
  const told = countsOf(household, household.pairs);
  const unrelated = shipped('u').map((own, field) =>
    FIELDS[field]?.fixed
      ? own
      : normalised(
          own.map((share, level) => share * SHIPPED_UNRELATED + (seen[field]?.[level] ?? 0)),
          field,
        ),
  );
  return {
    odds: {
      m: shipped('m'),
      h: shipped('h').map((own, field) =>
        TELLS_APART.includes(field)
          ? normalised(
              own.map((share, level) => share * SHIPPED_PAIRS + (told[field]?.[level] ?? 0)),
              field,
            )
          : own,
      ),
      u: unrelated,
    },
    share: { m: 0.4 * each, h: 0.6 * each, u: 1 },
    nameEvidence,
    ofNamesakes: oddsOfNamesakes(namesakes, unrelated[PLACE] as readonly number[]),
    overlap: evenOverlap,
  };
}

const DAYS = 365;
const MONTHS = 12;

/** What namesakes have in common, as levels of the fields that are compared. */
function oddsOfNamesakes(
  { years: [same, one, two], sameSex, sameCommittee }: Namesakes,
  places: readonly number[],
): Model['ofNamesakes'] {
  const birth: Readonly<Record<string, number>> = {
    day: same / DAYS,
    'day-mistake': same / MONTHS + one / DAYS,
    month: same / MONTHS,
    'month-mistake': same + (2 * one) / MONTHS,
    year: same,
    'year-near': one,
    age: same,
    'age-before': one / 2,
    'age-after': one / 2,
    'age-long-before': two / 2,
  };
  const sex: Readonly<Record<string, number>> = { same: sameSex, differs: 1 - sameSex };
  const near = FIELDS[PLACE]?.levels.map(({ name }, level) => [name, places[level] as number] as const) ?? [];
  const place: Readonly<Record<string, number>> = {
    ...Object.fromEntries(near.filter(([name]) => name !== 'elsewhere')),
    committee: sameCommittee,
  };
  return new Map(
    FIELDS.flatMap(({ name, levels }, field) => {
      const told = name === 'birth' ? birth : name === 'sex' ? sex : name === 'place' ? place : null;
      if (!told) return [];
      const rest = (of: string) => 1 - sum(levels.filter(({ kind }) => kind === of).map(({ name }) => told[name] ?? 0));
      return [[field, levels.map(({ name, kind }) => told[name] ?? rest(kind))] as const];
    }),
  );
}

/** How often each level of each field comes, each pattern weighted. */
function countsOf({ patterns }: Pick<Counted, 'patterns'>, weights: readonly number[]): number[][] {
  const counts = FIELDS.map(({ levels }) => levels.map(() => 0));
  for (const [at, pattern] of patterns.entries()) {
    for (const [field, digit] of digitsOf(pattern).entries()) {
      const own = counts[field];
      if (digit > 0 && own) own[digit - 1] = (own[digit - 1] ?? 0) + (weights[at] as number);
    }
  }
  return counts;
}

/** What tells people of one household apart, which is told by those of them who have ID numbers, and never by candidates: some of those are one person. */
const TELLS_APART: readonly number[] = (['name', 'birth', 'sex'] as const).map((own) =>
  FIELDS.findIndex(({ name }) => name === own),
);

/** What is learnt from: pairs that are worth comparing, pairs at random, and how many people there are on which lists. */
export interface Evidence {
  readonly candidates: Counted;
  readonly random: Counted;
  /** Pairs of people with different ID numbers and one home. */
  readonly household: Counted;
  readonly people: number;
  readonly names: Names;
  readonly lists: ListSets;
}

/** What rows with ID numbers tell of names. */
interface Names {
  readonly nameEvidence: readonly number[];
  readonly namesakes: Namesakes;
}

/** Puts what is shipped of unlike names in the place of what was counted. */
function withoutUnlike(counts: number[], shipped: readonly number[]): void {
  const others = sum(counts.filter((_, level) => !UNLIKE.includes(level + 1)));
  for (const digit of UNLIKE) counts[digit - 1] = (shipped[digit - 1] as number) * others;
}

/** Expectation and maximisation over the patterns of candidates, among all pairs that there are. */
export function learn({ candidates, random, household, people, names, lists }: Evidence): Model {
  // Nobody has two valid numbers: those pairs are not in question.
  const all = Math.max(1, pairsAmong(people) - pairsAmong(sum(lists.proven)));
  const shipped = firstModel(random, household, people / all, names);
  const round = (model: Model, counted: Counted, overlap: (pairs: readonly number[]) => Overlap): Model => {
    const posteriors = posteriorsOf(counted, model, lists.sets);
    const pairsOf = (of: PairClass) => posteriors.map((posterior, at) => posterior[of] * (counted.pairs[at] as number));
    const [same, household] = [pairsOf('m'), pairsOf('h')];
    const update = (of: 'm' | 'h', pairs: readonly number[]) => {
      const counts = countsOf(counted, pairs);
      if (of === 'm') withoutUnlike(counts[NAME] as number[], shipped.odds.m[NAME] as readonly number[]);
      return shipped.odds[of].map((own, field) =>
        FIELDS[field]?.fixed || (of === 'h' && TELLS_APART.includes(field))
          ? own
          : normalised(
              own.map((share, level) => share * SHIPPED_PAIRS + (counts[field]?.[level] ?? 0)),
              field,
            ),
      );
    };
    return {
      odds: { m: update('m', same), h: update('h', household), u: shipped.odds.u },
      share: { m: (sum(same) + 1) / all, h: (sum(household) + 1) / all, u: 1 },
      nameEvidence: names.nameEvidence,
      ofNamesakes: shipped.ofNamesakes,
      overlap: overlap(same),
    };
  };
  let model = shipped;
  const patterns = withoutLists(candidates);
  for (let times = 0; times < ROUNDS; times += 1) model = round(model, patterns, () => evenOverlap);
  for (let times = 0; times < ROUNDS_WITH_LISTS; times += 1) {
    model = round(model, candidates, (pairs) => learnOverlap(candidates.sets, pairs, lists));
  }
  return model;
}

/** Pairs with the same pattern, of whatever lists. */
function withoutLists({ patterns, pairs }: Counted): Counted {
  const counts = new Map<number, number>();
  for (const [at, pattern] of patterns.entries())
    counts.set(pattern, (counts.get(pattern) ?? 0) + (pairs[at] as number));
  return { patterns: [...counts.keys()], pairs: [...counts.values()], sets: Array.from(counts, () => 0) };
}

/** What is expected of a name that both have, where no rows with ID numbers say more. */
export const expectedEvidence = (rarity: number): number => Math.log2(0.8) + rarity / 2;
