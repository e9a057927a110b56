import { grouped, wanYuan, yuan } from '../domain/money.ts';
import type { Cell } from '../report/sheet.ts';
import { printInterval } from '../text/figures.ts';

/** A cell as people read it: money in 万元 with separators, what is unknown as “—”. */
export function readingText(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'count':
      return cell.value === null ? '—' : `${cell.mark ?? ''}${grouped(cell.value.toString())}${cell.after ?? ''}`;
    case 'money':
      return cell.value === null ? '—' : `${cell.mark ?? ''}${moneyText(cell.value, cell.in)}${cell.after ?? ''}`;
    case 'bits':
      return `${cell.value > 0 ? '+' : ''}${bitsOf(cell.value)}`;
    case 'range':
      return cell.value === null ? '—' : printInterval(cell.value);
  }
}

const bitsOf = (hundredths: number) => (hundredths / 100).toFixed(2);
const moneyText = (value: bigint, unit?: 'yuan') => (unit ? grouped(yuan(value)) : wanYuan(value));

/** A cell as machines read it: bare numbers, money in yuan, what is unknown empty, a range as `low..high`. */
export function dataText(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return cell.text === '—' ? '' : cell.text;
    case 'count':
      return cell.value === null ? '' : cell.value.toString();
    case 'money':
      return cell.value === null ? '' : yuan(cell.value);
    case 'bits':
      return bitsOf(cell.value);
    case 'range': {
      if (cell.value === null) return '';
      const { low, high } = cell.value;
      const end = (value: bigint | null) => (value === null ? '' : yuan(value));
      return low === high ? end(low) : `${end(low)}..${end(high)}`;
    }
  }
}

/**
 * Text that no spreadsheet takes for a formula: an apostrophe before a leading =, +, -, @, tab or carriage return (OWASP,
 * “CSV Injection”). Only for text; numbers are never touched.
 */
export function neutralised(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
const FORMULA = /^[=+\-@\t\r]/;

/** The first so many units of a text, but not half of a character. */
export const beginning = (text: string, most: number) => text.slice(0, most).replace(/[\ud800-\udbff]$/, '');

/**
 * Control characters out, as spaces: a cell must not move a cursor, ring a bell or break a table; nor turn the reading
 * direction of what follows (Unicode TR 36, 2.2.1).
 */
export function oneLine(text: string): string {
  if (!CONTROL.test(text)) return text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '').replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
}
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;
