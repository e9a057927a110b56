import type { Interval } from './interval.ts';
import { CHINESE_DIGITS, readNumeral } from './numeral.ts';

/** What a rate is paid again each of: 每天, 每月, 每季度, 每学期, 每年. */
export type Recurrence = 'day' | 'month' | 'quarter' | 'term' | 'year';

/** How long something is given: 3个月, 90天, 两学年. */
export interface Duration {
  readonly value: bigint;
  readonly unit: Recurrence;
}

const WORDS: Readonly<Record<Recurrence, readonly string[]>> = {
  day: ['天', '日'],
  month: ['个月', '月'],
  quarter: ['个季度', '季度', '季'],
  term: ['个学期', '学期'],
  year: ['个学年', '学年', '年'],
};
const BY_WORD = new Map(
  Object.entries(WORDS).flatMap(([unit, words]) => words.map((word) => [word, unit as Recurrence] as const)),
);

/** The words for spans of time as one alternation for a regular expression, the longest first. */
export const RECURRENCE_PATTERN = [...BY_WORD.keys()].sort((a, b) => b.length - a.length).join('|');

/** The span of time that a word means. */
export const recurrenceOf = (word: string): Recurrence | undefined => BY_WORD.get(word);

const DURATION = new RegExp(
  `^(?:期限|为期|共计|共|连续|发放|补助|按)*为?(?<number>\\d+|[${CHINESE_DIGITS}]+)(?<unit>${RECURRENCE_PATTERN})(?:计算|计|发放)?$`,
);

/** Reads how long something is given: 期限3个月, 90天, 两年; undefined where it is no such span. */
export function readDuration(printed: string): Duration | undefined {
  const text = printed.normalize('NFKC').replace(/\s+/g, '');
  const { number = '', unit = '' } = (text.length > 40 ? null : DURATION.exec(text))?.groups ?? {};
  const numeral = readNumeral(number);
  const recurrence = recurrenceOf(unit);
  if (!numeral || numeral.exponent < 0 || !recurrence) return undefined;
  const value = numeral.digits * 10n ** BigInt(numeral.exponent);
  return value > 0n && value <= 10_000n ? { value, unit: recurrence } : undefined;
}

const MONTHS: Readonly<Record<Exclude<Recurrence, 'day'>, readonly [least: bigint, most: bigint]>> = {
  month: [1n, 1n],
  quarter: [3n, 3n],
  term: [4n, 6n],
  year: [12n, 12n],
};

/**
 * How many times something recurs in a duration: 20元 a day over 3个月 between 89 and 92 times. Undefined where it recurs
 * less often than once in it.
 */
export function timesWithin(each: Recurrence, { value, unit }: Duration): Interval | undefined {
  if (each === unit) return { low: value, high: value };
  if (each === 'day' && unit !== 'day') return daysOf(MONTHS[unit][0] * value, MONTHS[unit][1] * value);
  if (unit === 'day' || each === 'day') return undefined;
  const [least, most] = MONTHS[unit];
  const [shortest, longest] = MONTHS[each];
  const low = (least * value) / longest;
  const high = (most * value) / shortest;
  return low > 0n ? { low, high } : undefined;
}

/** The least and the most days that so many months in a row have, in any two years. */
function daysOf(least: bigint, most: bigint): Interval {
  const of = (months: bigint) =>
    Array.from({ length: 48 }, (_, start) => {
      const at = (month: number) => Date.UTC(2023, month, 1) / 86_400_000;
      return BigInt(at(start + Number(months)) - at(start));
    });
  const low = of(least).reduce((a, b) => (a < b ? a : b));
  return { low, high: of(most).reduce((a, b) => (a > b ? a : b)) };
}
