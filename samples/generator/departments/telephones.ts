import type { Random } from '../random.ts';
import type { Contacts } from './contacts.ts';
import type { RowRates } from './mixes.ts';
import { oneDigitOff } from './numbers.ts';

/** Nobody has it: no place was given this area code. */
const AREA_CODE = '0300';
const SEPARATORS = ['/', '、', ' ', '，', ';'];

/** A telephone cell: one number of several that somebody has, or some of them. */
export function writeTelephone(contacts: Contacts, rates: RowRates, random: Random): string {
  if (random.chance(rates.phoneMissing)) return '';
  const { usual, others, landline } = contacts;
  const number = others.length > 0 && random.chance(rates.phoneOther) ? random.pick(others) : usual;
  const first = asPrinted(random.chance(rates.phoneDigit) ? oneDigitOff(number, random) : number, random);
  const further = landline ?? others[0];
  if (further === undefined || further === number || !random.chance(rates.phoneSeveral)) return first;
  const both = [first, asPrinted(further, random)];
  if (random.chance(0.5)) both.reverse();
  return both.join(random.pick(SEPARATORS));
}

function asPrinted(number: string, random: Random): string {
  if (number.length === 8) return random.pick([number, number, `${AREA_CODE}-${number}`, `${AREA_CODE}${number}`]);
  if (random.chance(0.96)) return number;
  const mark = random.pick(['-', ' ']);
  return [number.slice(0, 3), number.slice(3, 7), number.slice(7)].join(mark);
}
