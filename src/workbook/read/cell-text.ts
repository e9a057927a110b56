import { plainText } from '../xml-text.ts';
import type { Archive } from './archive.ts';
import { numberIn, numericText } from './number-text.ts';
import { serialDate } from './serial-date.ts';
import type { CellStyles } from './styles.ts';

/** What cells refer to. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly styles: CellStyles;
  readonly from1904: boolean;
  /** Whether the results of formulas that are 0 stand for none. */
  readonly recalculates: boolean;
}

/** The text of a cell from its type (`t`), its value (`v`) as it stands in the file, and its style (`s`). */
export function cellText(type: string, value: string, style: string, context: CellContext, archive: Archive): string {
  if (value === '') return '';
  switch (type) {
    case 's':
      return sharedString(value, context, archive);
    case 'n':
      return context.styles.dates[Number(style)] ? dateText(value, context.from1904) : numericText(value);
    case 'b':
      return value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE';
    case 'd':
      return isoDate(value.trim());
    case 'e':
      return value;
    default:
      return plainText(value);
  }
}

function sharedString(value: string, { strings }: CellContext, archive: Archive): string {
  const text = strings[Number(value)];
  if (text === undefined) throw archive.damaged('shared-string');
  return text;
}

function dateText(value: string, from1904: boolean): string {
  const serial = numberIn(value.trim());
  return (serial === null ? null : serialDate(serial, from1904)) ?? numericText(value);
}

/** `2017-01-15T00:00:00.000Z`, as a few writers have it, in the form of all other dates. */
export function isoDate(value: string): string {
  return value
    .replace(/T/, ' ')
    .replace(/(?:\.\d+)?Z?$/, '')
    .replace(/ 00:00(?::00)?$/, '');
}
