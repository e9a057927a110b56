import type { Random } from '../random.ts';
import type { RowRates } from './mixes.ts';

const DIGITS = '0123456789';

/** An ID number as a clerk types it, rightly most of the time. */
export function writeIdNumber(id: string, rates: RowRates, isSmall: boolean, random: Random): string {
  if (random.chance(rates.idMissing)) return '';
  if (random.chance(rates.idDigit)) return oneDigitOff(id, random);
  if (random.chance(rates.idSwapped)) return swapped(id, random);
  if (random.chance(rates.idFifteen) && id.slice(6, 8) === '19' && id.slice(6, 10) < '1985') {
    return id.slice(0, 6) + id.slice(8, 17);
  }
  if (random.chance(rates.idSpaced)) return `${id.slice(0, 6)} ${id.slice(6, 14)} ${id.slice(14)}`;
  return isSmall ? id.replace('X', 'x') : id;
}

/** The number of the card: the bearer's, the kind of disability and its degree. */
export function disabilityCard(id: string, index: number): string {
  return `${id}${1 + (index % 7)}${1 + (Math.floor(index / 7) % 4)}`;
}

/** How public lists hide the middle of a number. */
export const ID_MASKS: readonly ((id: string) => string)[] = [
  (id) => `${id.slice(0, 6)}********${id.slice(14)}`,
  (id) => `${id.slice(0, 6)}****${id.slice(14)}`,
  (id) => `${id.slice(0, 3)}***********${id.slice(14)}`,
  (id) => `**************${id.slice(14)}`,
  (id) => `${id.slice(0, 6)}******${id.slice(14)}`,
  (id) => `${id.slice(0, 10)}****${id.slice(14)}`,
];

/** The first digits, by which a number is known to be nobody's, are always right. */
const ALWAYS_RIGHT = 4;

export function oneDigitOff(number: string, random: Random): string {
  const place = random.between(ALWAYS_RIGHT, number.length - 2);
  const others = DIGITS.replace(number[place] as string, '');
  return number.slice(0, place) + random.pick([...others]) + number.slice(place + 1);
}

/** Two neighbours that differ change places. */
function swapped(number: string, random: Random): string {
  const places = Array.from({ length: number.length - 2 - ALWAYS_RIGHT }, (_, place) => place + ALWAYS_RIGHT);
  const apart = places.filter((place) => number[place] !== number[place + 1]);
  if (apart.length === 0) return number;
  const place = random.pick(apart);
  return `${number.slice(0, place)}${number[place + 1]}${number[place]}${number.slice(place + 2)}`;
}
