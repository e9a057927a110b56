import { isoDate } from './cell-text.ts';
import { isDateFormat } from './date-format.ts';
import { inSheet } from './fault.ts';
import { numberIn, numericText } from './number-text.ts';
import { RowBatch } from './row-batch.ts';
import { serialDate } from './serial-date.ts';
import { LAST_COLUMN, LAST_ROW, type Merge, type SheetInfo, type SheetRow, type Workbook } from './workbook.ts';
import { type Attributes, localName, readXmlText, type XmlReader } from './xml.ts';
import { type XmlSource, xmlFile } from './xml-source.ts';

/**
 * Opens XML Spreadsheet 2003, which web systems and Excel save under the ending .xml or .xls.
 * @throws InvalidInput when it is no XML.
 */
export async function openXml2003(path: string): Promise<Workbook> {
  const source = xmlFile(path);
  const outline = new Outline(source);
  for await (const _ of readXmlText(source.pieces(), source.damaged, outline));
  return new Xml2003Workbook(source, outline);
}

class Xml2003Workbook implements Workbook {
  readonly format = 'xml';
  readonly sheets: readonly SheetInfo[];
  readonly #source: XmlSource;
  readonly #outline: Outline;

  constructor(source: XmlSource, outline: Outline) {
    this.sheets = outline.sheets;
    this.#source = source;
    this.#outline = outline;
  }

  async merges(sheet: number): Promise<readonly Merge[]> {
    return this.#outline.sheets[sheet]?.merges ?? [];
  }

  async *rows(sheet: number): AsyncGenerator<readonly SheetRow[]> {
    const reader = new RowsOfSheet(this.#source, sheet, this.#outline);
    try {
      for await (const _ of readXmlText(this.#source.pieces(), this.#source.damaged, reader)) {
        if (reader.batch.isFull || (reader.isOver && !reader.batch.isEmpty)) yield reader.batch.take();
        if (reader.isOver) return;
      }
      if (!reader.batch.isEmpty) yield reader.batch.take();
    } catch (error) {
      throw inSheet(error, this.sheets[sheet]?.name ?? '');
    }
  }

  async close(): Promise<void> {}
}

/** An attribute, whose prefix each writer chooses for itself. */
function attribute(attributes: Attributes, name: string): string | undefined {
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
class Position {
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

/** What there is besides the rows. */
class Outline implements XmlReader {
  readonly sheets: (SheetInfo & { hidden: boolean; readonly merges: Merge[] })[] = [];
  from1904 = false;
  readonly #formats = new Map<string, string>();
  readonly #parents = new Map<string, string>();
  readonly #source: XmlSource;
  #position: Position;
  #style = '';
  #visible: string | null = null;

  constructor(source: XmlSource) {
    this.#source = source;
    this.#position = new Position(source);
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'Style') {
      this.#style = attribute(attributes, 'ID') ?? '';
      this.#parents.set(this.#style, attribute(attributes, 'Parent') ?? 'Default');
    } else if (name === 'NumberFormat') this.#formats.set(this.#style, attribute(attributes, 'Format') ?? 'General');
    else if (name === 'Date1904') this.from1904 = true;
    else if (name === 'Worksheet') {
      this.sheets.push({ name: attribute(attributes, 'Name') ?? '', hidden: false, merges: [] });
      this.#position = new Position(this.#source);
    } else if (name === 'Row') this.#position.startRow(attributes);
    else if (name === 'Cell') {
      const merge = this.#position.startCell(attributes);
      if (merge.bottom > merge.top || merge.right > merge.left) this.sheets.at(-1)?.merges.push(merge);
    } else if (name === 'Visible') this.#visible = '';
  }

  text(text: string): void {
    if (this.#visible !== null) this.#visible += text;
  }

  close(name: string): void {
    if (name !== 'Visible') return;
    const sheet = this.sheets.at(-1);
    if (sheet && /hidden/i.test(this.#visible ?? '')) sheet.hidden = true;
    this.#visible = null;
  }

  isDate(style: string): boolean {
    let format: string | undefined;
    let id: string | undefined = style;
    for (let step = 0; format === undefined && id !== undefined && step < DEEPEST_STYLE; step += 1) {
      format = this.#formats.get(id);
      id = this.#parents.get(id);
    }
    if (format === undefined || NUMBERS.has(format)) return false;
    return / (?:Date|Time)$/.test(format) || isDateFormat(format);
  }
}
const DEEPEST_STYLE = 10;
/** Formats that this kind of file calls by a word, and that show no date. */
const NUMBERS = new Set(
  'General,General Number,Currency,Euro Currency,Fixed,Standard,Percent,Scientific,Yes/No,True/False,On/Off'.split(','),
);

class RowsOfSheet implements XmlReader {
  readonly batch = new RowBatch();
  isOver = false;
  readonly #source: XmlSource;
  readonly #position: Position;
  readonly #outline: Outline;
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

  constructor(source: XmlSource, sheet: number, outline: Outline) {
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
