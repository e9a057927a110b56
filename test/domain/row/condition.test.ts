import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsCondition } from '../../../src/domain/row/condition.ts';

describe('a condition on a number', () => {
  it.each([
    ['1', [1], [0, 2, 11]],
    ['2-4', [2, 3, 4], [1, 5, 24]],
    ['2+', [2, 3, 200], [0, 1]],
    ['60-79', [60, 79], [59, 80]],
    ['100+', [100, 101], [99, 10]],
  ])('%s', (condition, fitting, others) => {
    expect(fitting.filter((value) => !fitsCondition(condition, value))).toEqual([]);
    expect(others.filter((value) => fitsCondition(condition, value))).toEqual([]);
  });

  it('is a range with both its ends', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(50), fc.nat(300), (low, more, value) => {
        expect(fitsCondition(`${low}-${low + more}`, value)).toBe(value >= low && value <= low + more);
        expect(fitsCondition(`${low}+`, value)).toBe(value >= low);
        expect(fitsCondition(`${low}`, value)).toBe(value === low);
      }),
    );
  });
});
