import stringWidth from 'fast-string-width';

/** Columns that text takes in a terminal; a Chinese character takes two. */
export function width(text: string): number {
  let columns = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 0x20 && code <= 0x7e) columns += 1;
    else if (
      (code >= 0x4e00 && code <= 0x9fff) ||
      (code >= 0x3001 && code <= 0x3029) ||
      (code >= 0xff01 && code <= 0xff60)
    )
      columns += 2;
    else return stringWidth(text); // anything but ASCII, Chinese characters and their punctuation is the library's to judge
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
