import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/answer/cases/case-book.ts';
import { cut } from '../../../src/answer/cases/cut.ts';
import { keyOf, type RankedDoubt, rankedDoubts } from '../../../src/answer/cases/ranked-doubts.ts';
import { NO_MONEY } from '../../../src/domain/cases/case-money.ts';
import { random } from '../../random.ts';
import { findingOf } from './events.ts';

const caseOf = (id: string, said: Partial<Case> & { finding: Case['finding'] }): Case =>
  ({ id, rule: said.finding?.rule ?? '', state: 'unchecked', money: NO_MONEY, units: [], ...said }) as unknown as Case;

describe('doubts by person', () => {
  it('puts all of one together, the most expected money first, and counts no payout twice', () => {
    const row = [['a.csv:2', '1']] as const;
    const both = [...row, ['a.csv:3', '2']] as const;
    const cases = [
      caseOf('x', { finding: findingOf('x', row, { person: 1n, severity: 'warning', amount: 50_000n }) }),
      caseOf('y', { finding: findingOf('y', row, { person: 1n, severity: 'error', amount: 50_000n }) }),
      caseOf('z', { finding: findingOf('z', both, { person: 2n, band: 'certain', amount: 50_000n }) }),
      caseOf('v', { finding: findingOf('v', [['b.csv:9', '9']], { severity: 'hint', amount: null }) }),
      caseOf('gone', { finding: null }),
    ];
    const ranked = rankedDoubts(cases);
    expect(ranked.map(keyOf)).toEqual(['z', 'x y', 'v']);
    expect(ranked.map(({ atStake }) => atStake)).toEqual([50_000n, 50_000n, 50_000n]);
    expect(ranked.map(({ expected }) => expected)).toEqual([45_000n, 22_500n, 2_500n]);
    expect(ranked[1]?.severity).toBe('error');
    expect(rankedDoubts([...cases].reverse()).map(keyOf)).toEqual(ranked.map(keyOf));
  });
});

/** Doubts of which some are true, by chance; of those that were drawn the answers are there. */
function population(size: number, next: () => number, rate: number) {
  return Array.from({ length: size }, (_, at): RankedDoubt & { readonly truth: bigint } => {
    const atStake = BigInt(Math.round(20_000 + next() * 80_000));
    const truth = next() < rate ? atStake : 0n;
    const severity = (['error', 'warning', 'hint'] as const)[at % 3] ?? 'hint';
    const id = `${Math.floor(next() * 2 ** 48).toString(16)}-${at}`;
    const own = caseOf(id, {
      finding: null,
      state: truth > 0n ? 'confirmed' : 'refuted',
      money: { ...NO_MONEY, confirmed: truth },
    });
    return { atStake, expected: atStake / 2n, severity, people: [], cases: [own], truth };
  });
}

describe('a cut', () => {
  it('draws the same sample whatever order doubts are in, and none of those that were chosen', () => {
    const all = population(300, random(3), 0.3);
    const [one, other] = [cut(all, 50, 30), cut([...all.slice(0, 50), ...all.slice(50).reverse()], 50, 30)];
    expect(new Set(one.sample.map(keyOf))).toEqual(new Set(other.sample.map(keyOf)));
    expect([one.chosen.length, one.sample.length, one.rest.doubts]).toEqual([50, 30, 250]);
    expect(one.sample.some((doubt) => one.chosen.includes(doubt))).toBe(false);
    expect(cut(all, 300, 30)).toMatchObject({ sample: [], rest: { doubts: 0, cases: 0, atStake: 0n } });
    expect(cut(all, 290, 30).sample.length).toBe(10);
  });

  it('says nothing of what it leaves out until enough have been answered', () => {
    const all = population(300, random(4), 0.3).map((doubt) => ({
      ...doubt,
      cases: doubt.cases.map((each) => ({ ...each, state: 'unchecked' as const })),
    }));
    expect(cut(all, 50, 30)).toMatchObject({ answered: 0, missed: null });
  });

  it('knows what it leaves out where all of that were answered', () => {
    const all = population(40, random(5), 0.5);
    const { missed } = cut(all, 10, 30);
    const truth = all.slice(10).reduce((sum, each) => sum + each.truth, 0n);
    expect(missed).toEqual({ money: truth, low: truth, high: truth });
  });

  it.each([0, 0.02, 0.1, 0.3, 0.6, 0.95])(
    'has the truth in its interval nearly always, where a share of %d is true',
    (rate) => {
      const next = random(11 + Math.round(rate * 100));
      let hits = 0;
      const rounds = 100;
      for (let round = 0; round < rounds; round += 1) {
        const all = population(400, next, rate);
        const { missed } = cut(all, 50, 60);
        const truth = all.slice(50).reduce((sum, each) => sum + each.truth, 0n);
        if (missed && missed.low <= truth && truth <= missed.high) hits += 1;
      }
      expect(hits / rounds).toBeGreaterThanOrEqual(0.9);
    },
  );
});
