import { BATCH, type SheetRow } from './workbook.ts';
import { LONGEST_TEXT } from './xml.ts';

/** Rows that were read and not yet handed on: so many, or so much text. */
export class RowBatch {
  #rows: SheetRow[] = [];
  #characters = 0;

  add(row: SheetRow): void {
    this.#rows.push(row);
    for (const cell of row.cells) this.#characters += cell.length;
  }

  get isFull(): boolean {
    return this.#rows.length >= BATCH || this.#characters >= LONGEST_TEXT;
  }

  get isEmpty(): boolean {
    return this.#rows.length === 0;
  }

  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    this.#characters = 0;
    return rows;
  }
}
