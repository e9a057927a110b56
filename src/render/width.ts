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
export function width(text: string): number {
  let columns = 0;
  for (let index = 0; index < text.length; index += 1) {
    const taken = COLUMNS[text.charCodeAt(index)] ?? 0;
    if (taken === 0) return stringWidth(text);
    columns += taken;
  }
  return columns;
}

/** Marks that must not begin a line, and those that must not end one (GB/T 15834-2011, 5.1). */
const NEVER_FIRST = new Set('、，。；：？！）》〉】”’…—～,.;:?!)]}%');
const NEVER_LAST = new Set('（《〈【“‘([{');

/** What a line may be broken between: words and numbers stay whole, Chinese breaks anywhere but before a closing mark. */
function pieces(text: string): string[] {
  const found = text.match(/[\w.,%-]+|\s+|./gsu) ?? [];
  const joined: string[] = [];
  for (const piece of found) {
    const last = joined.at(-1);
    if (last !== undefined && (NEVER_FIRST.has(piece.charAt(0)) || NEVER_LAST.has(last.charAt(last.length - 1))))
      joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}

/** Breaks text into lines of at most `most` columns (at least 2). What is longer than a line is broken where it must be. */
export function wrap(text: string, most: number): string[] {
  if (width(text) <= most) return [text];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of pieces(text)) {
    const taken = width(piece);
    if (used + taken <= most) {
      line += piece;
      used += taken;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = piece.trimStart();
    used = width(line);
    while (used > most) {
      const head = fitting(line, most);
      lines.push(head);
      line = line.slice(head.length);
      used = width(line);
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
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
