import './no-canvas.ts';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import type { Foreign, ForeignLine } from './foreign.ts';

/** A notice has 10 pages, a yearbook 1,000. */
const MOST_PAGES = 500;
const LONGEST = 4_000_000;

interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The lines of a PDF in the order of its pages, each line from left to right. */
export async function pdfLines(bytes: Uint8Array, characterMaps: string): Promise<Foreign> {
  Object.assign(globalThis, { pdfjsWorker: worker }); // else it looks for a file of its own
  const document = await getDocument({
    data: bytes,
    cMapUrl: characterMaps,
    cMapPacked: true,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
  if (document.numPages > MOST_PAGES) return 'too-long';
  const lines: ForeignLine[] = [];
  const pictures: number[] = [];
  let length = 0;
  for (let at = 1; at <= document.numPages; at += 1) {
    const page = await document.getPage(at);
    const { items } = await page.getTextContent();
    const pieces = items.flatMap((item): Piece[] => {
      if (!('str' in item) || item.str === '') return [];
      const [, , , , x = 0, y = 0] = item.transform as number[];
      return [{ text: item.str, x, y, width: item.width, height: item.height || 10 }];
    });
    const own = inLines(pieces);
    if (own.length === 0) pictures.push(at);
    const left = Math.min(...own.map(([first]) => first?.x ?? 0));
    for (const row of own) {
      const text = row.map((piece, index) => gapBefore(row[index - 1], piece) + piece.text).join('');
      length += text.length;
      lines.push({ text, at, width: reachOf(row, left) });
    }
    if (length > LONGEST) return 'too-long';
    page.cleanup();
  }
  const pages = document.numPages;
  await document.destroy();
  return { lines: withoutRunningHeads(lines, pages), pictures, pages };
}

/** Pieces of one height on the page are a line, however the file orders them; each from left to right. */
function inLines(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of pieces.filter(({ text }) => text.trim() !== '')) {
    const row = rows.findLast(
      ([first]) => first && Math.abs(first.y - piece.y) < Math.max(first.height, piece.height) * 0.5,
    );
    if (row) row.push(piece);
    else rows.push([piece]);
  }
  return rows.toSorted(([a], [b]) => (b?.y ?? 0) - (a?.y ?? 0)).map((row) => row.toSorted((a, b) => a.x - b.x));
}

/** Where a line ends, counted in half-widths of its type from the left of the page's text. */
function reachOf(row: readonly Piece[], left: number): number {
  const last = row.at(-1);
  return last ? Math.round(((last.x + last.width - left) * 2) / last.height) : 0;
}

/** What stands far apart is in two cells; a little apart, in two words. */
function gapBefore(before: Piece | undefined, piece: Piece): string {
  if (!before) return '';
  const gap = piece.x - before.x - before.width;
  if (gap > piece.height * 2.5) return '\t';
  return gap > piece.height * 0.25 ? ' ' : '';
}

/** What stands first or last on most pages is a running head. */
function withoutRunningHeads(lines: readonly ForeignLine[], pages: number): ForeignLine[] {
  if (pages < 3) return [...lines];
  const edges = new Map<string, number>();
  const edgeOf = (line: ForeignLine, index: number) =>
    lines[index - 1]?.at !== line.at || lines[index + 1]?.at !== line.at;
  const key = ({ text }: ForeignLine) => text.replace(/\s/g, '');
  for (const [index, line] of lines.entries())
    if (edgeOf(line, index) && /\D{3}/.test(key(line))) edges.set(key(line), (edges.get(key(line)) ?? 0) + 1);
  return lines.filter(
    (line, index) => !(edgeOf(line, index) && (edges.get(key(line)) ?? 0) * 2 > pages && !/\d/.test(key(line))),
  );
}
