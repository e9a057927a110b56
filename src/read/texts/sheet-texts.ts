import { SaxesParser } from 'saxes';
import { columnLetters } from '../../domain/column-letters.ts';
import type { TextPlace } from '../../domain/published/text-place.ts';
import { columnIn } from '../../workbook/address.ts';
import type { Archive } from '../../workbook/read/archive.ts';
import { localName, partText } from '../../workbook/read/xml.ts';
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

/** The rows of a sheet, each cell with its place, and their formulas; what else is in the part is read by `xmlTexts`. */
export async function* sheetTexts(
  archive: Archive,
  part: string,
  { name: sheet, hidden }: { readonly name: string; readonly hidden: boolean },
  shared: SharedTexts,
): AsyncGenerator<Piece> {
  let pieces: Piece[] = [];
  const hiddenColumns: (readonly [number, number])[] = [];
  let row = 0;
  let isRowHidden = false;
  let cells: Cell[] = [];
  let cell: Cell | null = null;
  let reads: 'value' | 'formula' | null = null;
  const placeOf = (column: number, kind: TextPlace['kind']): TextPlace => {
    const isHidden = hidden || isRowHidden || hiddenColumns.some(([from, to]) => from <= column && column <= to);
    return { kind, part: '', sheet, at: `${columnLetters(column)}${row}`, ...(isHidden && { isHidden }) };
  };
  const textOf = ({ type, value }: Cell): string => {
    if (type !== 's') return type === 'n' ? value : plainText(value);
    const index = Number(value);
    shared.shown.add(index);
    return shared.texts[index] ?? '';
  };
  const endRow = () => {
    const all: CellText[] = [];
    for (const each of cells) {
      while (all.length < each.column && all.length < MOST_COLUMNS)
        all.push({ text: '', isNumber: false, place: placeOf(all.length, 'cell') });
      all[each.column] = { text: textOf(each), isNumber: each.type === 'n', place: placeOf(each.column, 'cell') };
      if (each.formula !== '')
        pieces.push({ text: each.formula, origin: 'written', place: placeOf(each.column, 'formula') });
    }
    if (all.length > 0) pieces.push({ cells: all, table: `sheet ${part}` });
    cells = [];
  };
  const parsing = parse(archive, part, {
    open: (name, attributes) => {
      if (name === 'col' && (attributes.hidden === '1' || attributes.hidden === 'true'))
        hiddenColumns.push([Number(attributes.min) - 1, Number(attributes.max) - 1]);
      if (name === 'row') {
        row = Number(attributes.r ?? row + 1);
        isRowHidden = attributes.hidden === '1' || attributes.hidden === 'true';
      }
      if (name === 'c') {
        const column = attributes.r === undefined ? (cells.at(-1)?.column ?? -1) + 1 : columnIn(attributes.r);
        cell = { column: Math.max(0, column ?? 0), type: attributes.t ?? 'n', value: '', formula: '' };
        cells.push(cell);
      }
      if (cell && (name === 'v' || name === 'is')) reads = 'value';
      if (cell && name === 'f') reads = 'formula';
    },
    text: (text) => {
      if (!cell) return;
      if (reads === 'value') cell.value += text;
      if (reads === 'formula') cell.formula += text;
    },
    close: (name) => {
      if (name === 'v' || name === 'is' || name === 'f') reads = null;
      if (name === 'c') cell = null;
      if (name === 'row') endRow();
    },
  });
  for await (const _ of parsing) {
    yield* pieces;
    pieces = [];
  }
}
const MOST_COLUMNS = 16_384;

interface Reader {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
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
  parser.on('text', reader.text);
  parser.on('cdata', reader.text);
  for await (const characters of partText(archive, part)) {
    parser.write(characters);
    yield;
  }
  parser.close();
  yield;
}
