import { type Folded, foldLine } from './fold.ts';
import { labelOf } from './label.ts';
import type { NoticeLine, Spot } from './notice-line.ts';
import { isOrganisation } from './organisation.ts';

/** A paragraph of a notice, put together from the lines that the page broke it into. */
export interface Paragraph extends Folded {
  /** Where each of its lines begins in `text`, and where that line stands in the file; in order, the first at 0. */
  readonly spots: readonly { readonly from: number; readonly spot: Spot }[];
  readonly heading?: number;
  readonly cells?: readonly string[];
}

interface Line extends Folded {
  readonly line: NoticeLine;
  /** Half-widths that it takes on the page. */
  readonly width: number;
}

const ENDS = /[。！？；：;:!?…]["”’'」』)）】]*$/;
/** A line without a full stop that is longer than a heading, and has a clause in it. */
const LONG = 50;

/** Puts lines together that are one paragraph. Blank lines tell nothing: some files have one below each line. */
export function paragraphsOf(lines: readonly NoticeLine[]): Paragraph[] {
  const kept = lines
    .map((line): Line => {
      const folded = foldLine(line.text);
      return { ...folded, line, width: line.width ?? widthOf(line.text.trim()) };
    })
    .filter(({ text }) => text !== '');
  const full = pageWidth(kept);
  const paragraphs: Paragraph[] = [];
  let open: Line[] = [];
  for (const [index, line] of kept.entries()) {
    open.push(line);
    const next = kept[index + 1];
    // 给134位老人发26万元红包，…: a headline may be long and have a comma; what is below it is longer by far.
    const isHeadline = index === 0 && full === null && next !== undefined && next.width > line.width * 1.3;
    if (next && !isHeadline && goesOn(open, line, next, full)) continue;
    paragraphs.push(joined(open));
    open = [];
  }
  return paragraphs;
}

function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) width += sign <= '\u00ff' ? 1 : 2;
  return width;
}

/**
 * How wide the page is, where the lines are as a page broke them: then a good part of all that go on are of one width. Null where
 * each line is a paragraph.
 */
function pageWidth(lines: readonly Line[]): number | null {
  const widths = lines.filter(({ line }) => line.cells === undefined).map(({ width }) => width);
  const going = lines
    .filter(({ text, line }) => line.cells === undefined && !ENDS.test(text))
    .map(({ width }) => width);
  const ordered = going.toSorted((a, b) => a - b);
  const wide = ordered[Math.floor(ordered.length * 0.85)] ?? 0;
  const near = going.filter((width) => width >= wide - 5 && width <= wide + 3).length;
  const longest = Math.max(0, ...widths);
  const isPage = wide >= 30 && near >= 4 && near >= going.length * 0.35 && longest <= wide + 12;
  return isPage ? wide : null;
}

function goesOn(open: readonly Line[], line: Line, next: Line, full: number | null): boolean {
  if (line.line.cells || next.line.cells) return false;
  if (line.line.heading !== undefined || next.line.heading !== undefined) return false;
  if (isAlone(line.text) || isAlone(next.text)) return false;
  if (labelOf(next.text)) return false;
  if (isUnclosed(open) && !ENDS.test(line.text)) return true;
  // A line that fills the page may end with a sentence by chance; what goes on is at worst a paragraph of the same section.
  if (ENDS.test(line.text))
    return full !== null && line.width >= full && !/[：:]$/.test(line.text) && !isOrganisation(next.text);
  if (full !== null) return line.width >= full - 5;
  return line.width >= LONG && /[，,、]/.test(line.text);
}

/** A page's number, or a line of rules. */
const isAlone = (text: string) => /^[-—–·_=*\s]*\d{0,4}[-—–·_=*\s]*$/.test(text);

/** Has what was gathered a bracket, a quotation or a title that nothing has closed yet? */
function isUnclosed(lines: readonly Line[]): boolean {
  const text = lines.map((each) => each.text).join('');
  if (text.length > 400) return false;
  const count = (signs: RegExp) => text.match(signs)?.length ?? 0;
  return count(/“/g) > count(/”/g) || count(/《/g) > count(/》/g) || count(/\(/g) > count(/\)/g);
}

function joined(lines: readonly Line[]): Paragraph {
  let printed = '';
  let text = '';
  const spots: { from: number; spot: Spot }[] = [];
  for (const line of lines) {
    // A number that the end of a line cuts may be one number or two: the blank leaves it unread.
    if (/\d$/.test(text) && /^\d/.test(line.text)) {
      printed += ' ';
      text += ' ';
    }
    spots.push({ from: text.length, spot: line.line.spot });
    printed += line.printed;
    text += line.text;
  }
  const { heading, cells } = lines[0]?.line ?? {};
  // The cells of a row say one thing together, as the clauses of a sentence do.
  if (cells) {
    printed = printed.replaceAll('\t', '，');
    text = text.replaceAll('\t', '，');
  }
  return { printed, text, spots, ...(heading !== undefined && { heading }), ...(cells && { cells }) };
}

/** Where a place in a paragraph's text stands in the file. */
export function spotAt({ spots }: Paragraph, offset: number): Spot {
  const found = spots.findLast(({ from }) => from <= offset) ?? spots[0];
  if (!found) throw new RangeError('a paragraph without lines');
  return found.spot;
}
