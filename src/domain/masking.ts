import { foldCell, LONGEST_CELL } from './cell-text.ts';
import { maskId } from './id-number.ts';

/** Runs that may be an ID number, a phone or an account, also when they are written in groups: 6222 0212 3456 7890. */
const NUMBERS = /\d(?:[\s·._/\-–—]?[\dXx*]){10,}|\d[\dXx*]{6,}/g;
const BETWEEN_GROUPS = /[\s·._/\-–—]/g;

/** Numbers that name somebody, and are shown with most of them hidden. */
export type HiddenNumber = 'id' | 'account' | 'phone';

/** Nothing but Chinese characters, as most cells are: there is nothing to mask, to fold or to cut. */
const PLAIN = /^[\u4e00-\u9fa5]{0,100}$/;

/** Nothing that names something is longer; of a cell that runs on, the beginning says which one it is. */
const LONGEST_SHOWN = 100;

/**
 * Any text of a list as it may be shown: in one line, without what only a machine sees, and whatever looks like somebody's
 * number in it masked.
 */
export function maskText(text: string): string {
  if (PLAIN.test(text)) return text;
  return shortened(lineOf(text).replace(NUMBERS, (number) => maskId(number.replace(BETWEEN_GROUPS, ''))));
}

/** The same with every number as it stands, for whoever is to see those. */
export function wholeText(text: string): string {
  return shortened(lineOf(text));
}

const lineOf = (text: string) => foldCell(text.slice(0, LONGEST_CELL)).replace(/\s+/g, ' ');

function shortened(line: string): string {
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN - 1)}…` : line;
}

/** A cell of an ID number that runs on: so much is shown, and masked. */
const LONGEST_ID = 24;

/** What stands in an ID number's column as it may be shown. */
export function maskedId(text: string): string {
  return maskId(text.slice(0, LONGEST_ID));
}

/** A person as a finding names one: the name, since people must act on it, and the masked ID number. */
export function maskedPerson(name: string | null, id: string | null): string {
  return [name === null ? null : maskText(name), id === null ? null : maskedId(id)]
    .filter((part) => part !== null)
    .join(' ');
}

/** A name, and what stands behind it, for publication: 王**. Of a name of another script the first letter is left. */
export function maskedName(person: string): string {
  const [name = '', ...rest] = person.split(' ');
  const [first = '', ...hidden] = name;
  return [first + '*'.repeat(hidden.length), ...rest].join(' ');
}
