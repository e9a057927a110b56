import { compactCell, saysNothing, unwrapped } from '../cell-text.ts';
import { isMasked, readAccount } from './contact.ts';
import { readIdNumber, standsForNothing } from './id-number.ts';

/**
 * What is wrong with what stands in a column of accounts; `none` also where nothing stands there, or where digits are hidden.
 *
 * - `damaged`: a spreadsheet kept it as a number, and the last digits are lost.
 * - `check-digit`: a UnionPay card (62…) whose check digit is wrong; `card-length`: 62…, and not of 16 to 19 digits.
 * - `length`: so few or so many digits that no bank has such accounts. `letters`: an O among the digits, or other letters.
 * - `id-number`, `mobile`: somebody's number, and no account's. `no-number`: 卡号待补.
 */
export const ACCOUNT_FAULTS = [
  'none',
  'damaged',
  'check-digit',
  'card-length',
  'length',
  'letters',
  'id-number',
  'mobile',
  'no-number',
] as const;
export type AccountFault = (typeof ACCOUNT_FAULTS)[number];

/** Passbooks have accounts of any length between these. */
const FEWEST_DIGITS = 8;
const MOST_DIGITS = 32;

/** The bank's abbreviation before the number, or what marks accounts of non-residents: ICBC6222…, NRA… */
const PREFIX = /^[A-Z]{2,5}(?=\d{6})/;
const MOBILE = /^1[3-9]\d{9}$/;
const PAID_BY_HAND = /现金|当面|上门|走访/;

export function accountFault(cell: string): AccountFault {
  const { text, damaged } = readAccount(cell);
  if (damaged) return 'damaged';
  if (isMasked(text)) return 'none';
  const number = text.replace(PREFIX, '');
  if (/^\d+$/.test(number)) return faultOfDigits(number);
  if (/^\d{17}X$/.test(number) && isIdNumber(number)) return 'id-number';
  if (/\d/.test(number)) return 'letters';
  return isBlank(cell) ? 'none' : 'no-number';
}

function faultOfDigits(number: string): AccountFault {
  if (number.length < FEWEST_DIGITS || number.length > MOST_DIGITS) return 'length';
  if (number.startsWith('62')) {
    if (number.length < 16 || number.length > 19) return 'card-length';
    return checkDigitFits(number) ? 'none' : 'check-digit';
  }
  if (MOBILE.test(number)) return 'mobile';
  return isIdNumber(number) ? 'id-number' : 'none';
}

const isIdNumber = (number: string) => number.length === 18 && readIdNumber(number).class === 'valid18';

/** ISO 7812 (Luhn): from the right every second digit counts twice, less nine where that has two digits. */
function checkDigitFits(number: string): boolean {
  let sum = 0;
  for (let place = 0; place < number.length; place += 1) {
    const digit = number.charCodeAt(number.length - 1 - place) - 48;
    sum += place % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0);
  }
  return sum % 10 === 0;
}

/** Nothing, a mark or a word for nothing, or that no bank pays. */
function isBlank(cell: string): boolean {
  const text = unwrapped(compactCell(cell));
  return text === '' || saysNothing(text) || standsForNothing(text) || PAID_BY_HAND.test(text);
}
