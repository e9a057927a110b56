import { describe, expect, it } from 'vitest';
import { hasDigits, hasUnseen } from '../../../src/domain/shown/sign-kinds.ts';

/** Every UTF-16 unit but halves of pairs, which may be anything. */
const SIGNS = Array.from({ length: 1 << 16 }, (_, unit) => String.fromCharCode(unit)).filter(
  (sign) => !/\p{Cs}/u.test(sign),
);
const DIGIT = /[\p{N}〇零○一壹幺二贰三叁四肆五伍六陆七柒八捌九玖]/u;
const isLetter = (sign: string) => !DIGIT.test(sign) && (sign === '*' || /\p{L}/u.test(sign));
const isSpace = (sign: string) => /\s/.test(sign);

describe('kinds of signs are those of Unicode', () => {
  it('digits', () => {
    expect(SIGNS.filter((sign) => hasDigits(sign, 1) !== DIGIT.test(sign))).toEqual([]);
  });
  it('letters, which end a number', () => {
    expect(SIGNS.filter((sign) => hasDigits(`1${sign}1`, 2) !== !isLetter(sign))).toEqual([]);
  });
  it('spaces, which are one gap however many they are', () => {
    const others = SIGNS.filter((sign) => !DIGIT.test(sign) && !isLetter(sign));
    expect(others.filter((sign) => hasDigits(`1${sign.repeat(6)}1`, 2) !== isSpace(sign))).toEqual([]);
  });
  it('what is not seen', () => {
    expect(SIGNS.filter((sign) => hasUnseen(sign) !== /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(sign))).toEqual([]);
  });
});
