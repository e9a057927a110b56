import { closeSync, openSync, writeSync } from 'node:fs';
import { chunksOf } from '../file/bytes.ts';
import { scanRecords } from '../read/list/record-scan.ts';
import type { TakenRows } from '../workbook/edit/carried.ts';

const LF = 10;
const CR = 13;
/** Cells are not counted here. */
const ANY_WIDTH = Number.POSITIVE_INFINITY;

/** A CSV file as it is read: `encoding` as it was found, `delimiter` one ASCII character. */
export interface CsvToTake {
  readonly file: string;
  readonly path: string;
  readonly encoding: string;
  readonly delimiter: string;
}

/** Writes some rows of a CSV file to a new one, each as the bytes that it has. */
export function takeCsv(from: CsvToTake, { takes }: TakenRows, to: string): void {
  const file = openSync(to, 'wx', 0o600);
  try {
    for (const bytes of runsOf(from, takes)) {
      for (let offset = 0; offset < bytes.length; ) offset += writeSync(file, bytes, offset);
    }
  } finally {
    closeSync(file);
  }
}

/** The bytes of the rows that are taken; rows that follow each other come together. */
function* runsOf(from: CsvToTake, takes: TakenRows['takes']): Generator<Buffer> {
  let run: { readonly bytes: Buffer; readonly start: number; end: number } | null = null;
  for (const { row, bytes, start, end } of ownRecords(from)) {
    if (run && (run.bytes !== bytes || run.end !== start || !takes(row))) {
      yield run.bytes.subarray(run.start, run.end);
      run = null;
    }
    if (!takes(row)) continue;
    if (run) run.end = end;
    else run = { bytes, start, end };
  }
  if (run) yield run.bytes.subarray(run.start, run.end);
}

/** A record in the file's own encoding, with its line end; the first one with the byte order mark. */
interface OwnRecord {
  readonly row: number;
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

function* ownRecords({ file, path, encoding, delimiter }: CsvToTake): Generator<OwnRecord> {
  if (encoding !== 'utf-8') {
    yield* recordsBehind(file, path, encoding, delimiter);
    return;
  }
  for (const { row, bytes, from, record } of scanRecords(file, chunksOf(path), delimiter, ANY_WIDTH)) {
    yield { row, bytes, start: row === 1 ? 0 : from, end: record.next };
  }
}

/**
 * The records of a file that is not UTF-8. In every encoding each line end is read as one and nothing else is, even beside
 * damaged characters: so a record of the decoded text has as many of them as it has in the file.
 */
function* recordsBehind(file: string, path: string, encoding: string, delimiter: string): Generator<OwnRecord> {
  const decoder = new TextDecoder(encoding);
  let own: Buffer = Buffer.alloc(0);
  let at = 0;
  function* decoded(): Generator<Uint8Array> {
    for (const chunk of chunksOf(path)) {
      own = Buffer.concat([own.subarray(at), chunk]);
      at = 0;
      yield Buffer.from(decoder.decode(chunk, { stream: true }));
    }
    yield Buffer.from(decoder.decode());
  }
  for (const { row, bytes, from, record } of scanRecords(file, decoded(), delimiter, ANY_WIDTH)) {
    const isLast = record.next === record.end; // no line end: nothing follows
    const end = isLast ? own.length : afterLineEnds(own, at, lineEndsIn(bytes, from, record.next), encoding);
    yield { row, bytes: own, start: at, end };
    at = end;
  }
  if (at < own.length) throw new Error(`bytes of ${file} belong to no record`);
}

function lineEndsIn(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (bytes[at] === LF || bytes[at] === CR) count += 1;
  return count;
}

/** Where the last of so many line ends has ended. */
function afterLineEnds(bytes: Buffer, from: number, count: number, encoding: string): number {
  const width = encoding.startsWith('utf-16') ? 2 : 1;
  const low = encoding === 'utf-16be' ? 1 : 0;
  let at = from;
  for (let left = count; left > 0; at += width) {
    if (at + width > bytes.length) throw new Error('the decoded text has line ends that its file does not have');
    const isEnd = bytes[at + low] === LF || bytes[at + low] === CR;
    if (isEnd && (width === 1 || bytes[at + 1 - low] === 0)) left -= 1;
  }
  return at;
}
