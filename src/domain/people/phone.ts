import { foldCell, LONGEST_CELL } from '../cell-text.ts';
import {
  type Contact,
  capitals,
  contactKey,
  isMasked,
  meaningful,
  POINT_ZERO,
  SCIENTIFIC,
  signsOnly,
} from './contact.ts';

const SEPARATOR = '[\\s.·‐‑–—−-]*';
/** Digits in any groups: 138 0000 1111, 138-0000-1111. */
const grouped = (digit: string, count: string) => `(?:${SEPARATOR}${digit}){${count}}`;
/** 转801, -801, #801: the extension is no part of the number. */
const EXTENSION = `(?:${SEPARATOR}(?:转|#|EXT\\.?|[-‐–—−])${SEPARATOR}\\d{1,6})?(?![\\d*])`;
const MOBILE = `(?:\\(?\\+?(?:00)?86\\)?${SEPARATOR}|0)?(?<mobile>1[3-9]${grouped('\\d', '9')})${EXTENSION}`;
const FIXED = `(?<fixed>(?:\\(?0(?:10|2\\d|[3-9]\\d{2})\\)?${SEPARATOR})?[2-9]${grouped('\\d', '6,7')})${EXTENSION}`;
/** Every number in a text that says what it is: 13900001111、021-55550000, 13900001111（女儿）. */
const NUMBERS = new RegExp(`(?<![\\d*])(?:${MOBILE}|${FIXED})`, 'gu');
/** A number as `readPhones` gives it, of a mobile telephone or a fixed line. */
const WHOLE = /^(?:1[3-9]\d{9}|(?:0(?:10|2\d|[3-9]\d{2}))?[2-9]\d{6,7})$/;
/** What 1.38E+10 becomes when it is opened and saved once more. */
const CUT_TO_ZEROS = /^1[3-9]\d0{8}$/;
/** Two mobile numbers that nothing separates. */
const GLUED = /(?<!\d)(1[3-9]\d{9})(?=1[3-9]\d{9}(?!\d))/g;

/** 138****0000, or with other signs for what is hidden. */
const HIDDEN = /(?<=\d)\s*[*×✕●•○■□█∗X]{2,}\s*(?=\d)|(?<=\d)\s*[*×✕●•○■□█∗]{2,}$/g;

/** The number of a fixed line without its area code. */
const LOCAL = /^(?:10|2\d)([2-9]\d{7})$|^[3-9]\d\d([2-9]\d{6,7})$/;

/** A row's telephone: the first mobile number of its cell, as its 11 digits, else what else there is, as printed. */
export function readPhone(cell: string): Contact {
  const all = readPhones(cell);
  return all.find(({ text }) => isMobile(text)) ?? all[0] ?? { text: '', damaged: false };
}

/** Every telephone number of a cell. What is none of the usual forms, but for a word behind it, is one as it stands. */
export function readPhones(cell: string): Contact[] {
  if (/^1[3-9]\d{9}$/.test(cell)) return [{ text: cell, damaged: CUT_TO_ZEROS.test(cell) }];
  if (cell.length > LONGEST_CELL) return [];
  const text = capitals(foldCell(cell)).replace(POINT_ZERO, '$1');
  if (SCIENTIFIC.test(text)) return [{ text, damaged: true }];
  const shown = starred(text);
  const numbers = [...shown.replace(GLUED, '$1 ').matchAll(NUMBERS)]
    .map(({ groups: { mobile, fixed } = {} }) => meaningful((mobile ?? fixed ?? '').replace(/\D+/g, '')))
    .filter((number) => number !== '');
  if (numbers.length > 0) return [...new Set(numbers)].map((text) => ({ text, damaged: CUT_TO_ZEROS.test(text) }));
  const other = meaningful(starred(signsOnly(shown)));
  return other === '' ? [] : [{ text: isMasked(other) ? other.replaceAll('X', '*') : other, damaged: false }];
}

const starred = (text: string) => text.replace(HIDDEN, (signs) => '*'.repeat(signs.trim().length));

/** Is there something in a cell that is to be a telephone number, and is none: too short, too long, or digits lost? */
export function phoneFault(cell: string): 'damaged' | 'malformed' | null {
  const { text, damaged } = readPhone(cell);
  if (damaged) return 'damaged';
  return text === '' || isMasked(text) || WHOLE.test(text) ? null : 'malformed';
}

const isMobile = (text: string) => /^1[3-9]\d{9}$/.test(text);

/**
 * What other rows may call the telephones of a cell by, but for `own`: the keys of the others, and of a fixed line its number
 * without the area code.
 */
export function otherPhoneKeys(phones: readonly Contact[], own: string | null): string[] {
  const keys = phones.map(contactKey).filter((key) => key !== null && /^\d+$/.test(key)) as string[];
  const locals = keys.flatMap((key) => LOCAL.exec(key)?.slice(1).filter(Boolean) ?? []);
  return [...new Set([...keys, ...locals])].filter((key) => key !== own);
}
