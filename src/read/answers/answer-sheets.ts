import { readFileSync } from 'node:fs';
import { type Options, parse } from 'csv-parse/sync';
import { sha256 } from '../../file/bytes.ts';
import { sniffEncoding } from '../../file/encoding.ts';
import { fileFault, invalidFile } from '../../file/fault.ts';
import { archiveName, fileKind, MAGIC_BYTES } from '../../file/kind.ts';
import type { Merge, SheetRow, Workbook } from '../../workbook/read/workbook.ts';
import { LENIENT } from '../list/csv-dialect.ts';
import { bytesOf } from '../pipes.ts';
import { textKind } from '../text-kind.ts';
import { watched } from '../unchanged.ts';

/** A sheet that came back, as it stands there. */
export interface AnswerSheet {
  readonly file: string;
  /** Null of a text file, which has only one. */
  readonly sheet: string | null;
  readonly rows: readonly Pick<SheetRow, 'row' | 'cells'>[];
  readonly merges: readonly Merge[];
}

/** Answers are small: what is larger is something else. */
const LARGEST = 200 << 20;
/** So much of a text tells what kind it is. */
const TEXT_BYTES = 16 << 10;

/**
 * Every sheet of a file that came back, hidden ones too, whatever it was saved as.
 * @throws InvalidInput where it can't be read, or holds no sheets.
 */
export async function readAnswerSheets(file: string): Promise<AnswerSheet[]> {
  const path = bytesOf(file);
  try {
    const isUnchanged = watched(file, path);
    const bytes = readFileSync(path);
    if (bytes.length > LARGEST) throw invalidFile(file, 'file-too-large', { limit: LARGEST });
    if (bytes.length === 0) throw invalidFile(file, 'file-empty', {});
    const workbook = await workbookIn(file, path, bytes);
    const sheets = workbook ? await sheetsOf(file, workbook) : [textSheet(file, bytes)];
    isUnchanged(sha256(bytes));
    return sheets;
  } catch (error) {
    throw fileFault(file, error);
  }
}

/** The workbook that a file is; null of a text with something between its cells. */
async function workbookIn(file: string, path: string, bytes: Uint8Array): Promise<Workbook | null> {
  const kind = fileKind(bytes.subarray(0, MAGIC_BYTES));
  if (kind === 'zip') return (await import('../../workbook/read/zip.ts')).openZip(path);
  if (kind === 'compound' || kind === 'biff') return (await import('../../workbook/read/xls.ts')).openXls(path);
  if (kind === 'archive') throw invalidFile(file, 'archive-not-supported', { kind: archiveName(bytes) ?? '' });
  if (kind !== null) throw invalidFile(file, 'list-foreign', { kind: kind === 'parquet' ? 'database' : kind });
  const head = bytes.subarray(0, TEXT_BYTES);
  const markup = textKind(new TextDecoder(sniffEncoding(head, bytes.length <= TEXT_BYTES)).decode(head));
  switch (markup) {
    case null:
      return null;
    case 'web-page':
    case 'mhtml':
      return (await import('../../workbook/read/web-page.ts')).openWebPage(path, markup === 'mhtml' ? markup : 'html');
    case 'xml-2003':
      return (await import('../../workbook/read/xml-2003.ts')).openXml2003(path);
    case 'flat-ods':
      return (await import('../../workbook/read/ods.ts')).openFlatOds(path);
    default:
      throw invalidFile(file, 'list-foreign', { kind: markup });
  }
}

async function sheetsOf(file: string, workbook: Workbook): Promise<AnswerSheet[]> {
  try {
    const sheets: AnswerSheet[] = [];
    for (const [index, { name }] of workbook.sheets.entries()) {
      const rows: SheetRow[] = [];
      for await (const batch of workbook.rows(index)) rows.push(...batch);
      sheets.push({ file, sheet: name, rows, merges: await workbook.merges(index) });
    }
    return sheets;
  } finally {
    await workbook.close();
  }
}

const DELIMITERS = [',', '\t', ';', '|'];

function textSheet(file: string, bytes: Uint8Array): AnswerSheet {
  const text = new TextDecoder(sniffEncoding(bytes, true)).decode(bytes);
  const widthWith = (delimiter: string) => text.split(delimiter).length;
  const delimiter = DELIMITERS.reduce((best, next) => (widthWith(next) > widthWith(best) ? next : best));
  const options: Options = { ...LENIENT, delimiter };
  let records: string[][];
  try {
    records = parse(text, options) as unknown as string[][];
  } catch {
    records = parse(text, { ...options, quote: false }) as unknown as string[][]; // a quote that never closes
  }
  return { file, sheet: null, rows: records.map((cells, index) => ({ row: index + 1, cells })), merges: [] };
}
