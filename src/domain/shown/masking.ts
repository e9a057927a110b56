import { foldCell, LONGEST_CELL } from '../cell-text.ts';
import { incomplete } from '../completing.ts';
import { maskId } from '../people/id-number.ts';
import { withoutControls } from './controls.ts';
import { namingNumbers } from './naming-numbers.ts';
import { FEWEST_DIGITS } from './number-kinds.ts';
import { hasDigits } from './sign-kinds.ts';

/** Numbers that name somebody, and are shown with most of them hidden. */
export type HiddenNumber = 'id' | 'account' | 'phone';

/** Nothing but Chinese characters, as most cells are: there is nothing to fold or to cut. */
const PLAIN = /^[\u4e00-\u9fa5]{0,100}$/;

/** Nothing that names something is longer; of a cell that runs on, the beginning says which one it is. */
const LONGEST_SHOWN = 100;

/**
 * Any text of a list as it may be shown: in one line, without what only a machine sees, and whatever looks like somebody's
 * number in it masked.
 */
export function maskText(text: string): string {
  const line = PLAIN.test(text) ? text : lineOf(text);
  return shortened(masked(line, true));
}

/**
 * Any text at all as it may be shown, whoever wrote it: without what moves a cursor or turns the reading direction, and without
 * the numbers of people. What stands in it besides (amounts, days, counts, numbers of documents, codes) stays as it is.
 */
export function shownText(text: string): string {
  return alone(masked(withoutControls(text), false));
}

const blanks = (signs: string) => ' '.repeat(signs.length);
/** A space, a control or a digit as YAML and JSON may write it. */
const WRITTEN = /\\(?:[abefnrtv0_LNP ]|x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8})/gi;

/** A line of a file as long as it was, with stars for what `shownText` would mask: places in it are still those of the file. */
export function starredLine(line: string): string {
  const still = line.replace(/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|\p{Cs}/gu, blanks);
  const { found } = namingNumbers(still.replace(WRITTEN, blanks), false);
  const signs = Array.from(still);
  const hidden = [...signs];
  for (const { from, to } of found) hidden.fill('*', from, to);
  return hidden.map((sign, at) => sign.padEnd(signs[at]?.length ?? 1, '*')).join('');
}

/** As most texts with many digits are. */
const DAY = /^20\d\d-[01]\d-[0-3]\d$/;

/** Days leave nothing to look for where all else has few digits. */
const DAYS = /(?<!\d)20\d\d-[01]\d-[0-3]\d(?!\d)/g;

function masked(text: string, anyLong: boolean): string {
  if (!hasDigits(text, FEWEST_DIGITS) || DAY.test(text)) return text;
  if (!hasDigits(text.replace(DAYS, ''), FEWEST_DIGITS)) return text;
  const { signs, found } = namingNumbers(text, anyLong);
  let shown = '';
  let end = 0;
  for (const { from, to, digits } of found) {
    shown += signs.slice(end, from).join('') + maskId(digits);
    end = to;
  }
  return shown + signs.slice(end).join('');
}

/** What stands in one text stands together. */
const alone = (text: string) => (text.includes('***') ? (incomplete([text])?.(text) ?? text) : text);

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

/** A name, and the number behind it, for publication: 王** 990107********0126. Of a name of another script the first letter is left. */
export function maskedName(person: string): string {
  const [, name = '', number = ''] = /^(.*?)(\s\S*[\d*]\S*)?$/u.exec(person) ?? [];
  const [first = '', ...hidden] = name.replace(/\s+/g, '');
  return first + '*'.repeat(hidden.length) + number;
}
