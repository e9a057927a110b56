import { Parser } from 'htmlparser2';
import type { TextOrigin } from '../../domain/published/exposed-numbers.ts';
import type { TextPlace } from '../../domain/published/text-place.ts';
import type { CellText, Piece } from './piece.ts';

/** Elements that stand in lines of their own; what they hold is one text. */
const LINES = new Set(
  'p div br li tr h1 h2 h3 h4 h5 h6 section article header footer main nav aside table tbody thead tfoot ul ol blockquote pre title body center dd dt dl hr address figure figcaption caption td th option button textarea select label legend form fieldset script style head html template noscript svg text'.split(
    ' ',
  ),
);
const CODE = new Set(['script', 'style']);
/** Attributes that are read, or shown when one points at something. */
const WRITTEN = /^(?:alt|title|value|placeholder|content|label|summary|aria-.*|download|name|data-.*)$/i;
const DEEPEST = 5000;

interface OpenRow {
  readonly cells: string[];
  readonly table: number;
  readonly at: string;
  readonly isHidden: boolean;
}

/** Elements of a page that stand in a line. */
const INLINE = new Set('a b i u s em strong span font small sub sup mark code wbr'.split(' '));

/**
 * Everything in the source of a web page: what it shows, what it hides, attributes, remarks and scripts, by lines of the source.
 * Elements of `xml` that is no page are texts of their own.
 */
export function pageTexts(page: string, { xml = false } = {}): Piece[] {
  const lineAt = lineCounter(page);
  const reader = new PageReader((name) => LINES.has(name) || (xml && !INLINE.has(name)));
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes, lineAt(parser.startIndex)),
      ontext: (words) => reader.text(words, lineAt(parser.startIndex)),
      oncomment: (words) => reader.aside(words, 'written', lineAt(parser.startIndex)),
      onprocessinginstruction: (_, words) => reader.aside(words, 'machine', lineAt(parser.startIndex)),
      onclosetag: (name) => reader.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeCDATA: true },
  );
  parser.end(page);
  return reader.end();
}

class PageReader {
  readonly #pieces: Piece[] = [];
  readonly #rows: OpenRow[] = [];
  readonly #isLine: (element: string) => boolean;
  #text = '';
  #line = '1';
  #tables = 0;
  #depth = 0;
  /** How deep the element stands that hides all that is in it. */
  #hiddenAt: number | null = null;
  /** The script or style sheet that is open. */
  #code: string | null = null;

  constructor(isLine: (element: string) => boolean) {
    this.#isLine = isLine;
  }

  open(name: string, attributes: Readonly<Record<string, string>>, line: string): void {
    this.#depth += 1;
    if (this.#isLine(name)) this.#endText();
    this.#line = line;
    if (this.#hiddenAt === null && isHidden(name, attributes)) this.#hiddenAt = this.#depth;
    for (const attribute in attributes)
      this.#pieces.push(...attributeTexts(attribute, attributes[attribute] ?? '', this.#place('markup')));
    if (CODE.has(name)) this.#code = name;
    if (this.#depth > DEEPEST) return;
    if (name === 'table') this.#tables += 1;
    if (name === 'tr') this.#rows.push({ cells: [], table: this.#tables, at: line, isHidden: this.#hiddenAt !== null });
    if (name === 'td' || name === 'th') this.#rows.at(-1)?.cells.push('');
  }

  text(words: string, line: string): void {
    if (this.#text === '') this.#line = line;
    this.#text += words;
  }

  aside(words: string, origin: TextOrigin, line: string): void {
    this.#pieces.push({ text: words, origin, place: { ...this.#place('markup'), at: line } });
  }

  close(name: string): void {
    if (this.#isLine(name)) this.#endText();
    if (this.#hiddenAt === this.#depth) this.#hiddenAt = null;
    this.#depth -= 1;
    if (name === this.#code) this.#code = null;
    if (name === 'tr') this.#endRow();
  }

  end(): Piece[] {
    this.#endText();
    while (this.#rows.length > 0) this.#endRow();
    return this.#pieces;
  }

  #place(kind: TextPlace['kind']): TextPlace {
    return { kind, part: '', at: this.#line, ...(this.#hiddenAt !== null && { isHidden: true }) };
  }

  #endText(): void {
    const words = this.#text;
    this.#text = '';
    if (words.trim() === '') return;
    const row = this.#rows.at(-1);
    const last = (row?.cells.length ?? 0) - 1;
    if (this.#code !== null) this.#pieces.push({ text: words, origin: 'machine', place: this.#place('markup') });
    else if (row && last >= 0 && this.#hiddenAt === null)
      row.cells[last] += (row.cells[last] === '' ? '' : '\n') + words;
    else this.#pieces.push({ text: words, origin: 'written', place: this.#place('line') });
  }

  #endRow(): void {
    const row = this.#rows.pop();
    if (!row?.cells.some((words) => words !== '')) return;
    const cells = row.cells.map((words, index): CellText => {
      const at = `${row.at}:${index + 1}`;
      return {
        text: words,
        isNumber: false,
        place: { kind: 'line', part: '', at, ...(row.isHidden && { isHidden: true }) },
      };
    });
    this.#pieces.push({ cells, table: `table ${row.table}` });
  }
}

function isHidden(name: string, attributes: Readonly<Record<string, string>>): boolean {
  const { style = '', hidden, type } = attributes;
  return (
    hidden !== undefined ||
    (name === 'input' && type === 'hidden') ||
    ['template', 'noscript'].includes(name) ||
    /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])/i.test(style)
  );
}

function attributeTexts(attribute: string, value: string, place: TextPlace): Piece[] {
  if (value.length < 7) return [];
  const at = { ...place, at: `${place.at} ${attribute}` };
  const [, data] = /^\s*data:(?:image|audio|video|font)\/[^,]*,/i.exec(value) ? [null, true] : [];
  if (data) return [{ unseen: 'picture', name: `${place.at} ${attribute}` }];
  const pieces: Piece[] = [{ text: value, origin: WRITTEN.test(attribute) ? 'written' : 'machine', place: at }];
  if (!/%[\da-f]{2}/i.test(value)) return pieces;
  try {
    return [...pieces, { text: decodeURIComponent(value), origin: 'machine', place: at }];
  } catch {
    return pieces;
  }
}

/** The line, from 1, of places that come one after the other. */
function lineCounter(page: string): (index: number) => string {
  let line = 1;
  let from = 0;
  return (index) => {
    for (let at = page.indexOf('\n', from); at >= 0 && at < index; at = page.indexOf('\n', from)) {
      line += 1;
      from = at + 1;
    }
    return String(line);
  };
}
