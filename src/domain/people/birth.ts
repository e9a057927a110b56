import { foldCell } from '../cell-text.ts';
import { readDay } from '../row/payout-day.ts';

const YEAR = /^((?:18|19|20)\d\d)年?(?:生|出生)?$/;

/** The day of a birth (`1950-01-15`), or as much of it as is said: the month (`1950-01`) or the year (`1950`); null for neither. */
export function readBirth(cell: string): string | null {
  const read = readDay(cell);
  if ('day' in read) return read.day;
  if ('month' in read) return read.month;
  return YEAR.exec(foldCell(cell).replace(/\s+/g, ''))?.[1] ?? null;
}
