import stringWidth from 'fast-string-width';

/** By UTF-16 unit, the columns of what nearly every text is of; 0 for what is the library's to judge, whose patterns are slow to compile. */
const COLUMNS = new Uint8Array(1 << 16);
for (const [first, last] of [
  [0x20, 0x7e],
  [0xa0, 0x2ff],
  [0x2010, 0x2027],
  [0x2200, 0x22ff],
  [0x2500, 0x257f],
] as const)
  COLUMNS.fill(1, first, last + 1);
for (const [first, last] of [
  [0x3001, 0x3029],
  [0x4e00, 0x9fff],
  [0xff01, 0xff60],
] as const)
  COLUMNS.fill(2, first, last + 1);

/** Columns that text takes in a terminal; a Chinese character takes two. */
export const width = (text: string): number => widthOf(text, 0, text.length);

/** The same of a part of a text, from one unit to before another. */
function widthOf(text: string, from: number, to: number): number {
  let columns = 0;
  for (let at = from; at < to; at += 1) {
    const taken = COLUMNS[text.charCodeAt(at)] ?? 0;
    if (taken === 0) return stringWidth(text.slice(from, to));
    columns += taken;
  }
  return columns;
}

/** Of what kind a sign is to whoever breaks lines. Words and numbers stay whole, with what stands in them. */
const WORD = 1;
const BLANK = 2;
/** Marks that must not begin a line, and those that must not end one (GB/T 15834-2011, 5.1). */
const NEVER_FIRST = 4;
const NEVER_LAST = 8;
const KINDS = new Uint8Array(1 << 16);
for (const [kind, signs] of [
  [WORD, '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_.,%-'],
  [
    BLANK,
    '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
  ],
  [NEVER_FIRST, '、，。；：？！）》〉】”’…—～,.;:?!)]}%'],
  [NEVER_LAST, '（《〈【“‘([{'],
] as const)
  for (const sign of signs) KINDS[sign.charCodeAt(0)] = (KINDS[sign.charCodeAt(0)] ?? 0) | kind;
const kindAt = (text: string, at: number) => KINDS[text.charCodeAt(at)] ?? 0;

/** Where a word ends, or a run of blanks; any other sign stands by itself. */
function endOfRun(text: string, from: number): number {
  const kind = kindAt(text, from) & (WORD | BLANK);
  let end = from + 1;
  if (kind) while (end < text.length && kindAt(text, end) & kind) end += 1;
  else if ((text.codePointAt(from) ?? 0) > 0xffff) end += 1;
  return end;
}

/** Where what must stay on one line ends: Chinese breaks anywhere but before a closing mark and behind an opening one. */
function endOfPiece(text: string, from: number): number {
  let end = endOfRun(text, from);
  while (end < text.length && (kindAt(text, end) & NEVER_FIRST || kindAt(text, end - 1) & NEVER_LAST))
    end = endOfRun(text, end);
  return end;
}

/** Breaks text into lines of at most `most` columns (at least 2). What is longer than a line is broken where it must be. */
export function wrap(text: string, most: number): string[] {
  if (width(text) <= most) return [text];
  const lines: string[] = [];
  let start = 0;
  let used = 0;
  for (let from = 0, end = 0; from < text.length; from = end) {
    end = endOfPiece(text, from);
    const taken = widthOf(text, from, end);
    if (used + taken <= most) {
      used += taken;
      continue;
    }
    const line = text.slice(start, from).trimEnd();
    if (line !== '') lines.push(line);
    start = from;
    while (start < end && kindAt(text, start) & BLANK) start += 1;
    used = widthOf(text, start, end);
    while (used > most) {
      const head = fitting(text.slice(start, end), most);
      lines.push(head);
      start += head.length;
      used = widthOf(text, start, end);
    }
  }
  const line = text.slice(start).trimEnd();
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

function fitting(text: string, most: number): string {
  let head = '';
  for (const character of text) {
    if (head !== '' && width(head + character) > most) break;
    head += character;
  }
  return head;
}
