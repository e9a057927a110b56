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
