import { birthOf, checkDigit } from '../people/id-number.ts';
import { plainDigits } from '../shown/digits.ts';
import type { HiddenNumber } from '../shown/masking.ts';
import { type NamingNumber, namingNumbers } from '../shown/naming-numbers.ts';
import { FEWEST_DIGITS } from '../shown/number-kinds.ts';
import { hasDigits } from '../shown/sign-kinds.ts';

/** Somebody's number where everybody can read it. */
export interface ExposedNumber {
  readonly kind: HiddenNumber;
  readonly digits: string;
  /** The telephone of an office, said to be one: that may be published. */
  readonly isOffice: boolean;
}

/**
 * How a text came to be: written by people, in a cell or a sentence; a number of a cell's; or by a program, where digits are
 * mostly identifiers and measures, and only what is somebody's number beyond doubt counts.
 */
export type TextOrigin = 'written' | 'number' | 'machine';

/** The numbers of people in a text: of ID cards, bank cards, accounts and telephones. */
export function exposedNumbers(text: string, origin: TextOrigin): ExposedNumber[] {
  if (origin === 'number') return ofNumber(text);
  if (!hasDigits(text, FEWEST_DIGITS)) return [];
  const looked = text.replace(MADE_BY_PROGRAMS, blanks);
  if (origin === 'machine') return ofMachine(looked.replace(DECIMALS, blanks));
  const addresses = looked.match(ADDRESS) ?? [];
  const { signs, found } = namingNumbers(looked.replace(ADDRESS, blanks), false);
  const written = found.flatMap((number): ExposedNumber[] => {
    const { digits } = number;
    if (isCreditCode(digits)) return [];
    const kind = numberKind(digits);
    return [{ kind, digits, isOffice: kind === 'phone' && isOfficeLine(signs, number) }];
  });
  return [...written, ...addresses.flatMap(ofAddress)];
}

/**
 * Digits that a program wrote may stand beside others that have nothing to do with them: each stretch is looked at by itself, and only
 * where none is a number are several taken together.
 */
function ofMachine(text: string): ExposedNumber[] {
  const { signs, found } = namingNumbers(text, false);
  // 张三1380… is no number of the name’s last sign on.
  const alone =
    text
      .normalize('NFKC')
      .toUpperCase()
      .match(/\d{11,19}X?/g) ?? [];
  const sure = alone.filter((digits) => !isCreditCode(digits) && isBeyondDoubt(digits));
  const together = found.filter(
    ({ from, to, digits }) =>
      isBeyondDoubt(digits) &&
      !isCreditCode(digits) &&
      (to - from > digits.length || digits.length > 10) && // 0435… in one may be anything
      !sure.some((each) => has(signs, from, to, each)),
  );
  const all = new Set([...sure, ...together.map(({ digits }) => digits)]);
  return [...all].map((digits) => ({ kind: numberKind(digits), digits, isOffice: false }));
}

const has = (signs: readonly string[], from: number, to: number, digits: string) =>
  plainDigits(signs.slice(from, to).join('')).plain.toUpperCase().includes(digits);

const blanks = (signs: string) => ' '.repeat(signs.length);
/** A GUID; digests and the like in hexadecimal, of which one sign at least is a letter. */
const MADE_BY_PROGRAMS =
  /(?<![\p{L}\p{N}])(?:[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|(?=\d*[a-f])(?:[\da-f]{64}|[\da-f]{40}|[\da-f]{32}))(?![\p{L}\p{N}])/giu;
/** What looks like a telephone in an address is mostly the number of a page; behind a = it is what somebody has filled in. */
function ofAddress(address: string): ExposedNumber[] {
  return ofMachine(address.replace(DECIMALS, blanks)).filter(
    ({ kind, digits }) => kind !== 'phone' || address.includes(`=${digits}`),
  );
}

/** Addresses on the web hold digits of programs. */
const ADDRESS = /\bhttps?:\/\/[\w./?=&%#~:@+,;-]+/g;
const DECIMALS = /(?<![\d.])\d+\.\d+(?:e[+-]?\d+)?(?![\d.])/gi;

/** A number as a workbook holds it, of which all digits behind the fifteenth may be lost. */
function ofNumber(text: string): ExposedNumber[] {
  const whole = wholePart(text);
  if (!MOBILE.test(whole) && whole.length < 15) return [];
  return isCreditCode(whole) ? [] : [{ kind: numberKind(whole), digits: whole, isOffice: false }];
}

function wholePart(text: string): string {
  const [, plain] = /^-?(\d+)(?:\.\d*)?$/.exec(text.trim()) ?? [];
  if (plain !== undefined) return plain;
  const value = Math.abs(Number(text));
  return Number.isFinite(value) && value < 1e21 ? BigInt(Math.trunc(value)).toString() : '';
}

const MOBILE = /^(?:(?:00)?86|0)?1[3-9]\d{9}$/;
const BORN = /^(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
const BORN_15 = /^\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;

/** What a number is by its digits; what can't be told is an account. */
export function numberKind(digits: string): HiddenNumber {
  if (/^[1-9]\d{16}[\dX]$/.test(digits) && BORN.test(digits.slice(6, 14))) return 'id';
  if (/^[1-9]\d{14}$/.test(digits) && BORN_15.test(digits.slice(6, 12))) return 'id';
  if (MOBILE.test(digits)) return 'phone';
  return digits.length <= 8 || /^0\d{9,11}$/.test(digits) ? 'phone' : 'account';
}

function isBeyondDoubt(digits: string): boolean {
  const kind = numberKind(digits);
  if (kind === 'id') return digits.length === 18 || isProvince(digits);
  if (kind === 'phone') return digits.length >= 10;
  return /^[3-69]\d{15,18}$/.test(digits) && isCard(digits);
}

/** The first two digits of an area: provinces, and the ranges of permits and of nobody, which samples have. */
const isProvince = (digits: string) => /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d)/.test(digits);

/** Bank cards end with a check digit (ISO/IEC 7812-1, Luhn). */
export function isCard(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - at) - 48;
    const twice = at % 2 === 1 ? digit * 2 : digit;
    sum += twice > 9 ? twice - 9 : twice;
  }
  return sum % 10 === 0;
}

const CREDIT_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** 统一社会信用代码 of an organisation, which is public (GB 32100-2015: MOD 31), where it has no letters; no ID number. */
function isCreditCode(digits: string): boolean {
  if (!/^[159][1-9]\d{15}[\dX]$/.test(digits) || isWholeId(digits)) return false;
  let sum = 0;
  let weight = 1;
  for (const sign of digits.slice(0, 17)) {
    sum += CREDIT_SIGNS.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return CREDIT_SIGNS[(31 - (sum % 31)) % 31] === digits[17];
}

/** An ID number whose day of birth and check digit are right. */
export const isWholeId = (digits: string): boolean =>
  /^[1-9]\d{16}[\dX]$/.test(digits) && birthOf(digits) !== null && checkDigit(digits.slice(0, 17)) === digits[17];

const OFFICE =
  /(?:监督|举报|投诉|咨询|服务|办公|办公室|值班|受理|信访)(?:联系)?(?:电话|热线|专线)(?:号码)?[^\p{L}\p{N}]{0,3}(?:[\d-]{7,13}[、,，/;；和或]\s?){0,3}$/u;

/** 监督电话：021-5972… is there to be called; a mobile phone is somebody's, whatever stands before it. */
function isOfficeLine(signs: readonly string[], { from, digits }: NamingNumber): boolean {
  return !MOBILE.test(digits) && OFFICE.test(signs.slice(Math.max(0, from - 60), from).join(''));
}
