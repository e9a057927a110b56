import { foldCell } from '../cell-text.ts';

/** The fingerprint that a case has, and the order among findings that show the same, 0 where there is only one. */
export interface CaseNumber {
  readonly print: string;
  readonly nth: number;
}

const NUMBER = /^([0-9a-f]{16})(?:-([1-9]\d{0,5}))?$/;

export const caseId = ({ print, nth }: CaseNumber): string => (nth === 0 ? print : `${print}-${nth}`);

/** The number of a case in its two parts; null where it is none. */
export function caseNumber(id: string): CaseNumber | null {
  const [, print, nth] = NUMBER.exec(id) ?? [];
  return print === undefined ? null : { print, nth: nth === undefined ? 0 : Number(nth) };
}

/**
 * A case as a sheet names it: its number, and behind it a code that says which unit it went to and what it said then. It ends in a
 * letter, so that no spreadsheet takes it for a number, or counts on when it is filled down.
 */
const SHEET_NUMBER = /疑?([0-9a-f]{16}(?:-[1-9]\d{0,5})?)\/([a-z]{8})/;

interface SheetNumber {
  readonly id: string;
  readonly code: string;
}

/** The case that a cell names; null where it names none, or several. */
export function readSheetNumber(cell: string): SheetNumber | null {
  const text = foldCell(cell)
    .replace(/[\s·]/g, '')
    .replace(/[‐-―−]/g, '-')
    .toLowerCase();
  const [whole, id, code] = SHEET_NUMBER.exec(text) ?? [];
  if (whole === undefined || id === undefined || code === undefined || whole !== text) return null;
  return { id, code };
}

/** Sixteen letters for sixteen digits, none of which looks like another, or makes a word. */
const LETTERS = 'bcdfghjkmnpqrtwx';

/** Eight letters of a digest. */
export const codeOf = (digest: string): string =>
  [...digest.slice(0, 8)].map((digit) => LETTERS[Number.parseInt(digit, 16)]).join('');
