import { open } from 'node:fs/promises';
import type { CellObject, WorkSheet } from '@e965/xlsx';
import { invalidFile } from '../../file/fault.ts';
import { fileKind, MAGIC_BYTES } from '../../file/kind.ts';
import { isDateFormat, isDateFormatId } from './date-format.ts';
import { damaged, inSheet, unreadable } from './fault.ts';
import { numberText } from './number-text.ts';
import { parseXls } from './parse-xls.ts';
import { serialDate } from './serial-date.ts';
import { BATCH, type Merge, type SheetInfo, type SheetRow, type Workbook } from './workbook.ts';
import type { Parsed } from './xls-process.ts';

/** A full sheet of 65,536 rows with a dozen columns has some 20 MB; the file is read as a whole. */
const LARGEST = 128 * 1024 * 1024;
/** BIFF has columns A to IV. */
const LAST_XLS_COLUMN = 255;

/**
 * Opens an .xls file (Excel 5 to 2003, WPS), which is read into memory at once by SheetJS.
 * @throws InvalidInput when it is missing, damaged, encrypted (an encrypted .xlsx too: it has the same wrapping) or no
 * workbook.
 */
export async function openXls(path: string): Promise<Workbook> {
  await admit(path);
  return new XlsWorkbook(path, await parse(path));
}

/** What is not there, too large or something else is told before any process is started for it. */
async function admit(path: string): Promise<void> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size > LARGEST) throw invalidFile(path, 'workbook-too-large', { limit: LARGEST });
      const { buffer } = await file.read(new Uint8Array(MAGIC_BYTES), 0, MAGIC_BYTES, 0);
      if (!['compound', 'biff'].includes(fileKind(buffer) ?? ''))
        throw invalidFile(path, 'workbook-not-a-workbook', {});
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(path, error, 'xls');
  }
}

async function parse(path: string): Promise<Book> {
  const parsed = await parseXls(path);
  if (parsed === 'encrypted') throw invalidFile(path, 'workbook-encrypted', {});
  if (parsed === 'not-a-workbook') throw invalidFile(path, 'workbook-not-a-workbook', {});
  if (parsed === 'damaged') throw damaged(path, 'xls');
  if (typeof parsed === 'string') throw invalidFile(path, 'list-foreign', { kind: parsed });
  return parsed;
}
type Book = Exclude<Parsed, string>;

class XlsWorkbook implements Workbook {
  readonly format = 'xls';
  readonly sheets: readonly (SheetInfo & { readonly sheet: WorkSheet })[];
  readonly #path: string;
  readonly #from1904: boolean;

  constructor(path: string, { SheetNames, Sheets, Workbook }: Book) {
    this.#path = path;
    this.#from1904 = Workbook?.WBProps?.date1904 === true;
    this.sheets = SheetNames.flatMap((name, index) => {
      const sheet = Sheets[name];
      const isList = sheet !== undefined && (sheet['!type'] ?? 'sheet') === 'sheet';
      return isList ? [{ name, hidden: (Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0, sheet }] : [];
    });
  }

  async merges(index: number): Promise<readonly Merge[]> {
    return (this.#sheet(index).sheet['!merges'] ?? []).map(({ s, e }) => ({
      top: s.r + 1,
      left: s.c,
      bottom: e.r + 1,
      right: e.c,
    }));
  }

  async *rows(index: number): AsyncGenerator<readonly SheetRow[]> {
    const { sheet, name } = this.#sheet(index);
    const data = sheet['!data'] ?? [];
    const looks = sheet['!rows'] ?? [];
    let batch: SheetRow[] = [];
    for (let row = 0; row < Math.max(data.length, looks.length); row++) {
      const hidden = looks[row]?.hidden === true;
      const cells = data[row];
      if (!cells && !hidden) continue;
      if (cells && cells.length > LAST_XLS_COLUMN + 1) throw inSheet(damaged(this.#path, 'reference'), name);
      batch.push({ row: row + 1, hidden, cells: textsOf(cells ?? [], this.#from1904) });
      if (batch.length < BATCH) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }

  async close(): Promise<void> {}

  #sheet(index: number): XlsWorkbook['sheets'][number] {
    const sheet = this.sheets[index];
    if (!sheet) throw new RangeError(`sheet ${index} of ${this.sheets.length}`);
    return sheet;
  }
}

function textsOf(cells: readonly (CellObject | undefined)[], from1904: boolean): string[] {
  const texts = Array.from(cells, (cell) => (cell ? textOf(cell, from1904) : ''));
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
}

function textOf({ t, v, z }: CellObject, from1904: boolean): string {
  if (t === 'z' || v === undefined) return '';
  if (t === 'e') return ERRORS[Number(v)] ?? '#N/A';
  if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE';
  if (typeof v !== 'number') return String(v);
  const isDate = typeof z === 'number' ? isDateFormatId(z) : isDateFormat(z ?? '');
  return (isDate ? serialDate(v, from1904) : null) ?? numberText(v);
}

/** [MS-XLS] 2.5.10, BErr. */
const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};
