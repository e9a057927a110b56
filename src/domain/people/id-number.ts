import { type Day, isDay } from '../calendar.ts';
import { compactCell, LONGEST_CELL, unwrapped } from '../cell-text.ts';
import { maskedNumber, starred } from './masked-id.ts';

/**
 * What stands in a cell of an ID number column, or of one of 残疾人证, whose number is the bearer's and two digits more.
 *
 * - `valid18`, `valid15`: a citizen's number (GB 11643-1999) or its form before 1999.
 * - `checksum`, `birth-date`: 18 characters whose check digit is wrong, or whose birth date is no day from 1880 to 2099.
 * - `masked`: digits behind stars. `damaged`: a spreadsheet kept the number as a number, of 15 significant digits.
 * - `placeholder`: 无, `-`, 000000. `missing`: nothing at all.
 * - `other-document`: a passport, a permit, an officer's certificate.
 * - `malformed`: anything else. `opaque`: of a column of which nearly every cell is, a number that only its keeper understands.
 */
export const ID_CLASSES = [
  'valid18',
  'valid15',
  'checksum',
  'birth-date',
  'malformed',
  'masked',
  'damaged',
  'placeholder',
  'other-document',
  'missing',
  'opaque',
] as const;
export type IdClass = (typeof ID_CLASSES)[number];

