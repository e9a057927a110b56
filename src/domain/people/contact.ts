import { compactCell, LONGEST_CELL, unwrapped } from '../cell-text.ts';
import { CHINESE_DIGITS } from '../numeral.ts';

export interface Contact {
  /** Digits and capital letters only, and stars for what is masked; empty where nothing, or one digit repeated (00000000), stands for nothing. */
  readonly text: string;
  /** Whether a spreadsheet kept it as a number of 15 significant digits, and the rest is lost. */
  readonly damaged: boolean;
}

/** 6.22202E+18; some programs leave out the plus, or write three digits behind it. */
export const SCIENTIFIC = /^\d(?:\.\d*E\+?|E\+)\d{1,3}$/;
export const POINT_ZERO = /^(\d+)\.0+$/;
/** Digits with a decimal point or thousands separators, which only a number has. */
const FROM_NUMBER = /^\d{16,}\.0+$|^\d{1,3}(?:,\d{3}){5,}(?:\.0+)?$/;
const HOUSE_NUMBER = new RegExp(
  `(?<![${CHINESE_DIGITS}○])[${CHINESE_DIGITS}○]+(?=号|室|弄|幢|栋|单元|楼)|[\\p{Nd}\\p{No}]+`,
  'gu',
);

/** Reads the number of a bank account or card, which banks show with its middle masked. */
export function readAccount(cell: string): Contact {
  const text = cleaned(cell);
  if (SCIENTIFIC.test(text) || (FROM_NUMBER.test(text) && !isExact(text))) return { text, damaged: true };
  if (isMasked(text)) return { text: signsOnly(text), damaged: false };
  return { text: meaningful(signsOnly(text.replace(POINT_ZERO, '$1'))), damaged: false };
}

/** A number of 16 digits holds the last one too, if a program wrote it: a spreadsheet would have left a zero. */
function isExact(text: string): boolean {
  const whole = text.replace(/\.0+$/, '').replaceAll(',', '');
  return Number.isSafeInteger(Number(whole)) && !whole.endsWith('0');
}

/** 6228****1017: the digits that are shown are those of many. */
export const isMasked = (text: string) => /\d[^\d]*\*|\*[^\d]*\d/.test(text);

function cleaned(cell: string): string {
  if (/^\d{1,40}$/.test(cell)) return cell;
  if (cell.length > LONGEST_CELL) return '';
  return capitals(compactCell(cell));
}

/** A folded cell without what is put around it, its letters capitals. */
export function capitals(cell: string): string {
  return unwrapped(cell).replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

/** Digits and capital letters, and the stars of what is masked. */
export function signsOnly(text: string): string {
  return text.replace(isMasked(text) ? /[^\dA-Z*]+/g : /[^\dA-Z]+/g, '');
}

/** One digit repeated stands for nothing. */
export function meaningful(text: string): string {
  return /^(\d)\1*$/.test(text) ? '' : text;
}

/** A shorter number is a department's extension, or half of one. */
const SHORTEST = 7;

/**
 * What two cells with the same contact have in common: its number without leading zeros, which spreadsheets drop and people
 * leave out. Null where it says too little, or not all of it.
 */
export function contactKey({ text, damaged }: Contact): string | null {
  const key = text.replace(/^0+/, '');
  return damaged || key.length < SHORTEST || isMasked(key) ? null : key;
}

/** `138****5678`; of any other number the last four digits, if it is longer than seven. */
export function maskPhone(text: string): string {
  return /^1\d{10}$/.test(text) ? `${text.slice(0, 3)}****${text.slice(-4)}` : maskAllBut(text, 0);
}

/** The first and the last four characters of more than twelve, the last four of more than seven, else none. */
export function maskAccount(text: string): string {
  return maskAllBut(text, text.length > 12 ? 4 : 0);
}

function maskAllBut(text: string, first: number): string {
  if (text.length <= 7) return '*'.repeat(text.length);
  return text.slice(0, first) + '*'.repeat(text.length - first - 4) + text.slice(-4);
}

/** An address without its house numbers: 石泉路*弄*号*室, 梅岭路*号楼. */
export function maskAddress(text: string): string {
  return text.replace(HOUSE_NUMBER, '*');
}
