import { closeSync, fsyncSync, mkdirSync, openSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { copyParquet } from '../engine/copy-parquet.ts';
import type { EngineLimits } from '../engine/database.ts';
import type { Lists } from '../engine/lists.ts';
import { Spill } from '../read/spill.ts';
import { totalRows } from '../totals/unpaid.ts';
import type { SheetToSplit } from '../write/split.ts';
import { type ListToSplit, splitList } from '../write/split-list.ts';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';
import { sameFile } from './io.ts';
import { outputNames } from './output-names.ts';

/** The folders that lists are split into; null where one is not asked for. */
export interface SplitFolders {
  readonly clean: string | null;
  readonly removed: string | null;
}

/** A file that was written elsewhere, and the place where it is to be. */
interface NewFile {
  readonly written: string;
  readonly path: string;
}

/**
 * Writes every file of `lists` to two folders, one without the removed rows (by the index of their list) and one with them
 * alone. The files appear when all have been written, or none does. Their database must still be open: what was read from
 * standard input is kept with it.
 * @throws UsageError when a file would be one of `inputs`, or can't be written; InvalidInput when one has changed since it
 * was read.
 */
export async function splitLists(
  lists: Lists,
  removed: ReadonlyMap<number, ReadonlySet<number>>,
  folders: SplitFolders,
  inputs: readonly string[],
  { catalogue, say }: Pick<Context, 'catalogue' | 'say'>,
  limits: EngineLimits = {},
): Promise<void> {
  const { clean, removed: taken } = folders;
  if (clean !== null && taken !== null && resolve(clean) === resolve(taken)) {
    throw new UsageError(catalogue.cli.sameFolder(clean));
  }
  const files = await filesOf(lists, removed, { catalogue });
  const names = outputNames(
    files.map(({ origin }) => origin.file),
    stdinName(files),
  );
  const all = names.flatMap((name) =>
    [clean, taken].flatMap((folder) => (folder === null ? [] : [join(folder, name)])),
  );
  const own = all.find((path) => inputs.some((input) => sameFile(input, path)));
  if (own !== undefined) throw new UsageError(catalogue.cli.isInput(own));

  const spills: Spill[] = [];
  const spillIn = (folder: string | null) => {
    if (folder === null) return null;
    const spill = writing(folder, catalogue, () => {
      mkdirSync(folder, { recursive: true });
      return new Spill(folder);
    });
    spills.push(spill);
    return { folder, spill };
  };
  try {
    const places = { clean: spillIn(clean), removed: spillIn(taken) };
    const written: NewFile[] = [];
    const begin = (place: (typeof places)['clean'], name: string) => {
      if (!place) return null;
      written.push({ written: place.spill.file('.new'), path: join(place.folder, name) });
      return written.at(-1)?.written ?? null;
    };
    for (const [index, file] of files.entries()) {
      const name = names[index] ?? '';
      const targets = { clean: begin(places.clean, name), removed: begin(places.removed, name) };
      await splitList(file, targets, (path, to, takes) => copyParquet(path, to, takes, limits)).catch((error) => {
        throw writeFault(error, written.at(-1)?.path ?? name, catalogue);
      });
    }
    putInPlace(written, catalogue);
    for (const { path } of written) say(catalogue.cli.written(path));
  } finally {
    for (const spill of spills) spill.close();
  }
}

/**
 * The lists by the files they stand in; a file may have been given once for each of its sheets. A row of a sheet that was read
 * twice is removed where it was each time: once only says that the other stays.
 * @throws UsageError where a row has payouts of several lists, of which one is to be removed.
 */
async function filesOf(
  lists: Lists,
  removed: ReadonlyMap<number, ReadonlySet<number>>,
  { catalogue }: Pick<Context, 'catalogue'>,
): Promise<ListToSplit[]> {
  const files = new Map<string, ListToSplit & { readonly sheets: SheetToSplit[] }>();
  for (const [index, { source }] of lists.lists.entries()) {
    const { origin, bytes, sheet, head } = source;
    const path = realpathSync(bytes.path);
    const file = files.get(path) ?? { origin, bytes, sheets: [] };
    files.set(path, file);
    const rows = removed.get(index) ?? new Set();
    if (head.part && rows.size > 0) throw new UsageError(catalogue.cli.sideBySide(origin.file));
    const again = file.sheets.findIndex((each) => each.sheet === sheet);
    const before = file.sheets[again];
    if (before)
      file.sheets[again] = { ...before, removed: new Set([...before.removed].filter((row) => rows.has(row))) };
    else file.sheets.push({ sheet, head, removed: rows, stale: await totalRows(lists, index) });
  }
  return [...files.values()];
}

function stdinName(files: readonly ListToSplit[]): string {
  const file = files.find(({ origin }) => origin.file === '-');
  const isText = file?.bytes.delimiter !== null;
  return isText ? (file?.bytes.delimiter === '\t' ? 'stdin.tsv' : 'stdin.csv') : `stdin.${file?.origin.encoding}`;
}

/** Renames all of them, or leaves none behind. */
function putInPlace(files: readonly NewFile[], catalogue: Context['catalogue']): void {
  const there: string[] = [];
  for (const { written, path } of files) {
    try {
      writing(path, catalogue, () => {
        const file = openSync(written, 'r+');
        fsyncSync(file);
        closeSync(file);
        mkdirSync(dirname(path), { recursive: true });
        renameSync(written, path);
      });
      there.push(path);
    } catch (error) {
      for (const each of there) rmSync(each, { force: true });
      throw error;
    }
  }
}

function writing<T>(path: string, catalogue: Context['catalogue'], work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw writeFault(error, path, catalogue);
  }
}

/** What the operating system says of a file that can't be written; anything else is thrown on as it is. */
function writeFault(error: unknown, path: string, { cli }: Context['catalogue']): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return syscall === undefined ? error : new UsageError(cli.writeFailed(path, code ?? syscall));
}
