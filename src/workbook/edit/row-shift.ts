import { LAST_ROW } from '../read/workbook.ts';

/** Where the rows of a sheet are when some of them have gone, and those below have moved up. */
export class RowShift {
  readonly takes: (row: number) => boolean;
  /** By row, how many have gone up to it and with it. */
  readonly #gone = new Uint32Array(LAST_ROW + 1);

  constructor(takes: (row: number) => boolean) {
    this.takes = takes;
    for (let row = 1; row <= LAST_ROW; row += 1) this.#gone[row] = this.#goneUpTo(row - 1) + (takes(row) ? 0 : 1);
  }

  /** Is every row where it was? */
  get isNone(): boolean {
    return this.#goneUpTo(LAST_ROW) === 0;
  }

  /** A row's new number: of one that has gone, where the next one is that has not. */
  of(row: number): number {
    return row - this.#goneUpTo(row - 1);
  }

  /** What is left of some rows; null where nothing is. What reaches to the end of the sheet still does. */
  range(top: number, bottom: number): { readonly top: number; readonly bottom: number } | null {
    const start = this.of(top);
    const end = bottom >= LAST_ROW ? LAST_ROW : bottom - this.#goneUpTo(bottom);
    return end < start ? null : { top: start, bottom: end };
  }

  #goneUpTo(row: number): number {
    return this.#gone[row] ?? 0;
  }
}
