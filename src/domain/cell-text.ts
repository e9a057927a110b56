/**
 * No cell that means a number, a day or a name is longer. A longer one is left as it stands, since Unicode's canonical
 * ordering takes quadratic time over a run of combining marks.
 */
export const LONGEST_CELL = 1000;

/**
 * What stands for a cell whose formula was never computed: nothing, to every reader, since it shows nothing; but not to whoever
 * asks for it.
 */
export const UNCOMPUTED = '\u0011';

/** Visible ASCII and common Chinese characters, which NFKC leaves as they are: nearly every cell. */
const FOLDED = /^[!-~\u4e00-\u9fa5]*$/;
/** Zero-width and other characters that show nothing, control characters, and halves of surrogate pairs. */
const HIDDEN = /[\p{Default_Ignorable_Code_Point}\p{Cs}]|(?!\s)\p{Cc}/gu;
const QUOTES = '\'"`‘’“”′ʼ';

/** A cell in NFKC, so that full-width digits are digits, without the characters that show nothing. */
export function foldCell(cell: string): string {
  if (cell.length > LONGEST_CELL || FOLDED.test(cell)) return cell;
  return cell.replace(HIDDEN, '').normalize('NFKC');
}

/** A folded cell without any whitespace. */
export function compactCell(cell: string): string {
  if (FOLDED.test(cell)) return cell;
  const text = foldCell(cell);
  const compact = text.replace(/\s+/g, '');
  return compact.length === text.length || cell.length > LONGEST_CELL ? compact : compact.normalize('NFKC');
}

/**
 * Text without what spreadsheets and their exports put around it to keep it text: an apostrophe before it, `="…"`,
 * quotation marks of any kind, spaces.
 */
export function unwrapped(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && (text[start] === '=' || isWrapping(text[start]))) start += 1;
  while (end > start && isWrapping(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

function isWrapping(character = ''): boolean {
  return QUOTES.includes(character) || character.trim() === '';
}

const NOTHING_WORDS = new Set(['无', '没有', '暂无', '空', 'N/A', 'NULL', 'NONE']);
const STROKES = /^[-‐–—―−/\\]*$/;

/** Whether a cell's text is blank or one of the marks that people put where there is nothing: `-`, `—`, `/`, 无. */
export function saysNothing(text: string): boolean {
  return STROKES.test(text) || NOTHING_WORDS.has(text) || NOTHING_WORDS.has(text.toUpperCase());
}
