import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { share } from '../../../src/domain/campaign/share.ts';

describe('share', () => {
  it.each([
    [0n, 7n, '0.0%'],
    [1n, 8n, '12.5%'],
    [1n, 3n, '33.3%'],
    [2n, 3n, '66.7%'],
    [131n, 1000n, '13.1%'],
    [1n, 2000n, '0.1%'], // 0.05%, half up
    [1n, 2001n, '0.0%'],
    [999_499n, 1_000_000n, '99.9%'],
    [9_995n, 10_000n, '100.0%'],
    [7n, 7n, '100.0%'],
    [3n, 2n, '150.0%'],
    [5n, 0n, '—'],
    [0n, 0n, '—'],
  ])('%d of %d is %s', (part, whole, printed) => {
    expect(share(part, whole)).toBe(printed);
  });

  it('is never more than half a tenth of a per cent off', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 15n });
    fc.assert(
      fc.property(amount, amount, (part, more) => {
        const whole = part + more + 1n;
        const tenths = BigInt(share(part, whole).replace(/[.%]/g, ''));
        const twiceOff = 2n * (part * 1000n - tenths * whole);
        expect(twiceOff < whole && twiceOff >= -whole).toBe(true);
      }),
    );
  });
});
