import { RecordStarts } from './record-starts.ts';

/**
 * What a CSV file's bytes say about its shape, found in one pass beside the hash. DuckDB reads the file fast but skips blank
 * lines in silence and guesses at damaged quoting; this independent count is what its result is held to, and what
 * decides whether it may read the file at all.
 */
export interface CsvShape {
  /** Records from the first to the last that is not an empty line: the rows a spreadsheet would show. */
  readonly records: number;
  /** Where they start; what follows the last full one counts too. */
  readonly starts: RecordStarts;
  /** The one line end that separates all records, or null when they are mixed or old Macintosh returns. */
  readonly lineEnd: '\n' | '\r\n' | null;
  /** Is every quote where RFC 4180 has it, and no record empty before the last? */
  readonly regular: boolean;
  /** A quote that is never closed, or not for many lines: all of them would vanish into one cell. */
  readonly runaway: { readonly row: number; readonly lines: number; readonly closed: boolean } | null;
}

/** A longer record is taken apart, since a single cell of it may be longer than any spreadsheet's. */
export const LONG_RECORD = 1 << 16;

/** A cell of more lines than this was not typed by anybody: its quote is a stray one. */
const MOST_LINES_IN_A_CELL = 50;

const LF = 10;
const CR = 13;
const QUOTE = 34;

/** Where the scan stands: at the start of a cell, inside a plain or a quoted one, or after a quote within a quoted one. */
type State = 'start' | 'plain' | 'quoted' | 'after-quote';

