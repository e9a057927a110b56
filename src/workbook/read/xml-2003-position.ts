import { LAST_COLUMN, LAST_ROW, type Merge } from './workbook.ts';
import { type Attributes, localName } from './xml.ts';
import type { XmlSource } from './xml-source.ts';

/** An attribute, whose prefix each writer chooses for itself. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const key = Object.keys(attributes).find((each) => localName(each) === name);
  return key === undefined ? undefined : attributes[key];
}

/** A number from 0 on that an attribute gives; where it is absent, `otherwise`. */
function numberOf(attributes: Attributes, name: string, otherwise: number, source: XmlSource): number {
  const text = attribute(attributes, name);
  if (text === undefined) return otherwise;
  if (!/^\d{1,7}$/.test(text)) throw source.damaged('reference');
  return Number(text);
}

/** Where the cells of a table stand: those that are left out only show in the numbers of others. */
export class Position {
  row = 0;
  column = -1;
  #next = { row: 1, column: 0 };
  readonly #source: XmlSource;

  constructor(source: XmlSource) {
    this.#source = source;
  }

  startRow(attributes: Attributes): void {
    this.row = numberOf(attributes, 'Index', this.#next.row, this.#source);
    if (this.row < this.#next.row) throw this.#source.damaged('row-order');
    if (this.row > LAST_ROW) throw this.#source.damaged('reference');
    this.#next = { row: this.row + 1 + numberOf(attributes, 'Span', 0, this.#source), column: 0 };
  }

  startCell(attributes: Attributes): Merge {
    this.column = numberOf(attributes, 'Index', this.#next.column + 1, this.#source) - 1;
    if (this.column < this.#next.column || this.column > LAST_COLUMN) throw this.#source.damaged('reference');
    const [across, down] = ['MergeAcross', 'MergeDown'].map((name) => numberOf(attributes, name, 0, this.#source));
    const [right, bottom] = [this.column + (across ?? 0), this.row + (down ?? 0)];
    this.#next.column = right + 1;
    return { top: this.row, left: this.column, bottom, right };
  }
}
