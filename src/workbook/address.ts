import { LAST_COLUMN, LAST_ROW, type Merge } from './read/workbook.ts';

const A = 65;
const Z = 90;

/** The 0-based column of `AB12`, or null when it has none that a sheet can have. */
export function columnIn(address: string): number | null {
  let column = 0;
  let length = 0;
  for (; length < 4; length++) {
    const code = address.charCodeAt(length);
    if (!(code >= A && code <= Z)) break;
    column = column * 26 + (code - A + 1);
  }
  return column === 0 || column - 1 > LAST_COLUMN ? null : column - 1;
}

/** A row's number, or null when it is none that a sheet can have. */
export function rowIn(text: string): number | null {
  const row = /^\d{1,7}$/.test(text) ? Number(text) : 0;
  return row >= 1 && row <= LAST_ROW ? row : null;
}

/** `A2:A5`, or null. */
export function mergeIn(range: string): Merge | null {
  const [, first = '', second = ''] = /^(\$?[A-Z]+\$?\d+)(?::(\$?[A-Z]+\$?\d+))?$/.exec(range) ?? [];
  const [start, end] = [cornerIn(first), cornerIn(second || first)];
  if (!start || !end || end.row < start.row || end.column < start.column) return null;
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}

function cornerIn(address: string): { row: number; column: number } | null {
  const bare = address.replaceAll('$', '');
  const column = columnIn(bare);
  const row = rowIn(bare.replace(/^[A-Z]+/, ''));
  return column === null || row === null ? null : { row, column };
}
