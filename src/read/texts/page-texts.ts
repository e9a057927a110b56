import { Parser } from 'htmlparser2';
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
  isHidden: boolean;
}

/** Elements of a page that stand in a line. */
const INLINE = new Set('a b i u s em strong span font small sub sup mark code wbr'.split(' '));

/**
 * Everything in the source of a web page: what it shows, what it hides, attributes, remarks and scripts, by lines of the source.
 * Elements of `xml` that is no page are texts of their own.
 */
export function pageTexts(page: string, { xml = false } = {}): Piece[] {
  const isLine = (name: string) => LINES.has(name) || (xml && !INLINE.has(name));
  const pieces: Piece[] = [];
  const rows: OpenRow[] = [];
  let text = '';
  let tables = 0;
  let depth = 0;
  let hiddenAt: number | null = null;
  let code: string | null = null;
  const lineAt = lineCounter(page);
  let line = '1';
  const place = (kind: TextPlace['kind']): TextPlace => ({
    kind,
    part: '',
    at: line,
    ...(hiddenAt !== null && { isHidden: true }),
  });
  const end = () => {
    const words = text;
    text = '';
    if (words.trim() === '') return;
    const row = rows.at(-1);
    const last = (row?.cells.length ?? 0) - 1;
    if (code !== null) pieces.push({ text: words, origin: 'machine', place: place('markup') });
    else if (row && last >= 0 && hiddenAt === null) row.cells[last] += (row.cells[last] === '' ? '' : '\n') + words;
    else pieces.push({ text: words, origin: 'written', place: place('line') });
  };
  const endRow = () => {
    const row = rows.pop();
    if (!row) return;
    const cells = row.cells.map(
      (words, index): CellText => ({
        text: words,
        isNumber: false,
        place: { kind: 'line', part: '', at: `${row.at}:${index + 1}`, ...(row.isHidden && { isHidden: true }) },
      }),
    );
    if (cells.some((cell) => cell.text !== '')) pieces.push({ cells, table: `table ${row.table}` });
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        line = lineAt(parser.startIndex);
        depth += 1;
        if (isLine(name)) end();
        if (hiddenAt === null && isHidden(name, attributes)) hiddenAt = depth;
        for (const attribute in attributes)
          pieces.push(...attributeTexts(attribute, attributes[attribute] ?? '', place('markup')));
        if (CODE.has(name)) code = name;
        if (depth > DEEPEST) return;
        if (name === 'table') tables += 1;
        if (name === 'tr') rows.push({ cells: [], table: tables, at: line, isHidden: hiddenAt !== null });
        if (name === 'td' || name === 'th') rows.at(-1)?.cells.push('');
      },
      ontext(words) {
        if (text === '') line = lineAt(parser.startIndex);
        text += words;
      },
      oncomment(words) {
        line = lineAt(parser.startIndex);
        pieces.push({ text: words, origin: 'written', place: place('markup') });
      },
      onprocessinginstruction(_, words) {
        pieces.push({ text: words, origin: 'machine', place: place('markup') });
      },
      onclosetag(name) {
        if (isLine(name)) end();
        if (hiddenAt === depth) hiddenAt = null;
        depth -= 1;
        if (name === code) code = null;
        if (name === 'tr') endRow();
      },
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeCDATA: true },
  );
  parser.end(page);
  end();
  while (rows.length > 0) endRow();
  return pieces;
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
