import { SaxesParser } from 'saxes';
import { columnLetters } from '../../domain/column-letters.ts';
import type { TextPlace } from '../../domain/published/text-place.ts';
import { columnIn } from '../../workbook/address.ts';
import type { Archive } from '../../workbook/read/archive.ts';
import { isTrue } from '../../workbook/read/contents.ts';
import { type Attributes, localName, partText } from '../../workbook/read/xml.ts';
import { plainText } from '../../workbook/xml-text.ts';
import type { CellText, Piece } from './piece.ts';

/** The texts of a workbook that cells point to, and which of them some cell shows. */
export interface SharedTexts {
  readonly texts: readonly string[];
  readonly shown: Set<number>;
}

/** Each text with the readings above it behind it: they are as readable as the text. */
export async function sharedTexts(archive: Archive, part: string | null): Promise<SharedTexts> {
  const texts: string[] = [];
  if (part !== null) {
    let text = '';
    let reading = '';
    let isReading = false;
    const parsing = parse(archive, part, {
      open: (name) => {
        if (name === 'rPh') isReading = true;
      },
      text: (more) => {
        if (isReading) reading += more;
        else text += more;
      },
      close: (name) => {
        if (name === 'rPh') isReading = false;
        if (name !== 'si') return;
        texts.push(plainText(reading === '' ? text : `${text}\n${reading}`));
        text = '';
        reading = '';
      },
    });
    for await (const _ of parsing);
  }
  return { texts, shown: new Set() };
}

interface Cell {
  readonly column: number;
  readonly type: string;
  value: string;
  formula: string;
}

/** The sheet that is read: its part, and what people see of it. */
interface SheetAt {
  readonly part: string;
  readonly name: string;
  readonly hidden: boolean;
}

/** The rows of a sheet, each cell with its place, and their formulas; what else is in the part is read by `xmlTexts`. */
export async function* sheetTexts(archive: Archive, sheet: SheetAt, shared: SharedTexts): AsyncGenerator<Piece> {
  const reader = new SheetReader(sheet, shared);
  for await (const _ of parse(archive, sheet.part, reader)) yield* reader.take();
}

class SheetReader implements Reader {
  #pieces: Piece[] = [];
  readonly #sheet: SheetAt;
  readonly #shared: SharedTexts;
  readonly #hiddenColumns: (readonly [first: number, last: number])[] = [];
  #row = 0;
  #isRowHidden = false;
  #cells: Cell[] = [];
  #open: Cell | null = null;
  #reads: 'value' | 'formula' | null = null;

  constructor(sheet: SheetAt, shared: SharedTexts) {
    this.#sheet = sheet;
    this.#shared = shared;
  }

  take(): Piece[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'col' && isTrue(attributes.hidden))
      this.#hiddenColumns.push([Number(attributes.min) - 1, Number(attributes.max) - 1]);
    if (name === 'row') {
      this.#row = Number(attributes.r ?? this.#row + 1);
      this.#isRowHidden = isTrue(attributes.hidden);
    }
    if (name === 'c') {
      const column = attributes.r === undefined ? (this.#cells.at(-1)?.column ?? -1) + 1 : columnIn(attributes.r);
      this.#open = { column: Math.max(0, column ?? 0), type: attributes.t ?? 'n', value: '', formula: '' };
      this.#cells.push(this.#open);
    }
    if (this.#open && (name === 'v' || name === 'is')) this.#reads = 'value';
    if (this.#open && name === 'f') this.#reads = 'formula';
  }

  text(text: string): void {
    if (this.#open && this.#reads !== null) this.#open[this.#reads] += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 'is' || name === 'f') this.#reads = null;
    if (name === 'c') this.#open = null;
    if (name === 'row') this.#endRow();
  }

  #endRow(): void {
    const row: CellText[] = [];
    for (const cell of this.#cells) {
      const { column, type, formula } = cell;
      while (row.length < column && row.length < MOST_COLUMNS)
        row.push({ text: '', isNumber: false, place: this.#place(row.length, 'cell') });
      row[column] = { text: this.#textOf(cell), isNumber: type === 'n', place: this.#place(column, 'cell') };
      if (formula !== '')
        this.#pieces.push({ text: formula, origin: 'written', place: this.#place(column, 'formula') });
    }
    if (row.length > 0) this.#pieces.push({ cells: row, table: `sheet ${this.#sheet.part}` });
    this.#cells = [];
  }

  #textOf({ type, value }: Cell): string {
    if (type !== 's') return type === 'n' ? value : plainText(value);
    const index = Number(value);
    this.#shared.shown.add(index);
    return this.#shared.texts[index] ?? '';
  }

  #place(column: number, kind: TextPlace['kind']): TextPlace {
    const isColumnHidden = this.#hiddenColumns.some(([first, last]) => first <= column && column <= last);
    const isHidden = this.#sheet.hidden || this.#isRowHidden || isColumnHidden;
    const at = `${columnLetters(column)}${this.#row}`;
    return { kind, part: '', sheet: this.#sheet.name, at, ...(isHidden && { isHidden }) };
  }
}
const MOST_COLUMNS = 16_384;

interface Reader {
  readonly open: (name: string, attributes: Attributes) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

async function* parse(archive: Archive, part: string, reader: Reader): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', () => {
    throw archive.damaged('xml');
  });
  parser.on('opentag', ({ name, attributes }) => reader.open(localName(name), attributes));
  parser.on('closetag', ({ name }) => reader.close(localName(name)));
  parser.on('text', (text) => reader.text(text));
  parser.on('cdata', (text) => reader.text(text));
  for await (const characters of partText(archive, part)) {
    parser.write(characters);
    yield;
  }
  parser.close();
  yield;
}
