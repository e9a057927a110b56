import { compactCell, saysNothing, unwrapped } from './cell-text.ts';
import { readNumeral } from './numeral.ts';

export type Sex = 'male' | 'female';

/** GB/T 2261.1 writes 1 and 2; its 0 (unknown) and 9 (not said) are neither. */
const SEXES: ReadonlyMap<string, Sex> = new Map([
  ...['男', '男性', '男士', 'M', 'MALE', '1'].map((word) => [word, 'male'] as const),
  ...['女', '女性', '女士', 'F', 'FEMALE', '2'].map((word) => [word, 'female'] as const),
]);

const COUNTED = /^(.+?)(?:\.0+)?(?:周?岁|人次?|口人?|户|份|个|件|袋|套|盒|箱|条|张|次|桶|瓶|只|床|包|名|位)?$/;
/** No count is written longer. */
const LONGEST_COUNT = 32;

const NOT_SIGNED = /^(?:[未没](?:有)?(?:领取?|签收?|签[名字]|收到?|到)?|待[领签]取?|[否×✗✕✘✖XN0]|NO|FALSE)$/;

/** The sex that a cell says; null when it says none. */
export function readSex(cell: string): Sex | null {
  return SEXES.get(word(cell)) ?? null;
}

/** A whole number of persons, years or things: 3, 3人, 75周岁, 两份. Null for anything else, also for a fraction. */
export function readCountCell(cell: string): number | null {
  const text = word(cell);
  if (text.length > LONGEST_COUNT) return null;
  const numeral = readNumeral(COUNTED.exec(text)?.[1] ?? '');
  if (!numeral || numeral.exponent < 0) return null;
  const count = Number(numeral.digits * 10n ** BigInt(numeral.exponent));
  return Number.isSafeInteger(count) ? count : null;
}

/** Whether a sign-off cell says that somebody signed: any name or tick does; a blank, 未签, 未领, 否 and a cross do not. */
export function isSigned(cell: string): boolean {
  const text = word(cell);
  return !saysNothing(text) && !NOT_SIGNED.test(text);
}

function word(cell: string): string {
  return unwrapped(compactCell(cell)).toUpperCase();
}
