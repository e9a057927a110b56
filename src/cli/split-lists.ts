import { closeSync, fsyncSync, mkdirSync, openSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
import { type Output, pieces, sameFile } from './io.ts';
import { outputNames } from './output-names.ts';

/** The folders that lists are split into; null where one is not asked for. */
export interface SplitFolders {
  readonly clean: string | null;
  readonly removed: string | null;
  readonly held: string | null;
}

/** Numbers of rows, by the index of their list. */
export type RowsOf = ReadonlyMap<number, ReadonlySet<number>>;

/** What is taken out of lists: rows that are not to be paid, and rows that are held back; no row is both. */
export interface TakenOut {
  readonly removed: RowsOf;
  readonly held: RowsOf;
}

/** What else is written beside the lists in a folder. */
export interface SideFile {
  readonly folder: keyof SplitFolders;
  readonly name: string;
  readonly data: Output;
}

const KINDS = ['clean', 'removed', 'held'] as const;

/** A file that was written elsewhere, and the place where it is to be. */
interface NewFile {
  readonly written: string;
  readonly path: string;
}

/**
 * Writes every file of `lists` to three folders, one without the rows that are taken out, and one for those that are removed and
 * those that are held back. What has been paid is in none. The files appear when all have been written, or none does. Their database must still be open: what was read from
 * standard input is kept with it.
 * @throws UsageError when a file would be one of `inputs`, or can't be written; InvalidInput when one has changed since it
 * was read.
 */
export async function splitLists(
  lists: Lists,
  taken: TakenOut,
  folders: SplitFolders,
  inputs: readonly string[],
  { catalogue, say }: Pick<Context, 'catalogue' | 'say'>,
  { limits = {}, beside = [] }: { readonly limits?: EngineLimits; readonly beside?: readonly SideFile[] } = {},
): Promise<void> {
  const asked = KINDS.flatMap((kind) => folders[kind] ?? []);
  const twice = asked.find((one, index) => asked.some((other, at) => at < index && resolve(one) === resolve(other)));
  if (twice !== undefined) throw new UsageError(catalogue.cli.sameFolder(twice));
  const files = await filesOf(lists, taken, { catalogue });
  const names = outputNames(
    files.map(({ origin }) => origin.file),
    stdinName(files),
  );
  const all = asked.flatMap((folder) =>
    [...names, ...beside.map(({ name }) => name)].map((name) => join(folder, name)),
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
    const places = { clean: spillIn(folders.clean), removed: spillIn(folders.removed), held: spillIn(folders.held) };
    const written: NewFile[] = [];
    const begin = (kind: keyof SplitFolders, name: string) => {
      const place = places[kind];
      if (!place) return null;
      written.push({ written: place.spill.file('.new'), path: join(place.folder, name) });
      return written.at(-1)?.written ?? null;
    };
    for (const [index, file] of files.entries()) {
      const name = names[index] ?? '';
      const targets = { clean: begin('clean', name), removed: begin('removed', name), held: begin('held', name) };
      await splitList(file, targets, (path, to, takes) => copyParquet(path, to, takes, limits)).catch((error) => {
        throw writeFault(error, written.at(-1)?.path ?? name, catalogue);
      });
    }
    for (const { folder, name, data } of beside) {
      const path = begin(folder, name);
      if (path !== null) await writeNew(path, data);
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
  { removed, held }: TakenOut,
  { catalogue }: Pick<Context, 'catalogue'>,
): Promise<ListToSplit[]> {
  const files = new Map<string, ListToSplit & { readonly sheets: SheetToSplit[] }>();
  for (const [index, { source }] of lists.lists.entries()) {
    const { origin, bytes, sheet, head, input } = source;
    const path = realpathSync(bytes.path);
    const file = files.get(path) ?? { origin, bytes, sheets: [] };
    files.set(path, file);
    const rows = { removed: removed.get(index) ?? new Set(), held: held.get(index) ?? new Set() };
    if (head.part && rows.removed.size + rows.held.size > 0)
      throw new UsageError(catalogue.cli.sideBySide(origin.file));
    const again = file.sheets.findIndex((each) => each.sheet === sheet);
    const before = file.sheets[again];
    const isPaid = input.paid !== undefined;
    if (before) {
      const stillRemoved = new Set([...before.removed].filter((row) => rows.removed.has(row)));
      const stillHeld = [...before.held, ...rows.held].filter((row) => !stillRemoved.has(row));
      file.sheets[again] = { ...before, removed: stillRemoved, held: new Set(stillHeld) };
    } else file.sheets.push({ sheet, head, isPaid, ...rows, stale: await totalRows(lists, index) });
  }
  return [...files.values()].filter(({ sheets }) => !sheets.every(({ isPaid }) => isPaid));
}

async function writeNew(path: string, data: Output): Promise<void> {
  const file = openSync(path, 'wx', 0o600);
  try {
    for await (const piece of pieces(data)) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
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
