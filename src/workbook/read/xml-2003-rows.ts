import { isoDate } from './cell-text.ts';
import { numberIn, numericText } from './number-text.ts';
import { RowBatch } from './row-batch.ts';
import { serialDate } from './serial-date.ts';
import type { Attributes, XmlReader } from './xml.ts';
import { attribute, Position } from './xml-2003-position.ts';
import type { XmlSource } from './xml-source.ts';

/** How numbers are shown. */
interface Shown {
  readonly from1904: boolean;
  isDate(style: string): boolean;
}

/** The rows of one sheet of an XML Spreadsheet 2003. */
export class RowsOfSheet implements XmlReader {
  readonly batch = new RowBatch();
  isOver = false;
  readonly #source: XmlSource;
  readonly #position: Position;
  readonly #outline: Shown;
  readonly #sheet: number;
  #seen = -1;
  #hidden = false;
  #cells: string[] = [];
  #uncomputed: number[] = [];
  #isFormula = false;
  #style = 'Default';
  #type = 'String';
  #text: string | null = null;
  /** What a comment says is no cell's content. */
  #inComment = false;
  #filled = false;

  constructor(source: XmlSource, sheet: number, outline: Shown) {
    this.#source = source;
    this.#sheet = sheet;
    this.#outline = outline;
    this.#position = new Position(source);
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'Worksheet') this.#seen += 1;
    if (this.#seen !== this.#sheet) return;
    if (name === 'Row') {
      this.#position.startRow(attributes);
      this.#hidden = attribute(attributes, 'Hidden') === '1' || attribute(attributes, 'Height') === '0';
      this.#cells = [];
      this.#uncomputed = [];
    } else if (name === 'Cell') {
      this.#position.startCell(attributes);
      this.#style = attribute(attributes, 'StyleID') ?? 'Default';
      this.#isFormula = attribute(attributes, 'Formula') !== undefined;
      this.#filled = false;
    } else if (name === 'Comment') this.#inComment = true;
    else if (name === 'Data' && !this.#inComment) {
      this.#type = attribute(attributes, 'Type') ?? 'String';
      this.#text = '';
    }
  }

  text(text: string): void {
    if (this.#text !== null) this.#text += text;
  }

  close(name: string): void {
    if (this.#seen !== this.#sheet) return;
    if (name === 'Comment') this.#inComment = false;
    else if (name === 'Data' && this.#text !== null) this.#endData(this.#text);
    else if (name === 'Cell' && this.#isFormula && !this.#filled) this.#uncomputed.push(this.#position.column);
    else if (name === 'Row') this.#endRow();
    else if (name === 'Worksheet') this.isOver = true;
  }

  #endData(value: string): void {
    this.#text = null;
    this.#filled = value !== '' || this.#type === 'String';
    if (value === '') return;
    while (this.#cells.length < this.#position.column) this.#cells.push('');
    if (this.#cells[this.#position.column]) throw this.#source.damaged('reference');
    this.#cells[this.#position.column] = this.#shown(value);
  }

  #shown(value: string): string {
    switch (this.#type) {
      case 'Number': {
        const serial = this.#outline.isDate(this.#style) ? numberIn(value.trim()) : null;
        return (serial === null ? null : serialDate(serial, this.#outline.from1904)) ?? numericText(value);
      }
      case 'DateTime':
        return isoDate(value.trim());
      case 'Boolean':
        return value.trim() === '1' ? 'TRUE' : 'FALSE';
      default:
        return value;
    }
  }

  #endRow(): void {
    const { row } = this.#position;
    if (this.#cells.length === 0 && this.#uncomputed.length === 0 && !this.#hidden) return;
    this.batch.add({ row, hidden: this.#hidden, cells: this.#cells, uncomputed: this.#uncomputed });
  }
}
