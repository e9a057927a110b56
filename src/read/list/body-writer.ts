import { closeSync, openSync, writeSync } from 'node:fs';
import type { Rejection } from '../../domain/row/list-row.ts';
import type { ListBody, Turn } from './list-source.ts';
import { RecordStarts } from './record-starts.ts';

/** A control character that no list holds: cells almost never need quotes. */
const UNIT_SEPARATOR = '\u001f';

/** The longest cell a workbook can hold; anything longer is no cell of a list. */
const LONGEST_CELL = 32_767;
/** Of such a cell, so much is kept: the row is rejected anyway. */
const LONGEST_KEPT = 200;

const BUFFER = 1 << 20;

/** Writes a numbered body (see `ListBody`), row after row, in large pieces. */
export class BodyWriter {
  readonly #path: string;
  readonly #width: number;
  readonly #delimiter: string;
  readonly #needsQuotes: RegExp;
  readonly #file: number;
  readonly #buffer = Buffer.allocUnsafe(BUFFER);
  readonly #starts = new RecordStarts();
  readonly #otherHeads: number[] = [];
  #filled = 0;
  #written = 0;
  #rows = 0;

  constructor(path: string, width: number, delimiter = UNIT_SEPARATOR) {
    this.#path = path;
    this.#width = width;
    this.#delimiter = delimiter;
    this.#needsQuotes = new RegExp(`["\\n\\r${delimiter === '|' ? '\\|' : delimiter}]`);
    this.#file = openSync(path, 'wx', 0o600);
  }

  /**
   * Adds a row, and a blank one for each that is left out before it. `strict`: text beyond the header's columns means that
   * the row's cells are shifted, and it is rejected.
   */
  write(row: number, cells: readonly string[], strict: boolean): void {
    this.#blanksBefore(row);
    this.#add(row, cells, strict);
  }

  /** Adds a row as the bytes that it has, with so many empty cells after them. */
  pass(row: number, bytes: Buffer, from: number, to: number, padding: number, rejected: Rejection | ''): void {
    this.#blanksBefore(row);
    this.#starts.push(this.#written + this.#filled);
    this.#text(`${row}${this.#delimiter}${rejected}${this.#delimiter}`);
    if (BUFFER - this.#filled < to - from) this.#flush();
    this.#filled += bytes.copy(this.#buffer, this.#filled, from, to);
    this.#text(`${this.#delimiter.repeat(padding)}\n`);
  }

  /** Bytes that were written so far. */
  get size(): number {
    return this.#written + this.#filled;
  }

  /** Adds a row as `turn` has it; `strict` as in `write`. */
  turned(row: number, cells: readonly string[], { turn }: Turn, strict: boolean): void {
    const given = turn(row, cells, strict);
    this.#blanksBefore(row);
    if (typeof given === 'string') this.#add(row, cells, false, given);
    else this.#add(row, given, false);
  }

  /** Notes a row that has titles of another table. */
  noteHead(row: number): void {
    this.#otherHeads.push(row);
  }

  finish(hiddenRows = 0): ListBody {
    this.#flush();
    this.close();
    return {
      path: this.#path,
      delimiter: this.#delimiter,
      lineEnd: '\n',
      width: this.#width,
      numbered: true,
      rows: this.#rows,
      starts: this.#starts,
      otherHeads: this.#otherHeads,
      hiddenRows,
    };
  }

  /** Also when reading failed half-way. */
  close(): void {
    closeSync(this.#file);
  }

  #blanksBefore(row: number): void {
    for (this.#rows += 1; this.#rows < row; this.#rows += 1) this.#add(this.#rows, [], false);
  }

  #add(row: number, cells: readonly string[], strict: boolean, why: Rejection | '' = ''): void {
    this.#starts.push(this.#written + this.#filled);
    let line = '';
    let rejected = why;
    for (let index = 0; index < this.#width; index += 1) {
      const cell = cells[index] ?? '';
      if (cell.length > LONGEST_CELL) rejected = 'cell-too-long';
      line += this.#delimiter + this.#quoted(cell.length > LONGEST_CELL ? cell.slice(0, LONGEST_KEPT) : cell);
    }
    if (strict && cells.some((cell, index) => index >= this.#width && cell.trim() !== '')) rejected = 'too-many-cells';
    this.#text(`${row}${this.#delimiter}${rejected}${line}\n`);
  }

  #quoted(cell: string): string {
    return this.#needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  }

  #text(text: string): void {
    const most = text.length * 3; // bytes of UTF-8
    if (BUFFER - this.#filled < most) this.#flush();
    if (most > BUFFER) this.#out(Buffer.from(text));
    else this.#filled += this.#buffer.write(text, this.#filled, 'utf8');
  }

  #flush(): void {
    this.#out(this.#buffer.subarray(0, this.#filled));
    this.#filled = 0;
  }

  #out(bytes: Buffer): void {
    for (let offset = 0; offset < bytes.length; ) offset += writeSync(this.#file, bytes, offset);
    this.#written += bytes.length;
  }
}
