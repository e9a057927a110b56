import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LikelyPair, mostQuestions, questionsAmong } from '../../../src/identity/probable/questions.ts';

const RECORDS = 9;
const record = fc.integer({ min: 0, max: RECORDS - 1 });
const worthOf = fc.integer({ min: 1, max: 8 }).map((eighths) => eighths / 8);
const pairs = fc.array(
  fc.record({ one: record, other: record, worth: worthOf }).filter(({ one, other }) => one !== other),
  { maxLength: 20 },
);
const most = fc.integer({ min: 0, max: 10 });

/** Whether there is a way from one to the other along pairs. */
function isLed(one: number, other: number, along: readonly LikelyPair[]): boolean {
  const reached = [one];
  for (const at of reached) {
    for (const pair of along) {
      const next = pair.one === at ? pair.other : pair.other === at ? pair.one : at;
      if (!reached.includes(next)) reached.push(next);
    }
  }
  return reached.includes(other);
}

const askedOf = (all: readonly LikelyPair[], most: number) =>
  [...questionsAmong(all, most)].map((index) => all[index] as LikelyPair);

const RUNS = { seed: 1, numRuns: 2000 };

describe('which pairs are asked about', () => {
  it('are never more than so many, and no answer follows from those before', () => {
    fc.assert(
      fc.property(pairs, most, (given, most) => {
        const asked = askedOf(given, most);
        expect(asked.length).toBeLessThanOrEqual(most);
        for (const [at, { one, other }] of asked.entries()) expect(isLed(one, other, asked.slice(0, at))).toBe(false);
      }),
      RUNS,
    );
  });

  it('are those worth most, and each that is left out follows from those, unless there are enough', () => {
    fc.assert(
      fc.property(pairs, most, (given, most) => {
        const asked = askedOf(given, most);
        const least = Math.min(...asked.map(({ worth }) => worth));
        for (const pair of given.filter((each) => !asked.includes(each))) {
          const worthier = asked.filter(({ worth }) => worth >= pair.worth);
          const isEnough = asked.length === most && pair.worth <= least;
          expect(isEnough || isLed(pair.one, pair.other, worthier)).toBe(true);
        }
      }),
      { ...RUNS, seed: 2 },
    );
  });

  it('are the same in whatever order pairs come of which no two are worth the same, and whichever end comes first', () => {
    const unequal = pairs.map((all) => all.map((pair, at) => ({ ...pair, worth: (at + 1) / 64 })));
    const shuffled = unequal.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, most, ([given, others], most) => {
        const turned = others.map((pair) => ({ ...pair, one: pair.other, other: pair.one }));
        const worths = (all: readonly LikelyPair[]) => askedOf(all, most).map(({ worth }) => worth);
        expect(worths(turned)).toEqual(worths(given));
      }),
      { ...RUNS, seed: 3 },
    );
  });
});

it.each([
  [0, 200],
  [1000, 200],
  [2106, 200],
  [20_000, 1900],
  [200_000, 24_400],
  [10_000_000, 1_220_000],
])('of %i rows so many questions are asked at most: %i', (rows, questions) => {
  expect(mostQuestions(rows)).toBe(questions);
});

it('of more rows never fewer questions are asked', () => {
  fc.assert(
    fc.property(fc.nat(2_000_000), fc.nat(1000), (rows, more) => {
      expect(mostQuestions(rows + more)).toBeGreaterThanOrEqual(mostQuestions(rows));
    }),
    { seed: 4 },
  );
});
