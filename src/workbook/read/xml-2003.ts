import { isDateFormat } from './date-format.ts';
import { inSheet } from './fault.ts';
import type { Merge, SheetInfo, SheetRow, Workbook } from './workbook.ts';
import { type Attributes, readXmlText, type XmlReader } from './xml.ts';
import { attribute, Position } from './xml-2003-position.ts';
import { RowsOfSheet } from './xml-2003-rows.ts';
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
