import { checkDigit } from '../../../src/domain/people/id-number.ts';

/** Numbers below 1. */
export type Random = () => number;
export const below = (random: Random, limit: number): number => Math.floor(random() * limit);

/** Somebody's number as it is planted: its digits, and how they are written. */
export interface Planted {
  readonly digits: string;
  readonly written: string;
}

const digits = (random: Random, count: number) => Array.from({ length: count }, () => below(random, 10)).join('');
const two = (number: number) => String(number).padStart(2, '0');

/** An ID number of nobody (area 990000 to 990099), with a right check digit. */
export function idNumber(random: Random): string {
  const born = `${1930 + below(random, 90)}${two(1 + below(random, 12))}${two(1 + below(random, 28))}`;
  const first17 = `9900${two(below(random, 100))}${born}${digits(random, 3)}`;
  return first17 + checkDigit(first17);
}

/** A card of UnionPay with its check digit (Luhn). */
function cardNumber(random: Random): string {
  const body = `62${digits(random, below(random, 2) === 0 ? 13 : 16)}`;
  const sum = [...body].toReversed().reduce((all, sign, index) => {
    const twice = Number(sign) * (index % 2 === 0 ? 2 : 1);
    return all + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return body + ((10 - (sum % 10)) % 10);
}

const mobile = (random: Random) => `1${3 + below(random, 7)}${digits(random, 8)}${1 + below(random, 9)}`;

const cut = (number: string, sizes: readonly number[], between: string) => {
  const ends = [...sizes, number.length].map((_, index, all) =>
    all.slice(0, index + 1).reduce((sum, size) => sum + size, 0),
  );
  return ends
    .map((end, index) => number.slice(ends[index - 1] ?? 0, end))
    .filter((part) => part !== '')
    .join(between);
};
const wide = (number: string) =>
  number.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))).replace('X', 'Ｘ');
const han = (number: string) => number.replace(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)));

/** How people, and programs, write an ID number, a card and a telephone so that a search for the digits passes them over. */
const ID_FORMS: readonly ((number: string) => string)[] = [
  (number) => number,
  (number) => number.toLowerCase(),
  wide,
  han,
  (number) => [...number].join(' '),
  (number) => cut(number, [6, 8, 4], ' '),
  (number) => cut(number, [6, 8, 4], '-'),
  (number) => cut(number, [6, 4, 4, 4], '\u3000'),
  (number) => cut(number, [6, 8, 4], '\u200b'),
  (number) => `身份证号：${number}。`,
  (number) => `张三${number}李四`,
];
const CARD_FORMS: typeof ID_FORMS = [
  (number) => number,
  wide,
  (number) => cut(number, [4, 4, 4, 4], ' '),
  (number) => cut(number, [4, 4, 4, 4], '-'),
  (number) => `卡号${number}，开户行`,
];
const PHONE_FORMS: typeof ID_FORMS = [
  (number) => number,
  wide,
  (number) => cut(number, [3, 4, 4], ' '),
  (number) => cut(number, [3, 4, 4], '-'),
  (number) => `电话${number}`,
  (number) => `+86 ${number}`,
];

/** A number, and a way to write it; `plain`: as digits only, where a place takes nothing else. */
export function plantedNumber(random: Random, plain = false): Planted {
  const kind = below(random, 3);
  const number = kind === 0 ? idNumber(random) : kind === 1 ? cardNumber(random) : mobile(random);
  const forms = kind === 0 ? ID_FORMS : kind === 1 ? CARD_FORMS : PHONE_FORMS;
  const write = plain ? (same: string) => same : (forms[below(random, forms.length)] ?? ((same: string) => same));
  return { digits: number, written: write(number) };
}
