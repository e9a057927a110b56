import '../notice/no-canvas.ts';
import { inflateSync } from 'node:zlib';
import {
  getDocument,
  OPS,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as worker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import type { PlaceKind } from '../../domain/published/text-place.ts';
import type { ForeignTexts } from './foreign-texts.ts';
import type { Piece } from './piece.ts';
import { rawTexts } from './raw-texts.ts';

/**
 * The texts of a PDF: of its pages, remarks and forms, properties, bookmarks, and of every stream, also of what was changed later
 * and is still there. Pages and parts of pages that are pictures are told.
 */
export async function pdfTexts(bytes: Buffer, characterMaps: string): Promise<ForeignTexts> {
  Object.assign(globalThis, { pdfjsWorker: worker }); // else it looks for a file of its own
  const document = await getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: characterMaps,
    cMapPacked: true,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
  const pieces: Piece[] = [];
  for (let at = 1; at <= document.numPages; at += 1) {
    const page = await document.getPage(at);
    pieces.push(...(await pageTexts(page, at)));
    page.cleanup();
  }
  pieces.push(...(await aroundPages(document)), ...streamTexts(bytes));
  const attached = (await document.getAttachments()) as Record<
    string,
    { filename: string; content: Uint8Array }
  > | null;
  const embedded = Object.values(attached ?? {}).map(({ filename, content }) => ({ name: filename, bytes: content }));
  await document.destroy();
  return { pieces, embedded };
}

async function pageTexts(page: PDFPageProxy, at: number): Promise<Piece[]> {
  const pieces: Piece[] = [];
  const add = (text: unknown, kind: PlaceKind) => pieces.push(...textPieces(text, kind, String(at)));
  const { items } = await page.getTextContent();
  let cells: string[] = [''];
  let y: number | null = null;
  let end = 0;
  const endLine = () => {
    const place = { kind: 'page', part: '', at: String(at) } as const;
    if (cells.length > 1)
      pieces.push({ cells: cells.map((text) => ({ text, isNumber: false, place })), table: `page ${at}` });
    add(cells.join(' '), 'page');
    cells = [''];
  };
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [, , , , left = 0, bottom = 0] = item.transform as number[];
    const height = item.height || 10;
    if (y !== null && Math.abs(y - bottom) > height / 2) endLine();
    const gap = Math.abs(left - end);
    const last = cells.length - 1;
    if (cells[last] !== '' && gap > height * 2) cells.push(item.str);
    else cells[last] += (cells[last] !== '' && gap > height / 4 ? ' ' : '') + item.str;
    end = left + item.width;
    y = bottom;
  }
  endLine();
  for (const annotation of await page.getAnnotations()) add(annotation, 'comment');
  const { fnArray } = await page.getOperatorList();
  const pictures = fnArray.filter((code) => PICTURES.has(code)).length;
  if (pictures > 0) pieces.push({ unseen: 'picture', name: `page ${at}` });
  else if (pieces.length === 0) pieces.push({ unseen: 'page', name: String(at) });
  return pieces;
}
const PICTURES: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
]);

async function aroundPages(document: PDFDocumentProxy): Promise<Piece[]> {
  const { info, metadata } = await document.getMetadata();
  return [
    ...textPieces(info, 'property', ''),
    ...textPieces(metadata?.getRaw(), 'property', 'XMP'),
    ...textPieces(await document.getOutline(), 'link', ''),
    ...textPieces(await document.getFieldObjects(), 'field', ''),
    ...textPieces(await document.getJSActions(), 'field', ''),
    ...textPieces(await document.getPageLabels(), 'other', ''),
  ];
}

/** Every text in a record, however deep: what a library gives changes with its versions. */
function textPieces(value: unknown, kind: PlaceKind, at: string, depth = 0): Piece[] {
  if (typeof value === 'string')
    return value.trim() === '' ? [] : [{ text: value, origin: 'written', place: { kind, part: '', at } }];
  if (typeof value !== 'object' || value === null || depth > 8 || ArrayBuffer.isView(value)) return [];
  const all = value instanceof Map ? [...value.entries()].flat() : Object.values(value);
  return all.flatMap((each) => textPieces(each, kind, at, depth + 1));
}

/** Streams as they stand in the file, unpacked where that goes: what a program has replaced is often still there. */
function streamTexts(bytes: Buffer): Piece[] {
  const place = { kind: 'bytes', part: '' } as const;
  const pieces: Piece[] = [...rawTexts(bytes, place)];
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    if (bytes.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const start = at + (bytes[at + 6] === 13 ? 8 : 7);
    const end = bytes.indexOf('endstream', start);
    if (end < 0) break;
    try {
      pieces.push(...rawTexts(inflateSync(bytes.subarray(start, end), { maxOutputLength: LARGEST_STREAM }), place));
    } catch {
      // Not packed, or packed in another way.
    }
  }
  return pieces;
}
const LARGEST_STREAM = 64 * 1024 * 1024;
