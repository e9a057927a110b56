import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Rejection } from '../../domain/row/list-row.ts';
import type { ListBody, PromisedBody } from './list-source.ts';

/** One row of a list: its number as a spreadsheet counts, and its cells. */
export interface BodyRecord {
  readonly row: number;
  readonly cells: readonly string[];
  /** Why whoever wrote the body rejects it. */
  readonly rejected?: Rejection;
}

const LF = 10;
/** Before a numbered body's cells stand the row's number and why it is rejected. */
const MARKS = 2;
/** Bytes of a body that are read at once: where the next row that is wanted is not far, and where it is. */
const WINDOW = { near: 64 << 10, far: 4 << 10 };
/** A sample of a body: so many pieces from its beginning to its end, of so many bytes. */
const PIECES = 64;
const PIECE = 4 << 10;

/** The rows of a regular body that have these numbers, which should ascend: what is read at a time serves many of them. */
export function* recordsAt(body: ListBody, rows: readonly number[]): Generator<BodyRecord> {
  const file = openSync(body.path, 'r');
  try {
    const { size } = fstatSync(file);
    let window = Buffer.alloc(size < rows.length * WINDOW.far ? WINDOW.near : WINDOW.far);
    let [start, end] = [0, 0];
    for (const row of rows) {
      const from = body.starts.of(row) ?? size;
      const to = body.starts.of(row + 1) ?? size;
      if (from < start || to > end) {
        if (to - from > window.length) window = Buffer.alloc(to - from);
        start = from;
        end = from + readFully(file, window, from);
      }
      const record = window.toString('utf8', from - start, to - start);
      const rejected = body.numbered ? (record.split(body.delimiter, MARKS)[1] as Rejection | '') : '';
      yield {
        row,
        cells: cellsIn(record.endsWith(body.lineEnd) ? record.slice(0, -body.lineEnd.length) : record, body),
        ...(rejected ? { rejected } : {}),
      };
    }
  } finally {
    closeSync(file);
  }
}

function readFully(file: number, buffer: Buffer, position: number): number {
  let got = 0;
  for (;;) {
    const read = readSync(file, buffer, got, buffer.length - got, position + got);
    got += read;
    if (read === 0 || got === buffer.length) return got;
  }
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
      const read = bytes.subarray(0, readFully(file, bytes, from));
      const [start, end] = [from === 0 ? 0 : read.indexOf(LF) + 1, whole ? read.length : read.lastIndexOf(LF)];
      if (end > start) yield read.toString('utf8', start, end);
    }
  } finally {
    closeSync(file);
  }
}

function cellsIn(record: string, { delimiter, numbered }: PromisedBody): string[] {
  const cells = record.includes('"') ? cellsAmongQuotes(record, delimiter) : record.split(delimiter);
  return numbered ? cells.slice(MARKS) : cells;
}

/** The cells of a record in which every quote is where RFC 4180 has it. */
function cellsAmongQuotes(record: string, delimiter: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at <= record.length; ) {
    const isQuoted = record[at] === '"';
    let close = at;
    if (isQuoted) {
      do close = record.indexOf('"', close + 1) + 1;
      while (record[close] === '"');
    }
    const found = record.indexOf(delimiter, close);
    const end = found < 0 ? record.length : found;
    cells.push(isQuoted ? record.slice(at + 1, end - 1).replaceAll('""', '"') : record.slice(at, end));
    at = end + 1;
  }
  return cells;
}
