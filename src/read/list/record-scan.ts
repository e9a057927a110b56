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

const LF = 10;
const CR = 13;
const QUOTE = 34;

/**
 * Scans one record from `from`, counting cells up to `width` columns. Null when the bytes end before the record does, and
 * more are to come.
 */
export function scanRecord(
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
