import type { NoticeLine } from '../../domain/notice/notice-line.ts';
import { sniffEncoding } from '../../file/encoding.ts';

/** A text file's characters, in whichever of the encodings that Chinese documents come in. */
export function decodedText(bytes: Uint8Array): string {
  return new TextDecoder(sniffEncoding(bytes, true)).decode(bytes);
}

const MARKED = /^ {0,3}(#{1,6})[ \t]+(.*?)#*\s*$/;
const ROW = /^\s*\|(.*)\|\s*$/;

/** The lines of a text, or of Markdown: its headings, and its tables as rows. */
export function textLines(text: string): NoticeLine[] {
  return text.split(/\r\n|\r|\n|\f|\u2028|\u2029/).flatMap((line, index): NoticeLine[] => {
    const spot = { unit: 'line', at: index + 1 } as const;
    const [, marks, heading] = MARKED.exec(line) ?? [];
    if (marks && heading) return [{ text: plain(heading), spot, heading: marks.length }];
    const row = ROW.exec(line)?.[1];
    if (row === undefined) return [{ text: plain(line), spot }];
    const cells = row.split('|').map((cell) => plain(cell.trim()));
    return cells.every((cell) => /^:?-*:?$/.test(cell)) ? [] : [{ text: cells.join('\t'), spot, cells }];
  });
}

/** Without the signs that Markdown puts around what is bold. */
const plain = (text: string) => text.replace(/\*\*([^*]+)\*\*/g, '$1').replace(/__([^_]+)__/g, '$1');
