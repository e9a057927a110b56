import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { copyParquet } from '../engine/copy-parquet.ts';
import type { EngineLimits } from '../engine/database.ts';
import type { Lists } from '../engine/lists.ts';
import { totalRows } from '../totals/lists/non-payouts.ts';
import type { SheetToSplit } from '../write/split.ts';
import { type ListToSplit, splitList } from '../write/split-list.ts';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';
import type { Output } from './io.ts';
import { outputNames } from './output-names.ts';

/** A row has payouts of several lists, and only one of them is to go. */
export class SideBySide extends UsageError {}

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

/**
 * Writes every file of `lists` to three folders, one without the rows that are taken out, and one for those that are removed and
 * those that are held back. What has been paid is in none. Their database must still be open: what was read from standard input is
 * kept with it.
 * @throws UsageError when a file would be an input, or can't be written; InvalidInput when one has changed since it was read.
 */
export async function splitLists(
  lists: Lists,
  taken: TakenOut,
  folders: SplitFolders,
  { catalogue, outputs }: Pick<Context, 'catalogue' | 'outputs'>,
  { limits = {}, beside = [] }: { readonly limits?: EngineLimits; readonly beside?: readonly SideFile[] } = {},
): Promise<void> {
  outputs.holdsPeople = true;
  const files = await filesOf(lists, taken, { catalogue });
  const names = outputNames(
    files.map(({ origin }) => origin.file),
    stdinName(files),
  );
  const begin = (kind: keyof SplitFolders, name: string) => {
    const folder = folders[kind];
    return folder === null ? null : outputs.stage(join(folder, name));
  };
  for (const [index, file] of files.entries()) {
    const name = names[index] ?? '';
    const targets = { clean: begin('clean', name), removed: begin('removed', name), held: begin('held', name) };
    const place = join(folders.clean ?? folders.removed ?? folders.held ?? '', name);
    await outputs.writing(place, () =>
      splitList(file, targets, (path, to, takes) => copyParquet(path, to, takes, limits)),
    );
  }
  for (const { folder, name, data } of beside) {
    const to = folders[folder];
    if (to !== null) await outputs.write(join(to, name), data);
  }
}

/**
 * The lists by the files they stand in; a file may have been given once for each of its sheets. A row of a sheet that was read
 * twice is removed where it was each time: once only says that the other stays.
 * @throws SideBySide where a row has payouts of several lists, of which one is to be removed.
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
      throw new SideBySide(catalogue.cli.sideBySide(origin.file));
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

function stdinName(files: readonly ListToSplit[]): string {
  const file = files.find(({ origin }) => origin.file === '-');
  const isText = file?.bytes.delimiter !== null;
  return isText ? (file?.bytes.delimiter === '\t' ? 'stdin.tsv' : 'stdin.csv') : `stdin.${file?.origin.encoding}`;
}
