import { describe, expect, it } from 'vitest';
import { expectedEvidence, learn } from '../../../src/identity/probable/estimate.ts';
import { FIELDS, type FieldName, levelOf, PLACE_VALUES, RARITIES } from '../../../src/identity/probable/model.ts';
import { type Counted, isFirm, type Model, posteriorsOf } from '../../../src/identity/probable/posterior.ts';
import { random } from '../../random.ts';

const CLASSES = ['m', 'h', 'u'] as const;
type Class = (typeof CLASSES)[number];

/** How people are in a world of which all is known: of each class, how often each level of a field comes. */
const TRUTH: Readonly<
  Partial<Record<FieldName, Readonly<Record<string, readonly [m: number, h: number, u: number]>>>>
> = {
  name: {
    same: [0.9, 0.002, 0.0005],
    'same-sound': [0.1, 0.001, 0.0005],
    'surname-only': [0, 0.397, 0.05],
    different: [0, 0.6, 0.949],
  },
  birth: { day: [0.96, 0.003, 0.0001], 'day-mistake': [0.03, 0.02, 0.006], 'day-differs': [0.01, 0.977, 0.9939] },
  phone: { same: [0.45, 0.6, 0.0002], differs: [0.55, 0.4, 0.9998] },
  place: { address: [0.7, 0.9, 0.0002], committee: [0.2, 0.07, 0.02], elsewhere: [0.1, 0.03, 0.9798] },
};

/** So many pairs of each class among the candidates. */
const PAIRS: Readonly<Record<Class, number>> = { m: 3000, h: 2000, u: 20_000 };
const PEOPLE = 10_000;

function drawn(of: Class, pairs: number, next: () => number): number[] {
  const at = CLASSES.indexOf(of);
  return Array.from({ length: pairs }, () => {
    let pattern = 0;
    for (const [field, levels] of Object.entries(TRUTH)) {
      let left = next();
      let drawn = '';
      for (const [level, odds] of Object.entries(levels)) {
        if (left >= 0) drawn = level;
        left -= odds[at] ?? 0;
      }
      pattern += levelOf(field as FieldName, drawn) * PLACE_VALUES[field as FieldName];
    }
    return pattern;
  });
}

/** One of the first set of lists, one of the second. */
const FIRST_AND_SECOND = 1;

function counted(patterns: readonly number[]): Counted {
  const counts = new Map<number, number>();
  for (const pattern of patterns) counts.set(pattern, (counts.get(pattern) ?? 0) + 1);
  return {
    patterns: [...counts.keys()],
    pairs: [...counts.values()],
    sets: Array.from(counts, () => FIRST_AND_SECOND),
  };
}

function learnt(): { model: Model; candidates: Counted } {
  const next = random(7);
  const candidates = counted(CLASSES.flatMap((of) => drawn(of, PAIRS[of], next)));
  const model = learn({
    candidates,
    random: counted(drawn('u', 100_000, next)),
    household: counted(drawn('h', 2000, next)),
    people: PEOPLE,
    names: {
      nameEvidence: Array.from({ length: RARITIES }, (_, rarity) => expectedEvidence(rarity)),
      namesakes: { years: [0.03, 0.055, 0.05], sameSex: 0.92, sameCommittee: 0.02 },
    },
    lists: { sets: [[0], [1]], people: [PEOPLE / 2, PEOPLE / 2], proven: [0, 0] },
  });
  return { model, candidates };
}

const { model, candidates } = learnt();
const oddsOf = (of: Class, field: FieldName, level: string) =>
  model.odds[of][FIELDS.findIndex(({ name }) => name === field)]?.[levelOf(field, level) - 1] ?? Number.NaN;

describe('what is learnt of pairs of which three classes are known', () => {
  it('is how many are one person', () => {
    const all = (PEOPLE * (PEOPLE - 1)) / 2;
    expect((model.share.m * all) / PAIRS.m).toBeCloseTo(1, 1);
    expect(model.share.m).toBeGreaterThan(0);
    expect(model.share.u).toBe(1);
  });

  it('is how often each level comes in each class', () => {
    for (const [field, level] of [
      ['birth', 'day'],
      ['phone', 'same'],
      ['place', 'address'],
      ['place', 'committee'],
    ] as const) {
      const [m = 0] = TRUTH[field]?.[level] ?? [];
      expect([field, level, oddsOf('m', field, level)]).toEqual([field, level, expect.closeTo(m, 1)]);
    }
    expect(oddsOf('h', 'birth', 'day-differs')).toBeCloseTo(0.977, 1);
    expect(oddsOf('u', 'place', 'elsewhere')).toBeCloseTo(0.98, 1);
  });

  it('is told by posteriors that add up to one, and to as many pairs as there are', () => {
    const posteriors = posteriorsOf(candidates, model, [[0], [1]]);
    let same = 0;
    for (const [at, { m, h, u }] of posteriors.entries()) {
      expect(m + h + u).toBeCloseTo(1, 12);
      for (const each of [m, h, u]) expect(each).toBeGreaterThanOrEqual(0);
      same += m * (candidates.pairs[at] ?? 0);
    }
    expect(same / PAIRS.m).toBeCloseTo(1, 1);
  });

  it('is levels of a kind that are likely to one in all, in every class', () => {
    for (const of of CLASSES) {
      for (const [field, { name, levels, fixed }] of FIELDS.entries()) {
        if (name === 'commonness' || fixed) continue;
        for (const kind of new Set(levels.map((level) => level.kind))) {
          const its = levels.flatMap((level, at) =>
            level.kind === kind ? (model.odds[of][field]?.[at] ?? Number.NaN) : [],
          );
          expect([of, name, kind, its.reduce((sum, odds) => sum + odds, 0)]).toEqual([
            of,
            name,
            kind,
            expect.closeTo(1, 9),
          ]);
        }
      }
    }
  });

  it('is nothing new of what is too seldom seen to be wrong', () => {
    for (const [field, { levels, fixed }] of FIELDS.entries()) {
      if (!fixed) continue;
      for (const of of CLASSES) expect(model.odds[of][field]).toEqual(levels.map(({ shipped }) => shipped[of]));
    }
  });
});

describe('whoever is joined without being asked', () => {
  const pattern = (levels: Partial<Record<FieldName, string>>) =>
    Object.entries(levels).reduce(
      (sum, [field, level]) => sum + levelOf(field as FieldName, level) * PLACE_VALUES[field as FieldName],
      0,
    );

  it.each<[Partial<Record<FieldName, string>>, boolean]>([
    [{ name: 'same' }, false],
    [{ name: 'same', place: 'committee', sex: 'same' }, false],
    [{ name: 'same', birth: 'age' }, true],
    [{ name: 'same-sound', phone: 'same' }, true],
    [{ name: 'one-differs', phone: 'same', place: 'address' }, false],
    [{ name: 'one-differs', birth: 'day' }, true],
    [{ name: 'one-differs', birth: 'day-mistake' }, false],
    [{ name: 'surname-only', id: 'one-mistake' }, true],
    [{ name: 'surname-only', id: 'four-fit' }, false],
    [{ name: 'different', id: 'ten-fit' }, true],
    [{ name: 'different', account: 'same' }, false],
  ])('has a name that is alike and something else in common, or the day of birth or a number: %j', (levels, firm) => {
    expect(isFirm(pattern(levels))).toBe(firm);
  });
});
