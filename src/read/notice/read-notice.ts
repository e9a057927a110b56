import type { NoticeLine, NoticeText } from '../../domain/notice/notice-line.ts';
import { type ForeignKind, InvalidInput } from '../../domain/problem.ts';
import { invalidFile } from '../../file/fault.ts';
import { fileKind } from '../../file/kind.ts';
import type { Archive } from '../../workbook/read/archive.ts';
import { bytesOf } from '../pipes.ts';
import { isCampaign, textKind } from '../text-kind.ts';
import { noticeBytes } from './notice-bytes.ts';
import { decodedText, textLines } from './text-lines.ts';

/** A text of more lines is no notice. */
const MOST_LINES = 200_000;
/** Numbers in a megabyte of nothing else; a notice of a whole province has some hundreds. */
const MOST_NUMBERS = 80_000;

/**
 * Reads the lines of a document, known by its bytes whatever it is called: text, Markdown, a web page, .docx, .doc, PDF.
 * @throws InvalidInput when it can't be read, or is nothing of the kind.
 */
export async function readNotice(path: string): Promise<NoticeText> {
  const bytes = noticeBytes(path);
  const { lines, pictures } = await textOf(path, bytes);
  const numbers = lines.reduce((sum, { text }) => sum + (text.match(/\d+/g)?.length ?? 0), 0);
  if (lines.length > MOST_LINES || numbers > MOST_NUMBERS) throw invalidFile(path, 'notice-too-long', {});
  if (lines.every(({ text }) => text.trim() === '')) throw invalidFile(path, 'file-empty', {});
  return { lines, pictures };
}

async function textOf(path: string, bytes: Uint8Array): Promise<NoticeText> {
  const kind = fileKind(bytes);
  if (kind === 'pdf' || kind === 'compound') {
    const { foreignLines } = await import('./foreign-lines.ts');
    return foreignLines(path, kind === 'pdf' ? 'pdf' : 'doc');
  }
  return { lines: await linesOf(path, bytes, kind), pictures: [] };
}

async function linesOf(
  path: string,
  bytes: Uint8Array,
  kind: Exclude<ReturnType<typeof fileKind>, 'pdf' | 'compound'>,
): Promise<NoticeLine[]> {
  if (kind === 'zip') return fromArchive(path);
  if (kind === 'biff' || kind === 'parquet' || kind === 'archive')
    throw invalidFile(path, 'notice-foreign', { kind: null });
  if (kind !== null) throw invalidFile(path, 'notice-foreign', { kind });
  const text = decodedText(bytes);
  if (isBinary(text)) throw invalidFile(path, 'file-binary', {});
  if (isCampaign(text)) throw invalidFile(path, 'notice-foreign', { kind: 'campaign' });
  const markup = textKind(text.slice(0, 16_384));
  if (markup === 'web-page' || markup === 'mhtml') {
    const { pageLines } = await import('./page-lines.ts');
    return pageLines(text);
  }
  if (markup !== null) throw invalidFile(path, 'notice-foreign', { kind: markup === 'mail' ? 'mail' : 'xml' });
  return textLines(text);
}

/** Bytes that no encoding of texts makes sense of. */
function isBinary(text: string): boolean {
  const head = text.slice(0, 65_536);
  const strange = head.match(/(?!\s)\p{Cc}|\ufffd/gu)?.length ?? 0;
  return strange * 20 > head.length;
}

async function fromArchive(path: string): Promise<NoticeLine[]> {
  const { Archive } = await import('../../workbook/read/archive.ts');
  const { zipKind } = await import('../../workbook/read/zip-kind.ts');
  const archive = await Archive.open(bytesOf(path)).catch(() => {
    throw invalidFile(path, 'notice-damaged', { kind: 'docx' });
  });
  try {
    const kind = await zipKind(archive);
    if (kind === 'document' && archive.has('word/document.xml')) return await fromDocx(path, archive);
    throw invalidFile(path, 'notice-foreign', { kind: foreignKindOf(kind) });
  } finally {
    await archive.close();
  }
}

/** A document's faults are a workbook's, but for what they are called. */
async function fromDocx(path: string, archive: Archive): Promise<NoticeLine[]> {
  try {
    const { docxLines } = await import('./docx-lines.ts');
    return await docxLines(archive);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const codes = error.problems.map(({ code }) => code);
    if (codes.includes('workbook-encrypted')) throw invalidFile(path, 'notice-encrypted', {});
    if (codes.includes('workbook-too-large')) throw invalidFile(path, 'notice-too-long', {});
    throw invalidFile(path, 'notice-damaged', { kind: 'docx' });
  }
}

const foreignKindOf = (kind: ForeignKind | 'xlsx' | 'ods' | 'archive'): ForeignKind | null =>
  kind === 'xlsx' || kind === 'ods' || kind === 'archive' ? null : kind;
