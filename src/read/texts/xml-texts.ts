import { SaxesParser } from 'saxes';
import type { TextOrigin } from '../../domain/published/exposed-numbers.ts';
import type { TextPlace } from '../../domain/published/text-place.ts';
import { FEWEST_DIGITS } from '../../domain/shown/number-kinds.ts';
import { hasDigits } from '../../domain/shown/sign-kinds.ts';
import type { Archive } from '../../workbook/read/archive.ts';
import { localName, partText } from '../../workbook/read/xml.ts';
import { plainText } from '../../workbook/xml-text.ts';
import type { CellText, Piece } from './piece.ts';

/** What within a text only says how a stretch of it looks or came about; all else is a text by itself. */
const RUNS = new Set(
  (
    't r rPr delText delInstrText instrText ins del moveFrom moveTo hyperlink sdt sdtContent smartTag fldSimple span a b i u s font fld ' +
    'ruby rt rubyBase rPh tab br cr noBreakHyphen softHyphen sym bookmarkStart bookmarkEnd proofErr lastRenderedPageBreak vanish ' +
    'commentRangeStart commentRangeEnd annotationRef color sz'
  ).split(' '),
);
const ROWS = new Set(['tr', 'table-row']);
const CELLS = new Set(['tc', 'table-cell', 'covered-table-cell']);
const DELETED = new Set(['delText', 'delInstrText']);
const FIELDS = new Set(['instrText', 'delInstrText']);
const NUMBER = /^-?\d+(?:\.\d+)?(?:E[+-]?\d+)?$/i;
/** Attributes that hold what people have written, in whatever part. */
const WRITTEN =
  /^(?:descr|title|name|alt|prompt|promptTitle|error|errorTitle|tooltip|display|displayName|caption|author|initials|comment|description|value|label|text|string|userId|uniqueName|formula|target|location|href|f|v)$/i;

const BROKEN_NUMBER = /^-?\d+(?:\.\d+(?:E[+-]?\d+)?|E[+-]?\d+)$/i;
/** Attributes that hold what a cell holds, in caches and in OpenDocument. */
const VALUES = /^(?:v|value)$/;

interface Block {
  readonly name: string;
  readonly number: number;
  text: string;
  deleted: string;
  codes: string;
  isHidden: boolean;
}

interface OpenRow {
  readonly cells: string[];
  readonly table: number;
  at: number;
}

/** How the texts of a part are placed: by the element that they are in and its number among those of its name. */
export interface XmlPlaces {
  readonly text: (element: string, number: number, cell: string | null) => TextPlace;
  readonly attribute: (element: string, attribute: string) => TextPlace;
  /** Elements that somebody else reads. */
  readonly skips?: string;
}

/**
 * Everything in a part of XML that can hold a number: texts, as many as stand in one paragraph put together whatever is between them,
 * attributes, remarks, and rows of tables. Nothing is passed over, whichever program's it is.
 * @throws InvalidInput when it is not well-formed.
 */
export async function* xmlTexts(archive: Archive, part: string, places: XmlPlaces): AsyncGenerator<Piece> {
  const reader = new TextReader(part, places);
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', () => {
    throw archive.damaged('xml');
  });
  parser.on('opentag', ({ name, attributes }) => reader.open(localName(name), attributes));
  parser.on('closetag', ({ name }) => reader.close(localName(name)));
  parser.on('text', (text) => reader.text(text));
  parser.on('cdata', (text) => reader.text(text));
  parser.on('comment', (text) => reader.aside(text));
  parser.on('processinginstruction', ({ body }) => reader.aside(body));
  parser.on('doctype', (text) => reader.aside(text));
  for await (const characters of partText(archive, part, LARGEST_PART)) {
    parser.write(characters);
    yield* reader.take();
  }
  parser.close();
  yield* reader.take();
}
const LARGEST_PART = 512 * 1024 * 1024;

class TextReader {
  #pieces: Piece[] = [];
  readonly #part: string;
  readonly #places: XmlPlaces;
  readonly #blocks: Block[] = [];
  readonly #names: string[] = [];
  /** The cell that a comment belongs to. */
  #cell: string | null = null;
  readonly #rows: OpenRow[] = [];
  readonly #counts = new Map<string, number>();
  #skipped = 0;

  constructor(part: string, places: XmlPlaces) {
    this.#part = part;
    this.#places = places;
  }

