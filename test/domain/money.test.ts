import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEN_PER_WAN, grouped, roundHalfUp, wanYuan, yuan } from '../../src/domain/money.ts';

const anyFen = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const powerOfTen = fc.integer({ min: 0, max: 16 }).map((exponent) => 10n ** BigInt(exponent));

describe('roundHalfUp', () => {
  it.each([
    [99_225_000n, 10_000n, 99_230_000n], // 99.225万 is 99.23万
    [99_224_999n, 10_000n, 99_220_000n],
    [99_230_000n, 10_000n, 99_230_000n],
    [5n, 10n, 10n],
    [4n, 10n, 0n],
    [0n, 10n, 0n],
    [7n, 1n, 7n],
    [-4n, 10n, 0n],
    [-5n, 10n, 0n], // a half goes up, towards zero here
    [-6n, 10n, -10n],
    [-15n, 10n, -10n],
    [-7n, 1n, -7n],
  ])('%d to a multiple of %d is %d', (value, step, rounded) => {
    expect(roundHalfUp(value, step)).toBe(rounded);
  });

  it('gives the nearest multiple, a half going up', () => {
    fc.assert(
      fc.property(anyFen, powerOfTen, (value, step) => {
        const rounded = roundHalfUp(value, step);
        const twiceOff = 2n * (value - rounded);
        expect(rounded % step).toBe(0n);
        expect(twiceOff < step && twiceOff >= -step).toBe(true);
      }),
    );
  });

  it('takes every exact half up', () => {
    fc.assert(
      fc.property(anyFen, powerOfTen, (multiple, tenth) => {
        const step = tenth * 10n;
        expect(roundHalfUp(multiple * step + step / 2n, step)).toBe((multiple + 1n) * step);
        expect(roundHalfUp(multiple * step + step / 2n - 1n, step)).toBe(multiple * step);
      }),
    );
  });
});

describe('yuan', () => {
  it.each([
    [0n, '0.00'],
    [5n, '0.05'],
    [50n, '0.50'],
    [123_450n, '1234.50'],
    [3_302_030_000n, '33020300.00'],
    [-5n, '-0.05'],
    [-123_450n, '-1234.50'],
  ])('%d fen is %s', (amount, printed) => {
    expect(yuan(amount)).toBe(printed);
  });

  it('is exact', () => {
    fc.assert(
      fc.property(anyFen, (amount) => {
        expect(yuan(amount)).toMatch(/^-?\d+\.\d\d$/);
        expect(parsed(yuan(amount), 2)).toBe(amount);
      }),
    );
  });
});

describe('wanYuan', () => {
  it.each([
    [0n, '0.00'],
    [FEN_PER_WAN, '1.00'],
    [3_302_030_000n, '3,302.03'],
    [2_222_230_000n, '2,222.23'],
    [10_450_000n, '10.45'],
    [99_225_000n, '99.225'],
    [10_000n, '0.01'],
    [100n, '0.0001'],
    [1n, '0.000001'],
    [33_000_000_000_000n, '33,000,000.00'],
    [-1_234_500_000n, '-1,234.50'],
    [-123_456_780_000n, '-123,456.78'],
  ])('%d fen is %s', (amount, printed) => {
    expect(wanYuan(amount)).toBe(printed);
  });

  it('is exact, with as few decimals as that takes but never less than two', () => {
    fc.assert(
      fc.property(fc.oneof(anyFen, powerOfTen), (amount) => {
        expect(wanYuan(amount)).toMatch(/^-?\d{1,3}(,\d{3})*\.\d\d(\d{0,3}[1-9])?$/);
        expect(parsed(wanYuan(amount).replaceAll(',', ''), 6)).toBe(amount);
      }),
    );
  });
});

describe('grouped', () => {
  it.each([
    ['0', '0'],
    ['999', '999'],
    ['1000', '1,000'],
    ['80458', '80,458'],
    ['1234567.12345', '1,234,567.12345'],
    ['-100000', '-100,000'],
  ])('%s is %s', (text, separated) => {
    expect(grouped(text)).toBe(separated);
  });

  it('puts separators where Intl does', () => {
    const english = new Intl.NumberFormat('en-US');
    fc.assert(
      fc.property(anyFen, (value) => {
        expect(grouped(String(value))).toBe(english.format(value));
      }),
    );
  });
});

/** A decimal string times 10^`scale`, which must be whole. */
function parsed(decimal: string, scale: number): bigint {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)\.(\d+)$/.exec(decimal) ?? [];
  return BigInt(`${sign}${whole}${fraction.padEnd(scale, '0')}`);
}