export interface IdNumber {
  readonly class: IdClass;
  /** The number without decorations; a masked one with a `*` for every hidden character. */
  readonly text: string;
  /** The 18-character number of a valid one, so that a person's 15 and 18 digits are the same; else null. */
  readonly key: string | null;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_DIGITS = '10X98765432';
const EARLIEST_BIRTH: Day = '1880-01-01';
const LATEST_BIRTH: Day = '2099-12-31';

const EIGHTEEN = /^\d{17}[\dX]$/;
const FIFTEEN = /^\d{15}$/;
/** A spreadsheet's number: 3.10107E+17, or 18 digits that a program saved with a decimal point. */
const FROM_NUMBER = /^\d(?:\.\d*)?E\+?1[4-9]$|^\d{18}\.0*$/;
/** What `cleaned` leaves as it is. */
const CLEAN = /^[\dA-Z]+$|^\d\.\d+E\+\d+$/;
const HYPHENS = /(?<=[\dX*])[-‐–—−]+(?=[\dX*])/g;

const ONE_SIGN = /^(\d)\1*$|^[\p{P}\p{S}]+$/u;
const ASCENDING = '12345678901234567890';
const PLACEHOLDER_WORDS =
  /^(?:暂|尚|还)?(?:无|没有?|未办理?|未领|未提供|未报|未知|不详|不明|不清|待补|待查|缺|空)(?:身份证|证件?|号码?|户口)*$/;
const NO_VALUE = new Set(['N/A', '#N/A', 'NA', 'NULL', 'NONE', 'NIL']);

const OTHER_DOCUMENTS = [
  /^[A-Z]\d{7,9}$|^[A-Z]{2}\d{7}$/, // passports, the latter since E99999999 was reached
  /^[HM]\d{8,10}$/, // 港澳居民来往内地通行证, with the count of renewals or without
  /^\d{8}$/, // 台湾居民来往大陆通行证
  /^[A-Z]{3}\d{12}$/, // 外国人永久居留证 until 2023
  /^\p{Script=Han}{0,3}[军士文兵警武]字?第?\d{4,10}号?$/u, // 军官证, 士兵证, 文职干部证
];
/** 残疾人证: the bearer's ID number, the kind of disability (1-7) and its degree (1-4), renewals from B1 on. */
const DISABILITY_CARD = /^(\d{6}(?:18|19|20)\d{9}[\dX])[1-7][1-4](?:B\d?)?$/;

/** The check digit of a number's first 17 digits (ISO 7064 MOD 11-2); empty for what is not 17 digits. */
export function checkDigit(first17: string): string {
  if (!/^\d{17}$/.test(first17)) return '';
  let sum = 0;
  for (let index = 0; index < 17; index += 1) sum += (WEIGHTS[index] ?? 0) * (first17.charCodeAt(index) - 48);
  return CHECK_DIGITS.charAt(sum % 11);
}

/** A valid number from its first 17 digits, which say all. */
export function wholeNumber(first17: bigint): string {
  const digits = String(first17).padStart(17, '0');
  return digits + checkDigit(digits);
}

/** Reads any cell of an ID number column. Says what the cell is; a lost or hidden digit is never guessed. */
export function readIdNumber(cell: string): IdNumber {
  if (cell.length > LONGEST_CELL) return { class: 'malformed', text: cell, key: null };
  const text = CLEAN.test(cell) ? cell : cleaned(cell);
  if (text === '') return { class: 'missing', text, key: null };
  const eighteen = EIGHTEEN.test(text) ? readEighteen(text) : undefined;
  if (eighteen?.class === 'valid18') return eighteen;
  if (standsForNothing(text)) return { class: 'placeholder', text, key: null };
  if (eighteen) return eighteen;
  if (FIFTEEN.test(text)) return readFifteen(text);
  const [, bearer] = DISABILITY_CARD.exec(text) ?? [];
  if (bearer) return readBearer(bearer);
  if (FROM_NUMBER.test(text)) return { class: 'damaged', text, key: null };
  if (OTHER_DOCUMENTS.some((form) => form.test(text))) return { class: 'other-document', text, key: null };
  const masked = maskedNumber(text);
  return masked === null ? { class: 'malformed', text, key: null } : { class: 'masked', text: masked, key: null };
}

function cleaned(cell: string): string {
  const capital = compactCell(starred(cell)).replace(/[a-z]+/g, (letters) => letters.toUpperCase());
  const signs = starred(unwrapped(capital.normalize('NFKC')));
  return signs.replace(HYPHENS, '').replace(/^(\d{15})\.0*$/, '$1');
}

function readEighteen(text: string): IdNumber {
  const born = birthOf(text) !== null;
  if (born && checkDigit(text.slice(0, 17)) === text[17]) return { class: 'valid18', text, key: text };
  if (text.endsWith('000')) return { class: 'damaged', text, key: null };
  return { class: born ? 'checksum' : 'birth-date', text, key: null };
}

/** No spreadsheet has cut the bearer's number, since more stands behind it. */
function readBearer(text: string): IdNumber {
  const read = readEighteen(text);
  if (read.class !== 'damaged') return read;
  return { ...read, class: birthOf(text) === null ? 'birth-date' : 'checksum' };
}

function readFifteen(text: string): IdNumber {
  const first17 = `${text.slice(0, 6)}19${text.slice(6)}`;
  const key = first17 + checkDigit(first17);
  return birthOf(key) === null ? { class: 'malformed', text, key: null } : { class: 'valid15', text, key };
}

/** 无, `-`, 000000, 123456: folded, and nobody's number. */
export function standsForNothing(text: string): boolean {
  if (ONE_SIGN.test(text) || NO_VALUE.has(text) || PLACEHOLDER_WORDS.test(text)) return true;
  return text.length >= 6 && ASCENDING.startsWith(text);
}

/** The birth date in an 18-character number; null when it is no day from 1880 to 2099. */
export function birthOf(key18: string): Day | null {
  const birth = `${key18.slice(6, 10)}-${key18.slice(10, 12)}-${key18.slice(12, 14)}`;
  return isDay(birth) && birth >= EARLIEST_BIRTH && birth <= LATEST_BIRTH ? birth : null;
}

/** The sex in an 18-character number: the last digit before the check digit is odd for men. */
export function sexOf(key18: string): 'male' | 'female' {
  return key18.charCodeAt(16) % 2 === 1 ? 'male' : 'female';
}

/** Full years of age on a day. Who was born on 29 February is a year older on 1 March of a common year. */
export function ageOn(birth: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** So many digits of a number that is not whole tell its bearer from others of the same name: the area and the last four. */
export const FEWEST_DIGITS = 10;

/**
 * Whether what stands in a cell says enough to tell its bearer from others of the same name: a whole number does, mistyped or
 * not, `3.10107E+17` and `3101**********` do not. An X is a check digit.
 */
export function identifies({ class: found, text }: Pick<IdNumber, 'class' | 'text'>): boolean {
  if (found === 'missing' || found === 'placeholder') return false;
  const isPartial = found === 'masked' || found === 'damaged' || found === 'malformed';
  // What a spreadsheet writes behind the E is no digit of the number.
  const digits = text.replace(/E\+?[0-9]+$|[^0-9]/g, '').length + Number(text.endsWith('X'));
  return !isPartial || digits >= FEWEST_DIGITS;
}

/**
 * An ID number as it may be shown: `310107********1234`, or `310107******123` for 15 digits: area and the last digits,
 * never the birth date. Of anything else at most two characters at either end, and never more than half.
 */
export function maskId(text: string): string {
  if (/^[\dX*]{18}$/.test(text)) return `${text.slice(0, 6)}********${text.slice(-4)}`;
  if (/^[\d*]{15}$/.test(text)) return `${text.slice(0, 6)}******${text.slice(-3)}`;
  const characters = Array.from(text);
  const shown = characters.length > 6 ? Math.min(2, Math.floor(characters.length / 4)) : 0;
  const last = characters.length - shown;
  return characters.map((character, index) => (index < shown || index >= last ? character : '*')).join('');
}