  take(): Piece[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#skipped > 0 || name === this.#places.skips) {
      this.#skipped += 1;
      return;
    }
    this.#names.push(name);
    for (const attribute in attributes) this.#attribute(name, attribute, attributes[attribute] ?? '');
    if (/^[A-Z]{1,3}\d+$/.test(attributes.ref ?? '')) this.#cell = attributes.ref ?? null;
    const block = this.#blocks.at(-1);
    if (name === 'vanish' && block) block.isHidden = true;
    if (name === 'sym' && block) block.text += symbol(attributes);
    if (name === 'tab' || name === 'br' || name === 'cr') this.#add(' ');
    if (name === 'noBreakHyphen') this.#add('-');
    if (RUNS.has(name)) return;
    if (ROWS.has(name)) this.#rows.push({ cells: [], table: this.#counts.get('tbl') ?? 0, at: this.#count('row') });
    if (CELLS.has(name)) this.#rows.at(-1)?.cells.push('');
    this.#blocks.push({ name, number: this.#count(name), text: '', deleted: '', codes: '', isHidden: false });
  }

  text(text: string): void {
    if (this.#skipped === 0) this.#add(text);
  }

  aside(text: string): void {
    this.#pieces.push({ text, origin: 'machine', place: this.#places.attribute('', 'comment') });
  }

  close(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1;
      return;
    }
    this.#names.pop();
    if (RUNS.has(name)) return;
    const block = this.#blocks.pop();
    if (block) this.#end(block);
    if (!ROWS.has(name)) return;
    const row = this.#rows.pop();
    if (row) this.#endRow(row);
  }

  #count(name: string): number {
    const number = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, number);
    return number;
  }

  #add(text: string): void {
    const block = this.#blocks.at(-1);
    if (!block) return;
    const name = this.#names.at(-1) ?? '';
    if (FIELDS.has(name)) block.codes += text;
    if (DELETED.has(name) || this.#names.includes('moveFrom')) block.deleted += text;
    else if (!FIELDS.has(name)) block.text += text;
  }

  #attribute(element: string, attribute: string, value: string): void {
    const isEncoded = /%[\da-f]{2}/i.test(value);
    if (!isEncoded && !hasDigits(value, FEWEST_DIGITS)) return;
    const name = localName(attribute);
    const place = this.#places.attribute(element, name);
    const isValue = VALUES.test(name) && NUMBER.test(value);
    const origin = isValue ? 'number' : WRITTEN.test(name) && !NUMBER.test(value) ? 'written' : 'machine';
    this.#pieces.push({ text: plainText(value), origin, place });
    const unescaped = isEncoded ? decoded(value) : null;
    if (unescaped !== null) this.#pieces.push({ text: unescaped, origin: 'machine', place });
  }

  #end({ name, number, text, deleted, codes, isHidden }: Block): void {
    const place = this.#places.text(name, number, this.#cell);
    const piece = (words: string, at: Partial<TextPlace> = {}) => {
      if (words.trim() === '') return;
      const origin: TextOrigin = BROKEN_NUMBER.test(words.trim()) ? 'number' : 'written';
      this.#pieces.push({
        text: plainText(words),
        origin,
        place: { ...place, ...(isHidden && { isHidden }), ...at },
      });
    };
    const row = this.#rows.at(-1);
    if (row && row.cells.length > 0 && !isHidden) {
      const last = row.cells.length - 1;
      row.cells[last] += (row.cells[last] === '' || text === '' ? '' : '\n') + text;
    } else piece(text);
    if (deleted !== '') {
      piece(deleted, { kind: 'tracked-change' });
      piece(text + deleted, { kind: 'tracked-change' });
    }
    piece(codes, { kind: 'field' });
  }

  #endRow({ cells, table, at }: OpenRow): void {
    const place = this.#places.text('tr', at, null);
    const texts = cells.map(
      (text, index): CellText => ({
        text: plainText(text),
        isNumber: false,
        place: { ...place, at: `${at}:${index + 1}` },
      }),
    );
    if (texts.some(({ text }) => text !== '')) this.#pieces.push({ cells: texts, table: `${this.#part} ${table}` });
  }
}

/** Word writes a sign of a font of pictures by its code; those of digits are called as the digits. */
function symbol(attributes: Readonly<Record<string, string>>): string {
  const code = Object.entries(attributes).find(([name]) => localName(name) === 'char')?.[1] ?? '';
  return /^(?:F0|00)[\da-f]{2}$/i.test(code) ? String.fromCharCode(Number.parseInt(code.slice(2), 16)) : ' ';
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
