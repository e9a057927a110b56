import type { Column, Row, Sheet } from '../sheet.ts';

/** What a chart shows, as the table beside it. */
export function chartTable(name: string, columns: readonly Column[], rows: readonly Row[]): Sheet {
  return { name, above: [], columns, rows, below: [] };
}
