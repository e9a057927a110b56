import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentChange, printTenths } from '../../src/domain/percent-change.ts';

describe('percentChange', () => {
  it.each([
    [100n, 106n, '6.0'],
    [106n, 100n, '-5.7'],
    [400n, 409n, '2.3'], // 2.25%, half up
    [400n, 391n, '-2.3'], // in size
    [2000n, 2001n, '0.1'],
    [2001n, 2000n, '0.0'],
    [7n, 7n, '0.0'],
    [5n, 0n, '-100.0'],
    [1n, 10n ** 20n, '9999999999999999999900.0'],
  ])('from %d to %d is %s%%', (from, to, printed) => {
    expect(printTenths(percentChange(from, to) ?? 0n)).toBe(printed);
  });

  it.each([0n, 5n])('from nothing to %d is unknown', (to) => {
    expect(percentChange(0n, to)).toBeNull();
  });

  it('is never more than half a tenth of a per cent off', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 15n });
    fc.assert(
      fc.property(amount, amount, (less, to) => {
        const from = less + 1n;
        const twiceOff = 2n * ((percentChange(from, to) ?? 0n) * from - (to - from) * 1000n);
        expect(twiceOff <= from && twiceOff >= -from).toBe(true);
      }),
    );
  });
});
