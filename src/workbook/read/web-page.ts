import { readFile, stat } from 'node:fs/promises';
import { sniffEncoding } from '../../file/encoding.ts';
import { invalidFile } from '../../file/fault.ts';
import { pagesIn } from './mhtml.ts';
import { type PageTable, tablesOf } from './page-tables.ts';
import { BATCH, type Merge, type SheetInfo, type SheetRow, type Workbook } from './workbook.ts';

/** A page of 200,000 rows has some 100 MB; it is read into memory as a whole. */
const LARGEST = 128 * 1024 * 1024;

/**
 * Opens a web page, as web systems export lists under the ending .xls, or several in one file (.mht, as Excel saves a workbook).
 * SheetJS, which reads them too, loses what stands in cells that are not closed, in tables within tables, and characters that are
 * written as numbers: so a page is read where it leaves no doubt, else refused.
 * @throws InvalidInput when it has no table, or one that is not written plainly.
 */
export async function openWebPage(path: string, format: 'html' | 'mhtml'): Promise<Workbook> {
  const { size } = await stat(path);
  if (size > LARGEST) throw invalidFile(path, 'workbook-too-large', { limit: LARGEST });
  const bytes = await readFile(path);
  const pages = format === 'mhtml' ? pagesIn(bytes) : [bytes];
  const tables = pages.map((page) => tablesOf(textOf(page)));
  if (tables.includes(null)) throw invalidFile(path, 'list-page-irregular', {});
  const all = tables.flatMap((each) => each ?? []).filter(({ rows }) => rows.length > 0);
  if (all.length === 0) throw invalidFile(path, 'list-foreign', { kind: 'web-page' });
  return new PageWorkbook(all, format);
}

/** The page in the encoding that its bytes show, where it does not name one. */
function textOf(bytes: Uint8Array): string {
  const sniffed = sniffEncoding(bytes, true);
  const named = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(Buffer.from(bytes.subarray(0, 2048)).toString('latin1'))?.[1];
  const isMarked = bytes[0] === 0xef || bytes[0] === 0xff || bytes[0] === 0xfe;
  try {
    return new TextDecoder(
      named && !isMarked && sniffed !== 'utf-8' && !sniffed.startsWith('utf-16') ? named : sniffed,
    ).decode(bytes);
  } catch {
    return new TextDecoder(sniffed).decode(bytes);
  }
}

class PageWorkbook implements Workbook {
  readonly format: 'html' | 'mhtml';
  readonly sheets: readonly SheetInfo[];
  readonly #tables: readonly PageTable[];

  constructor(tables: readonly PageTable[], format: 'html' | 'mhtml') {
    this.format = format;
    this.#tables = tables;
    this.sheets = tables.map((_, index) => ({ name: String(index + 1), hidden: false }));
  }

  async merges(sheet: number): Promise<readonly Merge[]> {
    return this.#tables[sheet]?.merges ?? [];
  }

  async *rows(sheet: number): AsyncGenerator<readonly SheetRow[]> {
    const rows = this.#tables[sheet]?.rows ?? [];
    for (let from = 0; from < rows.length; from += BATCH) yield rows.slice(from, from + BATCH);
  }

  async close(): Promise<void> {}
}