/** Takes a UTF-8 file's bytes chunk by chunk. `delimiter` is one ASCII character. */
export class CsvSurvey {
  readonly #delimiter: number;
  #state: State = 'start';
  #records = 0;
  #lastFull = 0;
  #recordEmpty = true;
  #pendingCr = false;
  #lf = 0;
  #crlf = 0;
  #cr = 0;
  #regular = true;
  #length = 0;
  #linesInCell = 0;
  #openedAt = 0;
  #runaway: CsvShape['runaway'] = null;
  readonly #starts = new RecordStarts();
  /** Bytes before the chunk at hand. */
  #before = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#starts.push(0);
  }

  update(bytes: Uint8Array): void {
    this.#take(bytes);
    this.#before += bytes.length;
  }

  #take(bytes: Uint8Array): void {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let from = 0;
    while (from < buffer.length) {
      // Most chunks hold no quote at all; those that do are walked byte by byte only as far as the line they stand on.
      const quote = this.#state === 'quoted' || this.#state === 'after-quote' ? from : buffer.indexOf(QUOTE, from);
      if (quote < 0) {
        this.#plainLines(buffer, from, buffer.length);
        return;
      }
      const line = quote === from ? from : Math.max(from, buffer.lastIndexOf(LF, quote) + 1);
      this.#plainLines(buffer, from, line);
      from = this.#walkLine(buffer, line);
    }
  }

  finish(): CsvShape {
    if (this.#pendingCr) this.#endRecord('\r', 0);
    if (this.#state === 'quoted') {
      this.#runaway ??= { row: this.#openedAt, lines: this.#linesInCell, closed: false };
      this.#regular = false;
    }
    if (this.#state !== 'start' || !this.#recordEmpty) this.#countRecord(0);
    const ends = [this.#lf > 0, this.#crlf > 0, this.#cr > 0].filter(Boolean).length;
    return {
      records: this.#lastFull,
      starts: this.#starts,
      lineEnd: this.#cr > 0 || ends > 1 ? null : this.#crlf > 0 ? '\r\n' : '\n',
      regular: this.#regular,
      runaway: this.#runaway,
    };
  }

  /** Bytes without quotes: only line ends matter. */
  #plainLines(buffer: Buffer, from: number, to: number): void {
    let start = from;
    if (this.#pendingCr && start < to) {
      this.#pendingCr = false;
      if (buffer[start] === LF) {
        start += 1;
        this.#endRecord('\r\n', start);
      } else this.#endRecord('\r', start);
    }
    let cr = -1;
    for (;;) {
      const end = buffer.indexOf(LF, start);
      if (cr < start) cr = indexOrEnd(buffer, CR, start); // once for a file without any, not once a line
      const loneCr = cr < Math.min(to, end < 0 ? buffer.length : end) - 1;
      if (loneCr) {
        this.#walk(buffer, start, to);
        return;
      }
      if (end < 0 || end >= to) break;
      const crlf = cr === end - 1 && end > start;
      const length = end - start - (crlf ? 1 : 0);
      if (length > 0) this.#recordEmpty = false;
      this.#length += length;
      start = end + 1;
      this.#endRecord(crlf ? '\r\n' : '\n', start);
    }
    if (start >= to) return;
    this.#pendingCr = buffer[to - 1] === CR;
    this.#length += to - start;
    if (to - start > (this.#pendingCr ? 1 : 0)) {
      this.#recordEmpty = false;
      this.#state = buffer[to - (this.#pendingCr ? 2 : 1)] === this.#delimiter ? 'start' : 'plain';
    }
  }

  /** From the start of a line that has a quote to the end of its record, or of the bytes. */
  #walkLine(buffer: Buffer, from: number): number {
    const before = this.#records;
    let at = from;
    while (at < buffer.length && this.#records === before) {
      const next = buffer.indexOf(LF, at);
      const end = next < 0 ? buffer.length : next + 1;
      this.#walk(buffer, at, end);
      at = end;
    }
    return at;
  }

  #walk(buffer: Buffer, from: number, to: number): void {
    this.#length += to - from;
    for (let at = from; at < to; at += 1) {
      const byte = buffer[at] as number;
      if (this.#pendingCr) {
        this.#pendingCr = false;
        this.#endRecord(byte === LF ? '\r\n' : '\r', byte === LF ? at + 1 : at);
        if (byte === LF) continue;
      }
      if (this.#state === 'quoted') {
        if (byte === QUOTE) this.#state = 'after-quote';
        else if (byte === LF) this.#lineInCell();
      } else if (byte === LF) this.#endRecord('\n', at + 1);
      else if (byte === CR) this.#pendingCr = true;
      else this.#inRecord(byte);
    }
  }

  #inRecord(byte: number): void {
    this.#recordEmpty = false;
    if (byte === this.#delimiter) this.#state = 'start';
    else if (byte === QUOTE && (this.#state === 'start' || this.#state === 'after-quote')) {
      if (this.#state === 'start') {
        this.#openedAt = this.#records + 1;
        this.#linesInCell = 0;
      }
      this.#state = 'quoted';
    } else {
      if (byte === QUOTE || this.#state === 'after-quote') this.#regular = false;
      this.#state = 'plain';
    }
  }

  #lineInCell(): void {
    this.#linesInCell += 1;
    if (this.#linesInCell > MOST_LINES_IN_A_CELL) {
      this.#runaway ??= { row: this.#openedAt, lines: this.#linesInCell, closed: true };
    }
  }

  /** `next` is where in the chunk the next one starts. */
  #endRecord(end: '\n' | '\r\n' | '\r', next: number): void {
    if (end === '\n') this.#lf += 1;
    else if (end === '\r\n') this.#crlf += 1;
    else this.#cr += 1;
    this.#countRecord(next);
  }

  #countRecord(next: number): void {
    this.#records += 1;
    this.#starts.push(this.#before + next);
    if (this.#length > LONG_RECORD) this.#regular = false;
    this.#length = 0;
    if (!this.#recordEmpty) {
      if (this.#lastFull < this.#records - 1) this.#regular = false; // empty lines stand before it
      this.#lastFull = this.#records;
    }
    this.#recordEmpty = true;
    this.#state = 'start';
  }
}

function indexOrEnd(buffer: Buffer, byte: number, from: number): number {
  const index = buffer.indexOf(byte, from);
  return index < 0 ? buffer.length : index;
}
