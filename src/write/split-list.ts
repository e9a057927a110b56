import { createReadStream, createWriteStream, type Stats, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { sha256Of } from '../file/bytes.ts';
import { fileFault, invalidFile } from '../file/fault.ts';
import type { ListBytes, ListFile } from '../read/list/list-source.ts';
import type { TakenRows } from '../workbook/edit/carried.ts';
import type { WorkbookFormat } from '../workbook/read/workbook.ts';
import { cleanRows, isWhole, rowsAlone, type SheetToSplit } from './split.ts';
import { takeCsv } from './take-csv.ts';

/** A file of lists as it was read, with all of its sheets that were. */
export interface ListToSplit {
  readonly origin: ListFile;
  readonly bytes: ListBytes;
  readonly sheets: readonly SheetToSplit[];
}

/** Writes the rows of a Parquet file that are taken to a new one, which only the engine can; its names are row 1. */
export type CopyParquet = (path: string, to: string, takes: (row: number) => boolean) => Promise<void>;

/** The paths of new files, which nobody else may read; null where one is not asked for. */
export interface SplitTargets {
  readonly clean: string | null;
  readonly removed: string | null;
  readonly held: string | null;
}

/**
 * Writes a file of lists as three, in its own format and encoding: one without the rows that are removed or held back, and one
 * with each of those alone. Every payout is in exactly one of them. Where all stays, the clean file is the same, byte for byte.
 * What was begun stays behind when it fails.
 * @throws InvalidInput when the file has changed since it was read, or can't be read any more.
 */
export async function splitList(list: ListToSplit, targets: SplitTargets, copyParquet: CopyParquet): Promise<void> {
  const before = unchanged(list);
  const { sheets } = list;
  if (targets.clean !== null) {
    if (sheets.every(isWhole)) await copyFile(list.bytes.path, targets.clean);
    else await take(list, sheets.map(cleanRows), true, targets.clean, copyParquet);
  }
  for (const out of ['removed', 'held'] as const) {
    const to = targets[out];
    const rows = sheets.map((sheet) => rowsAlone(sheet, sheet[out]));
    if (to !== null) await take(list, rows, false, to, copyParquet);
  }
  const { size, mtimeMs, ino } = statOf(list);
  if (size !== before.size || mtimeMs !== before.mtimeMs || ino !== before.ino) throw changed(list);
}

/** @throws InvalidInput unless the file is what was read. */
function unchanged(list: ListToSplit): Stats {
  const before = statOf(list);
  if (sha256Of(list.bytes.path) !== list.origin.sha256) throw changed(list);
  return before;
}

function statOf({ origin, bytes }: ListToSplit): Stats {
  try {
    return statSync(bytes.path);
  } catch (error) {
    throw fileFault(origin.file, error);
  }
}

const changed = ({ origin }: ListToSplit) => invalidFile(origin.file, 'list-changed', {});

/** Formats that are read and never written: whoever opened such a file would see numbers of 18 digits cut, or a page. */
const READ_ONLY: readonly string[] = ['ods', 'fods', 'xml', 'html', 'mhtml'] satisfies WorkbookFormat[];

/** `others`: sheets that are no lists are kept. */
async function take(
  { origin: { file, encoding }, bytes: { path, delimiter } }: ListToSplit,
  rows: readonly TakenRows[],
  others: boolean,
  to: string,
  copyParquet: CopyParquet,
): Promise<void> {
  if (encoding === 'xlsx') await (await import('../workbook/edit/take-xlsx.ts')).takeXlsx(path, rows, others, to);
  else if (encoding === 'xls') await (await import('../workbook/edit/take-xls.ts')).takeXls(path, rows, others, to);
  else {
    const [list] = rows;
    if (!list) throw new Error(`${file} has no list`);
    if (READ_ONLY.includes(encoding)) throw invalidFile(file, 'list-not-written', {});
    if (delimiter === null) await copyParquet(path, to, list.takes);
    else takeCsv({ file, path, encoding, delimiter }, list, to);
  }
}

async function copyFile(from: string, to: string): Promise<void> {
  await pipeline(createReadStream(from), createWriteStream(to, { flags: 'wx', mode: 0o600 }));
}
