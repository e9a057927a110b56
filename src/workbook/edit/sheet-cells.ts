import { columnLetters } from '../../domain/column-letters.ts';
import { columnIn } from '../address.ts';
import type { Attributes } from '../read/xml.ts';
import { escaped } from '../xml-text.ts';
import type { Tag } from './edit-xml.ts';

/** A cell as it is written: what it is, and what it holds. */
export interface Cell {
  readonly column: number;
  readonly attributes: Attributes;
  readonly inner: string;
  /** The index of its text among the shared ones. */
  readonly shared: number | null;
}

/** The texts that cells share, each known by its index. */
export interface SharedTexts {
  /** Is told of each that a sheet still has. */
  readonly used: (index: number) => void;
  readonly isBlank: (index: number) => boolean;
}

/** Gathers one cell after another from the tags of a row, without formulas: their rows have moved, the values have not. */
export class CellReader {
  #tag: Tag | null = null;
  #column = -1;
  #inner = '';
  #value = '';

  startRow(): void {
    this.#column = -1;
  }

  /** Takes a tag within a row; gives the cell that it ends. */
  take(tag: Tag): Cell | null {
    const { name, kind, before, raw } = tag;
    if (!this.#tag) {
      if (name === 'c' && kind === 'open') this.#start(tag);
      return null;
    }
    if (name === 'c' && kind === 'close') return this.#end(before);
    if (name === 'f') return null;
    if (name === 'v' && kind === 'close') this.#value = before;
    this.#inner += before + raw;
    return null;
  }

  #start(tag: Tag): void {
    const { r } = tag.attributes;
    this.#column = (r === undefined ? null : columnIn(r)) ?? this.#column + 1;
    this.#tag = tag;
    this.#inner = '';
    this.#value = '';
  }

  #end(before: string): Cell {
    const { attributes = {} } = this.#tag ?? {};
    this.#tag = null;
    return {
      column: this.#column,
      attributes,
      inner: this.#inner + before,
      shared: attributes.t === 's' && this.#value !== '' ? Number(this.#value) : null,
    };
  }
}

/** A cell's tags at a place of its own. `prefix` as the sheet's elements have it, like `x:`. */
export function writtenCell({ column, attributes, inner }: Omit<Cell, 'shared'>, row: number, prefix: string): string {
  const { r, cm, ...rest } = attributes; // cm is about a formula of several cells
  const others = Object.entries(rest).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const start = `<${prefix}c r="${columnLetters(column)}${row}"${others.join('')}`;
  return inner === '' ? `${start}/>` : `${start}>${inner}</${prefix}c>`;
}
