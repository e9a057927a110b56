import { closeSync, createWriteStream, existsSync, fstatSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileFault, invalidFile } from '../file-fault.ts';
import type { Spill } from '../spill.ts';
import { archiveKind, workbookKind } from '../workbook/kind.ts';
import { headOf, sha256Of } from './csv-bytes.ts';
import { openCsv } from './csv-list.ts';
import type { ListInput, OpenedList } from './list-source.ts';
import { openWorkbook } from './workbook-list.ts';

const MAGIC_BYTES = 2048;

/** Turns a Parquet file into a CSV file, which only the engine can. */
export type ParquetReader = (path: string) => Promise<string>;

/**
 * Opens a list, which is known by its first bytes and not by its ending; `-` is standard input.
 * @throws InvalidInput when it can't be read or understood.
 */
export async function openList(input: ListInput, spill: Spill, fromParquet: ParquetReader): Promise<OpenedList> {
  try {
    const path = input.file === '-' ? await saved(process.stdin, spill) : input.file;
    const file = openSync(path, 'r');
    const isFolder = fstatSync(file).isDirectory();
    closeSync(file);
    if (isFolder) throw invalidFile(input.file, 'file-is-folder', {});
    return await openByKind(input, path, spill, fromParquet);
  } catch (error) {
    throw fileFault(input.file, error);
  }
}

async function openByKind(
  input: ListInput,
  path: string,
  spill: Spill,
  fromParquet: ParquetReader,
): Promise<OpenedList> {
  const { bytes } = headOf(path, MAGIC_BYTES);
  const archive = archiveKind(bytes);
  if (archive !== null) throw invalidFile(input.file, 'archive-not-supported', { kind: archive });
  const workbook = workbookKind(bytes);
  if (workbook) {
    const opened =
      workbook === 'xls'
        ? await (await import('../workbook/xls.ts')).openXls(path)
        : await (await import('../workbook/xlsx.ts')).openXlsx(path);
    try {
      const origin = { file: input.file, sha256: sha256Of(path), encoding: workbook };
      return await openWorkbook(opened, input, { origin, path }, spill);
    } catch (error) {
      await opened.close();
      throw error;
    }
  }
  const isParquet = Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PAR1';
  const sources = isParquet
    ? openCsv(input, await fromParquet(path), spill, {
        origin: { file: input.file, sha256: sha256Of(path), encoding: 'parquet' },
        path,
      })
    : openCsv(input, path, spill);
  return { sources, skipped: [], close: async () => {} };
}

/** The path of standard input, which can be read but once. */
async function saved(stream: NodeJS.ReadableStream, spill: Spill): Promise<string> {
  const path = join(spill.folder, 'stdin');
  if (existsSync(path)) return path;
  await pipeline(stream, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  return path;
}
