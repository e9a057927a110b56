/** SQL that knows the plain forms of cells, and regular expressions of them. */

/** The Chinese characters of names and places, as a part of a character class. */
export const HAN = '\\x{4E00}-\\x{9FA5}';

/** 王秀英, 欧阳建国, 古丽娜尔·玉素甫. */
export const USUAL_NAME = `[${HAN}]{2,4}(?:·[${HAN}]{2,5})?`;

export const matches = (field: string, pattern: string) => `regexp_full_match(${field}, '${pattern}')`;

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

/** Is the number YYYYMMDD a day of the years that ID numbers can say? Null for 29 February, which is left to the domain. */
export function isDayNumber(born: string): string {
  const [month, day] = [`(${born} // 100 % 100)`, `(${born} % 100)`];
  const long = `(${month} + ${month} // 8) % 2 = 1`; // no IN: DuckDB makes a join of it, after which rows are in any order
  return `case when ${born} % 10000 = 229 then null else ${born} between 18800000 and 20991231 and ${month} between 1 and 12
    and ${day} between 1 and 31 and (${day} <= 28 or ${month} <> 2 and (${day} <= 30 or ${long})) end`;
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
