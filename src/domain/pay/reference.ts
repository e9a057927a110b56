import { foldCell } from '../cell-text.ts';

/** Sixteen letters for sixteen digits, none of which looks like a digit, and one more, so that a check letter is one of a prime number. */
const LETTERS = 'BCDFGHJKMNPQRTWXY';
const MODULUS = BigInt(LETTERS.length);
/** 3 is a primitive root of 17: no two of its first sixteen powers are the same, so that a wrong sign and two that changed places both show. */
const ROOT = 3n;

const BATCH_DIGITS = 3;
const NUMBER_DIGITS = 6;
/** No campaign has more batches, and no batch more payments. */
const MOST_BATCHES = 10 ** BATCH_DIGITS - 1;
const MOST_PAYMENTS = 10 ** NUMBER_DIGITS - 1;

const CODE = /^[BCDFGHJKMNPQRTWX]{4}$/;
/** How a reference is written, for whoever looks for one. */
export const REFERENCE_FORM = '[BCDFGHJKMNPQRTWX]{4}[0-9]{9}[BCDFGHJKMNPQRTWXY]';
const WRITTEN = new RegExp(`(?<![A-Z0-9])${REFERENCE_FORM}(?![A-Z0-9])`, 'g');

/**
 * What a payment is called in a bank's file, and by which what the bank returns is known again: four letters of the campaign, three digits
 * of the batch, six of the payment, and a check letter, by which a sign that was mistyped never makes another payment’s. Capital letters
 * and digits alone, which every bank takes, and no number, which a spreadsheet would cut.
 */
export function paymentReference(code: string, batch: number, number: number): string {
  if (!CODE.test(code) || batch < 1 || batch > MOST_BATCHES || number < 1 || number > MOST_PAYMENTS)
    throw new RangeError(`no reference for ${code} ${batch} ${number}`);
  const said = code + String(batch).padStart(BATCH_DIGITS, '0') + String(number).padStart(NUMBER_DIGITS, '0');
  return said + checkLetter(said);
}

/** What is written as a reference in a cell, alone or among words; null where there is none, or several. */
export function readReference(cell: string): string | null {
  const found = new Set(foldCell(cell).toUpperCase().match(WRITTEN));
  const [only] = found;
  return only !== undefined && found.size === 1 ? only : null;
}

/** The campaign's letters, of a digest's hexadecimal digits. */
export const referenceCode = (digest: string): string =>
  [...digest.slice(0, 4)].map((digit) => LETTERS[Number.parseInt(digit, 16)]).join('');

function checkLetter(said: string): string {
  let sum = 0n;
  let weight = 1n;
  for (const sign of said) {
    const value = /\d/.test(sign) ? Number(sign) : LETTERS.indexOf(sign);
    weight = (weight * ROOT) % MODULUS;
    sum += weight * BigInt(value);
  }
  return LETTERS[Number(sum % MODULUS)] as string;
}
