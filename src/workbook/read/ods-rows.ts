import { isoDate } from './cell-text.ts';
import { numericText } from './number-text.ts';
import { LAST_COLUMN, LAST_ROW, type Merge, type SheetRow } from './workbook.ts';
import { type Attributes, LONGEST_TEXT, type XmlReader } from './xml.ts';
import type { XmlSource } from './xml-source.ts';

/** What holds tables and texts that are none of a sheet's: what was there before, what other files hold, remarks and drawings. */
export const ASIDE: ReadonlySet<string> = new Set([
  'tracked-changes',
  'dde-links',
  'shapes',
  'annotation',
  'frame',
  'custom-shape',
  'line',
  'rect',
  'object',
  'chart',
  'object-ole',
  'ruby-text',
]);

/** The rows of one table of an OpenDocument spreadsheet (ODF 1.3 part 3, 9.1). */
export class OdsRows implements XmlReader {
  /** Rows as they stand in the file, each with the last row of the sheet that it stands for: to be taken out by whoever reads. */
  readonly runs: { readonly row: SheetRow; readonly last: number }[] = [];
  readonly merges: Merge[] = [];
  isOver = false;
  readonly #source: XmlSource;
  readonly #sheet: number;
  #seen = -1;
  #aside = 0;
  /** The last row that was begun, and how many rows it stands for. */
  #row = 0;
  #repeated = 1;
  #hidden = false;
  #cells: string[] = [];
  #uncomputed: number[] = [];
  #column = 0;
  #cell: Attributes | null = null;
  #paragraphs = 0;
  #inParagraph = false;
  #text = '';

  constructor(source: XmlSource, sheet: number) {
    this.#source = source;
    this.#sheet = sheet;
  }

  open(name: string, attributes: Attributes): void {
    if (ASIDE.has(name)) this.#aside += 1;
    if (this.#aside > 0) return;
    if (name === 'table') this.#startTable();
    if (this.#seen !== this.#sheet || this.isOver) return;
    if (name === 'table-row') this.#startRow(attributes);
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#startCell(attributes);
    else if (this.#cell) this.#inCell(name, attributes);
  }

  text(text: string): void {
    if (!this.#inParagraph || this.#aside > 0) return;
    this.#text += text.replace(/[\t\n\r ]+/g, ' ');
    if (this.#text.length > LONGEST_TEXT) throw this.#source.damaged('xml');
  }

  close(name: string): void {
    if (ASIDE.has(name)) {
      this.#aside -= 1;
      return;
    }
    if (this.#aside > 0 || this.#seen !== this.#sheet || this.isOver) return;
    if (name === 'p') this.#inParagraph = false;
    else if (name === 'table-cell' || name === 'covered-table-cell') this.#endCell();
    else if (name === 'table-row') this.#endRow();
    else if (name === 'table') this.isOver = true;
  }

  /** A table within a cell would be lost. */
  #startTable(): void {
    if (this.#cell) throw this.#source.damaged('reference');
    this.#seen += 1;
  }

  #startRow(attributes: Attributes): void {
    this.#row += this.#repeated;
    this.#repeated = this.#count(attributes['table:number-rows-repeated']);
    this.#hidden = ['collapse', 'filter'].includes(attributes['table:visibility'] ?? '');
    this.#cells = [];
    this.#uncomputed = [];
    this.#column = 0;
  }

  #startCell(attributes: Attributes): void {
    this.#cell = attributes;
    this.#text = '';
    this.#paragraphs = 0;
    const across = this.#count(attributes['table:number-columns-spanned']);
    const down = this.#count(attributes['table:number-rows-spanned']);
    if (across * down === 1) return;
    const [top, left] = [this.#row, this.#column];
    this.merges.push({ top, left, bottom: top + down - 1, right: left + across - 1 });
  }

  #inCell(name: string, attributes: Attributes): void {
    if (name === 'p') {
      if (this.#paragraphs > 0) this.#text += '\n';
      this.#paragraphs += 1;
      this.#inParagraph = true;
    } else if (name === 's') this.#text += ' '.repeat(Math.min(this.#count(attributes['text:c']), LONGEST_SPACE));
    else if (name === 'tab') this.#text += '\t';
    else if (name === 'line-break') this.#text += '\n';
  }

  #endCell(): void {
    const cell = this.#cell ?? {};
    this.#cell = null;
    const repeated = this.#count(cell['table:number-columns-repeated']);
    const text = shown(cell, this.#text);
    const isUncomputed = cell['table:formula'] !== undefined && text === '' && cell['office:value-type'] !== 'string';
    if (text !== '' || isUncomputed) {
      if (this.#column + repeated - 1 > LAST_COLUMN) throw this.#source.damaged('reference');
      if (text.length * repeated > LONGEST_TEXT) throw this.#source.damaged('xml');
      while (this.#cells.length < this.#column) this.#cells.push('');
      for (let copy = 0; copy < repeated; copy += 1) {
        this.#cells.push(text);
        if (isUncomputed) this.#uncomputed.push(this.#column + copy);
      }
    }
    this.#column += repeated;
  }

  #endRow(): void {
    if (this.#cells.every((cell) => cell === '') && this.#uncomputed.length === 0) return;
    const last = this.#row + this.#repeated - 1;
    if (last > LAST_ROW) throw this.#source.damaged('reference');
    const row = { row: this.#row, hidden: this.#hidden, cells: this.#cells, uncomputed: this.#uncomputed };
    this.runs.push({ row, last });
  }

  /** How often something is repeated, or how far it reaches. */
  #count(text: string | undefined): number {
    if (text === undefined) return 1;
    const count = /^\d{1,8}$/.test(text) ? Number(text) : 0;
    if (count < 1) throw this.#source.damaged('reference');
    return count;
  }
}

/** No text has more spaces together. */
const LONGEST_SPACE = 1000;

/** What a cell says: its value, which is exact, but for texts and for what only the text shows. */
function shown(cell: Attributes, text: string): string {
  switch (cell['office:value-type']) {
    case 'float':
    case 'currency':
    case 'percentage':
      return numericText(cell['office:value'] ?? text);
    case 'date':
      return isoDate(cell['office:date-value'] ?? text);
    case 'boolean':
      return cell['office:boolean-value'] === 'true' ? 'TRUE' : 'FALSE';
    default:
      return cell['office:string-value'] ?? text;
  }
}
