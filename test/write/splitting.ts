import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Outputs } from '../../src/cli/outputs.ts';
import { splitLists } from '../../src/cli/split-lists.ts';
import type { Lists } from '../../src/engine/lists.ts';
import type { ListInput } from '../../src/read/list/list-input.ts';
import zh from '../../src/text/zh/catalogue.ts';
import { newPath, payouts, withLists } from '../engine/reading.ts';

/** Where lists were split to, and what was said of it. */
export interface Split {
  readonly clean: string;
  readonly removed: string;
  readonly said: readonly string[];
}

/** The rows to remove, by the index of their list. */
export type Removed = Readonly<Record<number, readonly number[]>>;

/** Splits lists into two new folders. */
export async function split(inputs: readonly ListInput[], removed: Removed | ((lists: Lists) => Promise<Removed>)) {
  const folder = newPath('');
  mkdirSync(folder);
  const said: string[] = [];
  const folders = { clean: join(folder, 'clean'), removed: join(folder, 'removed') };
  await withLists(inputs, async (lists) => {
    const rows = typeof removed === 'function' ? await removed(lists) : removed;
    const sets = new Map(Object.entries(rows).map(([list, each]) => [Number(list), new Set(each)]));
    const outputs = new Outputs(zh, (text) => said.push(text));
    const taken = { removed: sets, held: new Map() };
    await splitLists(lists, taken, { ...folders, held: null }, { catalogue: zh, outputs }, { limits: { threads: 1 } });
    outputs.put();
  });
  return { ...folders, said } satisfies Split;
}

/** All files below a folder, by their paths in it. */
export function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** The bytes of the only file in a folder. */
export function onlyFile(folder: string): Buffer {
  const [name = '', ...others] = filesIn(folder);
  if (others.length > 0) throw new Error(`${others.length + 1} files`);
  return readFileSync(join(folder, name));
}

/** All that is known of each payout but for where it stands. */
export async function everyPayout(inputs: readonly ListInput[]): Promise<string[]> {
  const found = await withLists(inputs, async (lists) => {
    const rows = await payouts(lists, '* exclude (list, "row", person, department, measure), department, measure');
    const { departments, measures } = lists.assignments;
    return rows.map(({ department, measure, ...rest }) => [
      Object.values(rest).map(String),
      departments[department as number]?.name,
      measures[measure as number]?.measure,
    ]);
  });
  return found.map((each) => JSON.stringify(each)).sort();
}
