import { describe, expect, it } from 'vitest';
import { evenOverlap, learnOverlap, MOST_SETS, setsIn } from '../../../src/identity/probable/overlap.ts';

/** Three lists with as many people each, of whom nobody has a valid number; a fourth set is of whoever is on two of them. */
const SETS = { sets: [[0], [1], [2], [0, 1]], people: [1000, 1000, 1000, 0], proven: [0, 0, 0, 0] };
const pair = (one: number, other: number) => one * MOST_SETS + other;

describe('lists that have people in common', () => {
  it('make it likelier that people of them are one, and others less likely, as often as that is seen', () => {
    const { of } = learnOverlap([pair(0, 1), pair(0, 2), pair(1, 2)], [400, 30, 20], SETS);
    // 450 of so many pairs: within lists half as many as between them.
    const all = [1000 * 1000, 1000 * 1000, 1000 * 1000];
    const rate = 450 / (3 * 1000 * 1000 + 3 * 500 * 1000);
    const expected = [400, 30, 20].map((count, at) => Math.log2((count + 20) / (rate * (all[at] ?? 0) + 20)));
    expect([of([0], [1]), of([0], [2]), of([1], [2])].map((value, at) => value - (expected[at] ?? 0))).toEqual([
      expect.closeTo(0, 12),
      expect.closeTo(0, 12),
      expect.closeTo(0, 12),
    ]);
    expect(of([0], [1])).toBeGreaterThan(1);
    expect(of([1], [2])).toBeLessThan(-1);
  });

  it('say the same whichever comes first', () => {
    const one = learnOverlap([pair(0, 1), pair(1, 2)], [300, 50], SETS);
    const other = learnOverlap([pair(1, 0), pair(2, 1)], [300, 50], SETS);
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      expect(one.of([a], [b])).toBe(one.of([b], [a]));
      expect(other.of([a], [b])).toBeCloseTo(one.of([a], [b]), 12);
    }
  });

  it('say nothing of people of whom both are on one list', () => {
    const { of } = learnOverlap([pair(0, 1)], [400], SETS);
    expect(of([0], [0])).toBe(0);
    expect(of([0, 1], [1])).toBe(0);
  });

  it('say of somebody who is on several what these say between them', () => {
    const { of } = learnOverlap([pair(0, 2), pair(1, 2)], [400, 20], SETS);
    expect(of([0, 1], [2])).toBeCloseTo((of([0], [2]) + of([1], [2])) / 2, 12);
  });

  it('divide a pair among the lists of somebody who is on several', () => {
    const { of } = learnOverlap([pair(3, 2)], [400], SETS);
    const same = learnOverlap([pair(0, 2), pair(1, 2)], [200, 200], SETS);
    expect(of([0], [2])).toBeCloseTo(same.of([0], [2]), 12);
    expect(of([1], [2])).toBeCloseTo(same.of([1], [2]), 12);
  });

  it('are not held against people with valid numbers, of whom none is looked for', () => {
    const proven = learnOverlap([pair(0, 1)], [40], { ...SETS, proven: [900, 900, 0, 0] });
    const unproven = learnOverlap([pair(0, 1)], [40], SETS);
    expect(proven.of([0], [1])).toBeGreaterThan(unproven.of([0], [1]));
  });

  it('say next to nothing where next to nobody was found', () => {
    const { of } = learnOverlap([pair(0, 1)], [1], SETS);
    expect(Math.abs(of([0], [1]))).toBeLessThan(0.1);
    expect(learnOverlap([], [], SETS).of([0], [1])).toBeCloseTo(0, 12);
    expect(learnOverlap([], [], { sets: [], people: [], proven: [] }).of([], [])).toEqual(Number.NaN);
    expect(evenOverlap.of([0], [1])).toBe(0);
  });
});

it('a pair of sets is one number', () => {
  expect(setsIn(pair(3, 2), SETS.sets)).toEqual([[0, 1], [2]]);
});
