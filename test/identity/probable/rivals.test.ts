import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weighRivals } from '../../../src/identity/probable/rivals.ts';
import { type NaivePair, naiveRivals } from './naive-rivals.ts';

function weightsOf(pairs: readonly NaivePair[]): number[] {
  return [
    ...weighRivals({
      ones: pairs.map(({ one }) => one),
      others: pairs.map(({ other }) => other),
      posteriors: pairs.map(({ posterior }) => posterior),
    }),
  ];
}

/** How likely each pair then is. */
function likelyOf(pairs: readonly NaivePair[]): number[] {
  return weightsOf(pairs).map((weight, at) => {
    const { posterior } = pairs[at] as NaivePair;
    return 1 / (1 + (1 / posterior - 1) * 2 ** (-weight / 100));
  });
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const likely = fc.integer({ min: 1, max: 199 }).map((part) => part / 200);
const record = fc.nat(7);

/** Pairs of eight records, none of which comes twice. */
const graphs = fc
  .uniqueArray(fc.record({ one: record, other: record, posterior: likely }), {
    maxLength: 16,
    selector: ({ one, other }) => `${Math.min(one, other)} ${Math.max(one, other)}`,
  })
  .map((pairs) => pairs.filter(({ one, other }) => one !== other));

describe('what rivals leave of a pair', () => {
  it('is what it is by definition', () => {
    fc.assert(
      fc.property(graphs, (pairs) => {
        const expected = naiveRivals(pairs);
        for (const [at, weight] of weightsOf(pairs).entries())
          expect(Math.abs(weight / 100 - (expected[at] as number))).toBeLessThan(0.011);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('is nothing where nobody has one', () => {
    fc.assert(
      fc.property(fc.array(likely, { maxLength: 9 }), (all) => {
        expect(weightsOf(all.map((posterior, at) => ({ one: 2 * at, other: 2 * at + 1, posterior })))).toEqual(
          all.map(() => 0),
        );
      }),
      { seed: 2 },
    );
  });

  it('is shared among those of whom somebody can be one only, by their odds', () => {
    fc.assert(
      fc.property(fc.array(likely, { minLength: 2, maxLength: 6 }), (all) => {
        const found = likelyOf(all.map((posterior, at) => ({ one: 0, other: at + 1, posterior })));
        const odds = all.map((posterior) => posterior / (1 - posterior));
        expect(sum(found)).toBeLessThan(1);
        for (const [at, each] of found.entries())
          expect(each / sum(found)).toBeCloseTo((odds[at] as number) / sum(odds), 2);
      }),
      { seed: 3 },
    );
  });

  it('is left to those who are themselves one person', () => {
    const rivals = [
      { one: 0, other: 1, posterior: 0.6 },
      { one: 0, other: 2, posterior: 0.6 },
    ];
    const friends = [...rivals, { one: 1, other: 2, posterior: 0.98 }];
    expect(Math.max(...likelyOf(rivals))).toBeLessThan(0.5);
    expect(Math.min(...likelyOf(friends))).toBeGreaterThan(0.58);
  });

  it('is told by the likeliest where very many may be one, all or none of those that are as likely', () => {
    const friends = [
      { one: 0, other: 1, posterior: 0.6 },
      { one: 0, other: 2, posterior: 0.6 },
      { one: 1, other: 2, posterior: 0.98 },
    ];
    const crowd = Array.from({ length: 60 }, (_, at) => ({ one: 0, other: 10 + at, posterior: 0.06 }));
    const strangers = friends.with(2, { one: 3, other: 4, posterior: 0.98 });
    const [withFriends, without] = [friends, strangers].map((few) => likelyOf([...few, ...crowd])[0]) as [
      number,
      number,
    ];
    expect(withFriends).toBeGreaterThan(without + 0.05);
    const turned = [...crowd.toReversed(), ...friends.toReversed()];
    expect(weightsOf(turned).toReversed()).toEqual([...weightsOf([...friends, ...crowd])]);
  });

  it('takes no longer than there are pairs where hundreds may all be one another', () => {
    const people = Array.from({ length: 400 }, (_, at) => at);
    const pairs = people.flatMap((one) => people.slice(one + 1).map((other) => ({ one, other, posterior: 0.3 })));
    expect(new Set(weightsOf(pairs)).size).toBe(1);
  });

  it('makes those likelier who have no rivals, so that there are as many pairs as before', () => {
    const alone = Array.from({ length: 200 }, (_, at) => ({
      one: 1000 + 2 * at,
      other: 1001 + 2 * at,
      posterior: 0.6,
    }));
    const rivals = Array.from({ length: 100 }, (_, at) => [
      { one: 3 * at, other: 3 * at + 1, posterior: 0.5 },
      { one: 3 * at, other: 3 * at + 2, posterior: 0.5 },
    ]).flat();
    const pairs = [...alone, ...rivals];
    const found = likelyOf(pairs);
    expect(found[0]).toBeGreaterThan(0.65);
    expect(found.at(-1)).toBeLessThan(0.45);
    expect(Math.abs(sum(found) / sum(pairs.map(({ posterior }) => posterior)) - 1)).toBeLessThan(0.03);
  });

  it('is the same whichever end comes first', () => {
    fc.assert(
      fc.property(graphs, (pairs) => {
        const turned = pairs.map((pair) => ({ ...pair, one: pair.other, other: pair.one }));
        expect(weightsOf(turned)).toEqual(weightsOf(pairs));
      }),
      { seed: 4 },
    );
  });
});
