import { stringify } from 'csv-stringify/sync';
import type { LongSheet, Row } from '../../report/sheet.ts';
import { dataText, neutralised } from '../cell-text.ts';
import { shownSheet } from '../door.ts';

const BATCH = 1000;

/** A table of any length as a CSV (RFC 4180, CRLF), in pieces. */
export async function* renderLongCsv(sheet: LongSheet, { bom }: { readonly bom: boolean }): AsyncGenerator<string> {
  const { columns, rows } = shownSheet(sheet);
  const print = (lines: readonly string[][]) => stringify([...lines], { record_delimiter: '\r\n' });
  yield (bom ? '\ufeff' : '') + print([columns.map(({ title }) => title)]);
  let batch: string[][] = [];
  for await (const row of rows) {
    batch.push(cellsOf(row));
    if (batch.length < BATCH) continue;
    yield print(batch);
    batch = [];
  }
  if (batch.length > 0) yield print(batch);
}

function cellsOf({ cells }: Row): string[] {
  return cells.map((cell) => (cell.kind === 'text' ? neutralised(dataText(cell)) : dataText(cell)));
}
