import { columnIn, rowIn } from '../address.ts';
import type { Archive } from './archive.ts';
import { type CellContext, cellText } from './cell-text.ts';
import { isTrue } from './contents.ts';
import { RichText } from './rich-text.ts';
import { BATCH, LAST_COLUMN, LAST_ROW, type SheetRow } from './workbook.ts';
import { type Attributes, LONGEST_TEXT, readXml, type XmlReader } from './xml.ts';

/** Characters of a row, and of those gathered before it, which are handed on at half as many: a row of more is none. */
const LARGEST_BATCH = 2 * LONGEST_TEXT;

/** The rows of a sheet, in batches, while the file is being read. */
export async function* readRows(archive: Archive, part: string, context: CellContext): AsyncGenerator<SheetRow[]> {
  const reader = new RowReader(archive, context);
  for await (const _ of readXml(archive, part, reader)) {
    if (reader.isFull) yield reader.take();
  }
  if (reader.rows.length > 0) yield reader.take();
}

/** Gathers rows from the elements `sheetData > row > c > v | is`. */
class RowReader implements XmlReader {
  rows: SheetRow[] = [];
  readonly #archive: Archive;
  readonly #context: CellContext;
  readonly #inline: RichText;
  #characters = 0;
  #inData = false;
  #row = 0;
  #hidden = false;
  #cells: string[] = [];
  #uncomputed: number[] = [];
  #struck: number[] = [];
  #column = -1;
  #type = 'n';
  #style = '0';
  #value = '';
  #isFormula = false;
  #hasValue = false;
  /** The element whose text counts, if one is open. */
  #reading: 'v' | 'is' | null = null;

  constructor(archive: Archive, context: CellContext) {
    this.#archive = archive;
    this.#context = context;
    this.#inline = new RichText(() => archive.damaged('xml'));
  }

  get isFull(): boolean {
    const { length } = this.rows;
    return length >= BATCH || (length > 0 && this.#characters >= LARGEST_BATCH / 2);
  }

  take(): SheetRow[] {
    const { rows } = this;
    this.rows = [];
    this.#characters = 0;
    return rows;
  }

  open(name: string, attributes: Attributes): void {
    if (!this.#inData) {
      this.#inData = name === 'sheetData';
      return;
    }
    if (this.#reading === 'is') this.#inline.open(name, attributes);
    else if (name === 'c') this.#startCell(attributes);
    else if (name === 'v' || name === 'is') this.#startValue(name);
    else if (name === 'f') this.#isFormula = true;
    else if (name === 'row') this.#startRow(attributes);
  }

  text(text: string): void {
    if (this.#reading === null) return;
    this.#characters += text.length;
    if (this.#characters > LARGEST_BATCH) throw this.#archive.damaged('xml');
    if (this.#reading === 'v') this.#value += text;
    else this.#inline.text(text);
  }

  close(name: string): void {
    if (!this.#inData) return;
    if (name === 'v') this.#reading = this.#reading === 'v' ? null : this.#reading;
    else if (name === 'c') this.#endCell();
    else if (name === 'row') this.#endRow();
    else if (name === 'sheetData') this.#inData = false;
    else if (this.#reading === 'is') this.#closeInline(name);
  }

  #startValue(name: 'v' | 'is'): void {
    this.#reading = name;
    this.#hasValue = true;
  }

  #endRow(): void {
    const row = { row: this.#row, hidden: this.#hidden, cells: this.#cells };
    const [uncomputed, struck] = [this.#uncomputed, this.#struck];
    const isPlain = uncomputed.length === 0 && struck.length === 0;
    this.rows.push(isPlain ? row : { ...row, uncomputed, struck });
    if (isPlain) return;
    this.#uncomputed = [];
    this.#struck = [];
  }

  #closeInline(name: string): void {
    this.#inline.close(name);
    if (name !== 'is') return;
    this.#reading = null;
    this.#type = 'inlineStr';
    this.#value = this.#inline.take();
  }

  #startRow({ r, hidden, ht }: Attributes): void {
    const row = r === undefined ? this.#row + 1 : rowIn(r);
    if (row === null || row > LAST_ROW) throw this.#archive.damaged('reference');
    if (row <= this.#row) throw this.#archive.damaged('row-order');
    this.#row = row;
    this.#hidden = isTrue(hidden) || (ht !== undefined && Number(ht) === 0);
    this.#cells = [];
    this.#column = -1;
  }

  #startCell({ r, t = 'n', s = '0' }: Attributes): void {
    const column = r === undefined ? this.#column + 1 : columnIn(r);
    if (column === null || column > LAST_COLUMN) throw this.#archive.damaged('reference');
    this.#column = column;
    this.#type = t;
    this.#style = s;
    this.#value = '';
    this.#isFormula = false;
    this.#hasValue = false;
  }

  #endCell(): void {
    if (this.#isFormula && this.#isUncomputed()) {
      this.#uncomputed.push(this.#column);
      return;
    }
    const text =
      this.#type === 'inlineStr'
        ? this.#value
        : cellText(this.#type, this.#value, this.#style, this.#context, this.#archive);
    if (text === '') return;
    while (this.#cells.length < this.#column) this.#cells.push('');
    if (this.#cells[this.#column]) throw this.#archive.damaged('reference');
    this.#cells[this.#column] = text;
    const { struck } = this.#context.styles;
    if (struck.length > 0 && struck[Number(this.#style)]) this.#struck.push(this.#column);
  }

  /** A result may be an empty text; spreadsheets say so, and libraries that work nothing out leave it empty or write 0. */
  #isUncomputed(): boolean {
    const value = this.#value.trim();
    if (value === '') return !(this.#type === 'str' && this.#hasValue);
    return value === '0' && this.#type === 'n' && this.#context.recalculates;
  }
}
