import { closeSync, fstatSync, openSync } from 'node:fs';
import { sha256Of } from '../../file/bytes.ts';
import { sniffEncoding } from '../../file/encoding.ts';
import { fileFault, invalidFile } from '../../file/fault.ts';
import { archiveName, fileKind } from '../../file/kind.ts';
import type { Workbook } from '../../workbook/read/workbook.ts';
import { storedIn } from '../pipes.ts';
import { isSealed } from '../sealed/sealed-start.ts';
import type { Spill } from '../spill.ts';
import { textKind } from '../text-kind.ts';
import { watched } from '../unchanged.ts';
import { headOf } from './csv-bytes.ts';
import { openCsv } from './csv-list.ts';
import type { ListInput } from './list-input.ts';
import type { ListSource, OpenedList } from './list-source.ts';
import { openWorkbook } from './workbook-list.ts';

/** Of a text, more has to be seen than of anything else: what makes a page one may stand after its scripts. */
const TEXT_BYTES = 16 << 10;

/** Turns a Parquet file into a CSV file, which only the engine can. */
export type ParquetReader = (path: string) => Promise<string>;

/**
 * Opens a list, which is known by its first bytes and not by its ending; `-` is standard input.
 * @throws InvalidInput when it can't be read or understood.
 */
export async function openList(input: ListInput, spill: Spill, fromParquet: ParquetReader): Promise<OpenedList> {
  let path: string;
  try {
    path = await storedIn(spill, input.file);
    const file = openSync(path, 'r');
    const isFolder = fstatSync(file).isDirectory();
    closeSync(file);
    if (isFolder) throw invalidFile(input.file, 'file-is-folder', {});
  } catch (error) {
    throw fileFault(input.file, error);
  }
  return openUnchanged(input, path, spill, fromParquet);
}

/**
 * What is read of a list is read at different times: its head, its rows, its hash. Where it is another file by the end, that is what
 * is said, whatever else came of it: nothing that was read can be relied on.
 */
async function openUnchanged(
  input: ListInput,
  path: string,
  spill: Spill,
  fromParquet: ParquetReader,
): Promise<OpenedList> {
  const isUnchanged = watched(input.file, path);
  try {
    const opened = await openByKind(input, path, spill, fromParquet);
    return {
      ...opened,
      close: async () => {
        await opened.close();
        isUnchanged(hashIn(opened));
      },
    };
  } catch (error) {
    isUnchanged();
    throw fileFault(input.file, error);
  }
}

/** The hash of what was read; undefined where reading did not come so far. */
function hashIn({ sources: [source] }: OpenedList): string | undefined {
  try {
    return source?.origin.sha256;
  } catch {
    return undefined;
  }
}

async function openByKind(
  input: ListInput,
  path: string,
  spill: Spill,
  fromParquet: ParquetReader,
): Promise<OpenedList> {
  const { bytes } = headOf(path, TEXT_BYTES);
  const kind = fileKind(bytes);
  if (kind === null) return openText(input, path, spill, bytes);
  switch (kind) {
    case 'archive':
      throw invalidFile(input.file, 'archive-not-supported', { kind: archiveName(bytes) ?? '' });
    case 'zip': {
      const { openZip } = await import('../../workbook/read/zip.ts');
      return asLists(await openZip(path), input, path, spill);
    }
    case 'compound':
    case 'biff':
      return asLists(await (await import('../../workbook/read/xls.ts')).openXls(path), input, path, spill);
    case 'parquet': {
      const origin = { file: input.file, sha256: sha256Of(path), encoding: 'parquet' };
      return alone(openCsv(input, await fromParquet(path), spill, { origin, path }));
    }
    default:
      throw invalidFile(input.file, 'list-foreign', { kind });
  }
}

/** A text: a table that is written for programs, or else cells with something between them. */
async function openText(input: ListInput, path: string, spill: Spill, head: Uint8Array): Promise<OpenedList> {
  const text = new TextDecoder(sniffEncoding(head, false)).decode(head);
  if (isSealed(text)) return (await import('../sealed/open-sealed.ts')).openSealed(input, path);
  const kind = textKind(text);
  switch (kind) {
    case null:
      return alone(openCsv(input, path, spill));
    case 'web-page':
    case 'mhtml': {
      const { openWebPage } = await import('../../workbook/read/web-page.ts');
      return asLists(await openWebPage(path, kind === 'mhtml' ? kind : 'html'), input, path, spill);
    }
    case 'xml-2003':
      return asLists(await (await import('../../workbook/read/xml-2003.ts')).openXml2003(path), input, path, spill);
    case 'flat-ods':
      return asLists(await (await import('../../workbook/read/ods.ts')).openFlatOds(path), input, path, spill);
    default:
      throw invalidFile(input.file, 'list-foreign', { kind });
  }
}

const alone = (sources: readonly ListSource[]): OpenedList => ({ sources, skipped: [], close: async () => {} });

async function asLists(workbook: Workbook, input: ListInput, path: string, spill: Spill): Promise<OpenedList> {
  try {
    const origin = { file: input.file, sha256: sha256Of(path), encoding: workbook.format };
    return await openWorkbook(workbook, input, { origin, path }, spill);
  } catch (error) {
    await workbook.close();
    throw error;
  }
}
