import { isDay } from '../domain/calendar.ts';
import { NOBODY } from '../domain/people/person-name-fault.ts';

/** SQL that knows the plain forms of cells, and regular expressions of them. */

/** The Chinese characters of names and places, as a part of a character class. */
export const HAN = '\\x{4E00}-\\x{9FA5}';

/** 王秀英, 欧阳建国, 古丽娜尔·玉素甫; not 锟斤拷, which is what is left of characters that were lost. */
export const USUAL_NAME = `[${hanWithout('锟')}]{2,4}(?:·[${HAN}]{2,5})?`;

export const matches = (field: string, pattern: string) => `regexp_full_match(${field}, '${pattern}')`;

/**
 * SQL: is a name in its usual form none of the words for nobody? `not in` would make a join of so many, and lose the order of the rows.
 * Most names are longer than these words, and are not compared with each of them.
 */
export const namesSomebody = (name: string) =>
  `case when strlen(${name}) > ${LONGEST_NOBODY} then true else ${NOBODY.map((word) => `${name} <> '${word}'`).join(' and ')} end`;
const LONGEST_NOBODY = Math.max(...NOBODY.map((word) => Buffer.byteLength(word)));

/**
 * SQL: is a cell so many digits, the first no zero, and nothing else? `number` is what a cast makes of it, which takes spaces,
 * signs, exponents and 0x1F as well: of so many characters only an exponent (1234e3) gives as many digits, and zeros at the end,
 * or what begins with a zero. To write the number again and compare is dear.
 */
export function isDigits(field: string, number: string, length: number): string {
  return `coalesce(strlen(${field}) = ${length} and ${field} >= '1' and ${number} >= ${10n ** BigInt(length - 1)}
    and case when ${number} % 100 = 0 then ${number}::varchar = ${field} else true end, false)`;
}

/** Chinese characters without some, as a part of a character class. */
export function hanWithout(left: string): string {
  const codes = [...new Set(left)].map((character) => character.charCodeAt(0)).sort((a, b) => a - b);
  const hex = (code: number) => `\\x{${code.toString(16)}}`;
  const starts = [0x4e00, ...codes.map((code) => code + 1)];
  const ends = [...codes.map((code) => code - 1), 0x9fa5];
  return starts
    .flatMap((start, index) => {
      const end = ends[index] as number;
      return start > end ? [] : [`${hex(start)}-${hex(end)}`];
    })
    .join('');
}

/** A bit for every MMDD from 0000 to 1231: is it a day of every year? */
const DAYS = Array.from({ length: 1232 }, (_, index) => {
  const day = String(index).padStart(4, '0');
  return Number(isDay(`2001-${day.slice(0, 2)}-${day.slice(2)}`));
}).join('');

/**
 * Is the number YYYYMMDD a day of the years that ID numbers can say? Null for 29 February, which is left to the domain. To look
 * it up takes half the time of reckoning, and a string of bits is planned in no time where a list takes 30 ms.
 */
export function isDayNumber(born: string): string {
  const day = `${born} % 10000`;
  return `case when ${day} = 229 then null when ${born} between 18800000 and 20991231 and ${day} <= 1231
    then get_bit('${DAYS}'::bit, ${day}) = 1 when ${born} is not null then false end`;
}

/**
 * GB 11643: the sum of the first 17 digits, each times its weight, and of the 18th (X is 10) is 1 modulo 11. The weights are
 * the powers of two modulo 11 (ISO 7064 MOD 11-2), so the sum is twice Σ digit·2^place; and since a digit is
 * n // 10^i - 10·(n // 10^(i+1)), Σ digit·2^i over n's places is n - 4·Σ 2^i·(n // 10^i): one division a digit, on two halves
 * of the number, which are integers of 32 bits.
 */
export function checkDigitFits(first9: string, next8: string, last: string): string {
  const inTwos = (half: string, digits: number) => {
    const places = Array.from({ length: digits - 1 }, (_, index) => index + 1);
    return `(${half} - 4 * (${places.map((place) => `${2 ** place} * (${half} // ${10 ** place})`).join(' + ')}))`;
  };
  return `(${2 ** 9} * ${inTwos(first9, 9)} + 2 * ${inTwos(next8, 8)} + ${last}) % 11 = 1`;
}

/**
 * ISO 7812 (Luhn) of up to 19 digits: every second one, from the right, counts as 2·digit, and one more from 5 on (less 10). A digit is
 * n // 10^i - 10·(n // 10^(i+1)), and it is 5 or more where n // (5·10^i) is odd; modulo 10 one division a digit is left, and one more
 * for those that are doubled, on integers of 32 bits.
 */
export function cardDigitFits({ high, middle, low }: ReturnType<typeof partsOfCard>): string {
  const sumOf = (part: string, digits: number, doublesFirst: boolean) =>
    Array.from({ length: digits }, (_, place) => {
      const isDoubled = (place % 2 === 0) === doublesFirst;
      const shifted = place === 0 ? part : `(${part} // ${10 ** place})`;
      const before = place > 0 && !isDoubled ? -2 : 0; // of the doubled digit before
      return isDoubled ? `2 * ${shifted} + ${part} // ${5 * 10 ** place}` : `${1 + before} * ${shifted}`;
    }).join(' + ');
  return `((${sumOf(high, 9, false)} + ${sumOf(middle, 5, true)} + ${sumOf(low, 5, false)}) % 10 = 0)`;
}

/** SQL: the first digits of up to 19, the five before the last five, and these. */
export const partsOfCard = (number: string) => ({
  high: `(${number} // 10000000000)::integer`,
  middle: `(${number} // 100000 % 100000)::integer`,
  low: `(${number} % 100000)::integer`,
});
