import { plainDigits } from '../shown/digits.ts';
import { type ExposedNumber, isCard, isWholeId, numberKind } from './exposed-numbers.ts';

/** A cell's text as digits, where it is nothing else (an X at the end may be a check digit), and whether they are a text. */
export interface DigitCell {
  readonly digits: string;
  readonly isText: boolean;
}

/** A number that cells make up together: the first and the last of them, by their positions. */
export interface SplitNumber extends ExposedNumber {
  readonly first: number;
  readonly last: number;
}

const LONGEST = 19;
/** Where the parts of an ID number end. */
const PARTS_18 = [2, 4, 6, 10, 12, 14, 17, 18];
const PARTS_15 = [2, 4, 6, 8, 10, 12, 15];

/** Most cells of a list are neither. */
const MAY_BE_DIGITS = /^[\s'’]*[\p{N}Xx〇零一壹幺二贰三叁四肆五伍六陆七柒八捌九玖]/u;

/** A cell's digits; null where it holds anything else, or more than a part of a number. */
export function digitCell(text: string, isText: boolean): DigitCell | null {
  if (text === '' || text.length > 3 * LONGEST || !MAY_BE_DIGITS.test(text)) return null;
  const digits = plainDigits(text)
    .plain.toUpperCase()
    .replace(/[\s'’·.,，、\-–—]/g, '');
  return /^\d{1,17}$|^\d{0,16}X$/.test(digits) ? { digits, isText } : null;
}

/**
 * Numbers that stand over several neighbouring cells, a part or a digit in each. Amounts and counts stand there as well, so only
 * what can hardly be chance counts: ID numbers with a right check digit, and what is cut where such numbers are cut.
 */
export function splitNumbers(cells: readonly (DigitCell | null)[]): SplitNumber[] {
  const found: SplitNumber[] = [];
  for (let first = 0; first < cells.length; first += 1) {
    const number = longestFrom(cells, first);
    if (!number) continue;
    found.push(number);
    first = number.last;
  }
  return found;
}

/** The ID number that the last of some cells ends, below each other: nothing else is certain enough to be read downwards. */
export function idEndedBy(cells: readonly DigitCell[]): SplitNumber | null {
  const last = cells.length - 1;
  let digits = '';
  for (let first = last; first >= 0 && digits.length < ID_LENGTH; first -= 1) {
    digits = (cells[first]?.digits ?? '') + digits;
    if (digits.length === ID_LENGTH && first < last && isNumber(digits, cells.slice(first), false))
      return { kind: 'id', digits, isOffice: false, first, last };
  }
  return null;
}
const ID_LENGTH = 18;

function longestFrom(cells: readonly (DigitCell | null)[], first: number): SplitNumber | null {
  let longest: SplitNumber | null = null;
  const parts: DigitCell[] = [];
  let digits = '';
  for (let last = first; last < cells.length; last += 1) {
    const cell = cells[last];
    if (!cell || digits.endsWith('X')) break;
    parts.push(cell);
    digits += cell.digits;
    if (digits.length > LONGEST) break;
    const isAlone = !cells[first - 1] && !cells[last + 1];
    if (parts.length > 1 && isNumber(digits, parts, isAlone)) {
      longest = { kind: numberKind(digits), digits, isOffice: false, first, last };
    }
  }
  return longest;
}

function isNumber(digits: string, parts: readonly DigitCell[], isAlone: boolean): boolean {
  const sizes = parts.map((part) => part.digits.length);
  const areDigits = sizes.every((size) => size === 1);
  const ends = sizes.map((_, index) => sizes.slice(0, index + 1).reduce((sum, size) => sum + size, 0));
  const areCutAt = (places: readonly number[]) => ends.every((end) => places.includes(end));
  switch (digits.length) {
    case 18:
      return isWholeId(digits) && (parts.length <= 3 || areDigits || areCutAt(PARTS_18));
    case 15:
      return numberKind(digits) === 'id' && ((areDigits && isAlone) || (parts.length <= 6 && areCutAt(PARTS_15)));
    case 11:
      if (numberKind(digits) !== 'phone' || digits.startsWith('0')) return false;
      return (areDigits && isAlone) || (['3,4,4', '3,8', '7,4'].includes(sizes.join()) && areNoFigures(parts));
    case 16:
    case 19:
      if (!isCard(digits)) return false;
      return (areDigits && isAlone) || (digits.startsWith('62') && sizes.slice(0, -1).every((size) => size === 4));
    default:
      return false;
  }
}

/** A figure has no zero in front, and is a number in its cell. */
const areNoFigures = (parts: readonly DigitCell[]) =>
  parts.every((part) => part.isText) || parts.slice(1).some((part) => part.digits.startsWith('0'));
