import { parse } from 'csv-parse/sync';
import { type Fen, yuan } from '../../domain/money.ts';

/** Spreadsheets take what begins so for a formula. */
const FORMULA = /^'?[=+\-@\t\r]/;

/** A text on one line, so that a line of the file is always one event. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A text as the cell of a line: no spreadsheet takes it for a formula. */
export function writtenCell(text: string): string {
  const line = oneLine(text);
  return FORMULA.test(line) ? `'${line}` : line;
}

/** What such a cell says. */
export const readCell = (cell = ''): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);

export const moneyCell = (fen: Fen | null): string => (fen === null ? '' : yuan(fen));

const MONEY = /^-?\d+(?:\.\d{1,2})?$/;

/** @throws RangeError where it is no amount. */
export function readMoneyCell(cell: string): Fen | null {
  if (cell === '') return null;
  if (!MONEY.test(cell)) throw new RangeError(cell);
  const [whole = '', fraction = ''] = cell.split('.');
  return BigInt(whole + fraction.padEnd(2, '0'));
}

/** The cells of a line. */
export function cellsIn(text: string): string[] {
  if (!text.includes('"')) return text.split(',');
  try {
    const [cells = []] = parse(text, { relax_quotes: true, relax_column_count: true }) as string[][];
    return cells;
  } catch {
    return [text]; // a quote that never closes
  }
}
