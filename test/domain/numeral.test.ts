import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHINESE_DIGITS, readNumeral, scaleExponent } from '../../src/domain/numeral.ts';

describe('Arabic numerals', () => {
  it.each([
    ['0', 0n, 0],
    ['600', 600n, 0],
    ['007', 7n, 0],
    ['3302.03', 330_203n, -2],
    ['3.80', 380n, -2],
    ['1,234', 1234n, 0],
    ['12,345,678', 12_345_678n, 0],
    ['1,234.50', 123_450n, -2],
  ])('%s', (text, digits, exponent) => {
    expect(readNumeral(text)).toEqual({ digits, exponent });
  });

  it.each([
    '1,23',
    '1,2345',
    '12,34,567',
    '1234,567',
    ',123',
    '1,',
    '1.',
    '.5',
    '1.2.3',
    '1.2,345',
    '',
    '-1',
    '1e3',
    '0x1',
    '１',
  ])('refuses “%s”', (text) => {
    expect(readNumeral(text)).toBeUndefined();
  });

  it('keep every printed digit', () => {
    const english = new Intl.NumberFormat('en-US');
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.stringMatching(/^\d{0,8}$/), (whole, fraction) => {
        const point = fraction === '' ? '' : `.${fraction}`;
        const numeral = { digits: BigInt(`${whole}${fraction}`), exponent: 0 - fraction.length };
        expect(readNumeral(`${whole}${point}`)).toEqual(numeral);
        expect(readNumeral(`${english.format(whole)}${point}`)).toEqual(numeral);
      }),
    );
  });
});

describe('Chinese numerals', () => {
  it.each([
    ['零', 0n, 0],
    ['〇', 0n, 0],
    ['五', 5n, 0],
    ['十', 10n, 0],
    ['十二', 12n, 0],
    ['二十', 20n, 0],
    ['两百零五', 205n, 0],
    ['三千五百', 3500n, 0],
    ['三千零五', 3005n, 0],
    ['一千零一十', 1010n, 0],
    ['壹仟', 1000n, 0],
    ['壹仟贰佰', 1200n, 0],
    ['叁万', 3n, 4],
    ['百', 100n, 0],
    ['千', 1000n, 0],
    ['万', 1n, 4],
    ['百万', 100n, 4], // as precise as 100万
    ['十万', 10n, 4],
    ['三千五百万', 3500n, 4],
    ['一亿', 1n, 8],
    ['一亿二千万', 12_000n, 4],
    ['一万二千', 12_000n, 0],
    ['三点五', 35n, -1],
    ['六十点二三亿', 6023n, 6],
    ['零点二万', 2n, 3],
  ])('%s', (text, digits, exponent) => {
    expect(readNumeral(text)).toEqual({ digits, exponent });
  });

  it.each([
    '二百五',
    '一二三',
    '二〇一七',
    '十百',
    '三仟',
    '叁千',
    '百百',
    '零五',
    '五零',
    '几百',
    '三点',
    '点五',
    '三点十五',
  ])('refuses “%s”, which is not written as numbers are', (text) => {
    expect(readNumeral(text)).toBeUndefined();
  });

  it.each([
    ['small', '零一二三四五六七八九', ['', '十', '百', '千']],
    ['formal', '零壹贰叁肆伍陆柒捌玖', ['', '拾', '佰', '仟']],
  ])('in %s characters are read as they are written', (_, digits, powers) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (value) => {
        const read = readNumeral(inChinese(value, [...digits], powers));
        expect(read && read.digits * 10n ** BigInt(read.exponent)).toBe(BigInt(value));
      }),
    );
  });
});

it('never throws', () => {
  const numerals = fc.string({ unit: fc.constantFrom(...CHINESE_DIGITS, ...'万亿0123456789,.'), maxLength: 30 });
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), numerals), (text) => {
      const read = readNumeral(text);
      expect(read === undefined || read.digits >= 0n).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

describe('scaleExponent', () => {
  it.each([
    ['', 0],
    ['十', 1],
    ['拾', 1],
    ['百', 2],
    ['佰', 2],
    ['千', 3],
    ['仟', 3],
    ['万', 4],
    ['十万', 5],
    ['百万', 6],
    ['亿', 8],
    ['万亿', 12],
    ['元', undefined],
    ['万元', undefined],
    ['1万', undefined],
  ])('of “%s” is %s', (words, exponent) => {
    expect(scaleExponent(words)).toBe(exponent);
  });
});

/** The standard spelling of 1 to 99,999,999: a gap of noughts is one 零. */
function inChinese(value: number, digits: readonly string[], powers: readonly string[]): string {
  const upToThousands = (part: number) =>
    [...String(part)]
      .map((digit, index, { length }) =>
        digit === '0' ? digits[0] : `${digits[Number(digit)]}${powers[length - 1 - index]}`,
      )
      .join('')
      .replace(/零+/g, '零')
      .replace(/零$/, '');
  const wan = Math.floor(value / 10_000);
  const ones = value % 10_000;
  const high = wan === 0 ? '' : `${upToThousands(wan)}万`;
  const gap = wan > 0 && ones > 0 && ones < 1000 ? '零' : '';
  return high + gap + (ones === 0 ? '' : upToThousands(ones));
}
