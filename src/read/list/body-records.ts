import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { afterByteOrderMark, chunksOf } from './csv-bytes.ts';
import { cellsOfRecord } from './csv-dialect.ts';
import type { PromisedBody } from './list-source.ts';
import { scanRecord } from './record-scan.ts';

/** One row of a list: its number as a spreadsheet counts, and its cells. */
export interface BodyRecord {
  readonly row: number;
  readonly cells: readonly string[];
}

const LF = 10;
const QUOTE = 34;
/** Before a numbered body's cells stand the row's number and why it is rejected. */
const MARKS = 2;
/** A sample of a body: so many pieces from its beginning to its end, of so many bytes. */
const PIECES = 64;
const PIECE = 16 << 10;

/** The rows of a regular body that have these numbers, which must ascend: nothing is made of the rows between them. */
export function* recordsAt(body: PromisedBody, rows: readonly number[]): Generator<BodyRecord> {
  const delimiter = body.delimiter.charCodeAt(0);
  let row = 0;
  let asked = 0;
  const scan = function* (bytes: Buffer, last: boolean): Generator<BodyRecord, number> {
    let at = row === 0 ? afterByteOrderMark(bytes) : 0;
    let quote = bytes.indexOf(QUOTE, at);
    while (at < bytes.length && asked < rows.length) {
      if (quote >= 0 && quote < at) quote = bytes.indexOf(QUOTE, at);
      const lineFeed = bytes.indexOf(LF, at);
      let end = lineFeed < 0 ? bytes.length : lineFeed;
      let next = end + 1;
      if (quote >= 0 && quote < end) {
        const record = scanRecord(bytes, at, delimiter, body.width, last);
        if (!record) break;
        ({ end, next } = record);
      } else if (lineFeed < 0 && !last) break;
      else if (lineFeed >= 0) end -= body.lineEnd.length - 1;
      row += 1;
      if (row === rows[asked]) {
        asked += 1;
        yield { row, cells: cellsIn(bytes.toString('utf8', at, end), body) };
      }
      at = next;
    }
    return at;
  };
  let carried = Buffer.alloc(0);
  for (const chunk of chunksOf(body.path)) {
    const bytes = Buffer.concat([carried, chunk]);
    carried = bytes.subarray(yield* scan(bytes, false));
    if (asked === rows.length) return;
  }
  yield* scan(carried, true);
}

/** The cells of some rows from all parts of a body: of all rows, where it is small. Rows with quotes are left out. */
export function* sampledCells(body: PromisedBody): Generator<readonly string[]> {
  for (const piece of piecesOf(body.path)) {
    for (const line of piece.split(body.lineEnd)) {
      if (!line.includes('"')) yield cellsIn(line, body);
    }
  }
}

/** Whole lines, from all parts of a file. */
function* piecesOf(path: string): Generator<string> {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const whole = size <= PIECES * PIECE;
    const bytes = Buffer.alloc(whole ? size : PIECE);
    for (let piece = 0; piece < (whole ? 1 : PIECES); piece += 1) {
      const from = Math.floor((piece * (size - bytes.length)) / (PIECES - 1));
      const read = bytes.subarray(0, readSync(file, bytes, 0, bytes.length, from));
      const [start, end] = [from === 0 ? 0 : read.indexOf(LF) + 1, whole ? read.length : read.lastIndexOf(LF)];
      if (end > start) yield read.toString('utf8', start, end);
    }
  } finally {
    closeSync(file);
  }
}

function cellsIn(record: string, { delimiter, numbered }: PromisedBody): string[] {
  const cells = record.includes('"') ? cellsOfRecord(record, delimiter) : record.split(delimiter);
  return numbered ? cells.slice(MARKS) : cells;
}
