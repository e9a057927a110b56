import { closeSync, openSync, writeSync } from 'node:fs';
import type { Rejection } from '../../domain/list-row.ts';
import type { ListBody } from './list-source.ts';

/** A control character that no list holds: cells almost never need quotes. */
const DELIMITER = '\u001f';

/** The longest cell a workbook can hold; anything longer is no cell of a list. */
const LONGEST_CELL = 32_767;

const FLUSH = 1 << 20;

/** Writes a numbered body (see `ListBody`), row by row, in large pieces. */
export class BodyWriter {
  readonly #width: number;
  readonly #path: string;
  readonly #file: number;
  #text = '';
  #rows = 0;

  constructor(path: string, width: number) {
    this.#width = width;
    this.#path = path;
    this.#file = openSync(path, 'wx', 0o600);
  }

  /**
   * Adds a row, and a blank one for each that is left out before it. `strict`: text beyond the header's columns means that
   * the row's cells are shifted, and it is rejected.
   */
  write(row: number, cells: readonly string[], strict: boolean): void {
    for (this.#rows += 1; this.#rows < row; this.#rows += 1) this.#add(this.#rows, [], false);
    this.#add(row, cells, strict);
  }

  #add(row: number, cells: readonly string[], strict: boolean): void {
    let line = '';
    let rejected: Rejection | '' = '';
    for (let index = 0; index < this.#width; index += 1) {
      const cell = cells[index] ?? '';
      if (cell.length > LONGEST_CELL) rejected = 'cell-too-long';
      line += DELIMITER + quoted(cell.length > LONGEST_CELL ? cell.slice(0, 200) : cell);
    }
    if (
      strict &&
      cells.length > this.#width &&
      cells.some((cell, index) => index >= this.#width && cell.trim() !== '')
    ) {
      rejected = 'too-many-cells';
    }
    this.#text += `${row}${DELIMITER}${rejected}${line}\n`;
    if (this.#text.length > FLUSH) this.#flush();
  }

  finish(hiddenRows = 0): ListBody {
    this.#flush();
    this.close();
    return {
      path: this.#path,
      delimiter: DELIMITER,
      lineEnd: '\n',
      quotedLines: true,
      width: this.#width,
      numbered: true,
      rows: this.#rows,
      hiddenRows,
    };
  }

  /** Also when reading failed half-way. */
  close(): void {
    closeSync(this.#file);
  }

  #flush(): void {
    const bytes = Buffer.from(this.#text);
    for (let offset = 0; offset < bytes.length; ) offset += writeSync(this.#file, bytes, offset);
    this.#text = '';
  }
}

const NEEDS_QUOTES = new RegExp(`["\\n\\r${DELIMITER}]`);

function quoted(cell: string): string {
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
