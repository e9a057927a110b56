import { invalidFile } from '../../file/fault.ts';

/** One record of a CSV file, as offsets into the bytes it was found in. */
export interface ScannedRecord {
  /** Where it ends, before its line end. */
  readonly end: number;
  /** Where the next one starts. */
  readonly next: number;
  readonly cells: number;
  /** Where the last cell that has a column ends; `end` where there are no more cells than columns. */
  readonly cut: number;
  /** Is there a quote where RFC 4180 has none? */
  readonly odd: boolean;
}

/** No record of a list is longer; what is, is no list. */
export const LONGEST_RECORD = 1 << 20;

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** A record with its number as a spreadsheet counts, in the bytes that it was found in from `from` on. */
export interface NumberedRecord {
  readonly row: number;
  readonly bytes: Buffer;
  readonly from: number;
  readonly record: ScannedRecord;
}

/**
 * All records of a CSV file that comes as chunks of UTF-8; `file` is what the user called it. Its byte order mark is no part
 * of the first one.
 * @throws InvalidInput when a record is longer than any list's.
 */
export function* scanRecords(
  file: string,
  chunks: Iterable<Uint8Array>,
  delimiter: string,
  width: number,
): Generator<NumberedRecord> {
  let carried: Buffer = Buffer.alloc(0);
  let row = 0;
  const tooLong = (at: number) => invalidFile(file, 'csv-record-too-long', { limit: LONGEST_RECORD }, { row: at });
  function* scan(bytes: Buffer, last: boolean): Generator<NumberedRecord> {
    let at = row === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
    while (at < bytes.length) {
      const record = scanRecord(bytes, at, delimiter.charCodeAt(0), width, last);
      if (!record) break;
      row += 1;
      if (record.end - at > LONGEST_RECORD) throw tooLong(row);
      yield { row, bytes, from: at, record };
      at = record.next;
    }
    carried = bytes.subarray(at);
  }
  for (const chunk of chunks) {
    yield* scan(carried.length > 0 ? Buffer.concat([carried, chunk]) : Buffer.from(chunk), false);
    if (carried.length > LONGEST_RECORD) throw tooLong(row + 1);
  }
  yield* scan(carried, true);
}

/**
 * Scans one record from `from`, counting cells up to `width` columns. Null when the bytes end before the record does, and
 * more are to come.
 */
function scanRecord(
  bytes: Uint8Array,
  from: number,
  delimiter: number,
  width: number,
  last: boolean,
): ScannedRecord | null {
  let cells = 1;
  let cut = -1;
  let odd = false;
  let state: 'start' | 'plain' | 'quoted' | 'after-quote' = 'start';
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (state === 'quoted') {
      if (byte === QUOTE) state = 'after-quote';
    } else if (byte === delimiter) {
      if (cells === width) cut = at;
      cells += 1;
      state = 'start';
    } else if (byte === LF || byte === CR) {
      if (byte === CR && at + 1 === bytes.length && !last) return null; // a line feed may follow
      const next = byte === CR && bytes[at + 1] === LF ? at + 2 : at + 1;
      return { end: at, next, cells, cut: cut < 0 ? at : cut, odd };
    } else if (byte === QUOTE && state !== 'plain') state = 'quoted';
    else {
      if (byte === QUOTE || state === 'after-quote') odd = true;
      state = 'plain';
    }
  }
  if (!last) return null;
  return {
    end: bytes.length,
    next: bytes.length,
    cells,
    cut: cut < 0 ? bytes.length : cut,
    odd: odd || state === 'quoted',
  };
}
