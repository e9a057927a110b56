import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { InvalidInput, type Problem } from '../../src/domain/problem.ts';
import type { EngineLimits } from '../../src/engine/database.ts';
import { type Lists, readLists } from '../../src/engine/lists.ts';
import type { ListInput } from '../../src/read/list/list-input.ts';

const folder = mkdtempSync(join(tmpdir(), 'lists-of-a-test-'));

let files = 0;

/** A path in a folder that is removed after all tests. */
export function newPath(ending = '.csv'): string {
  files += 1;
  return join(folder, `${files}${ending}`);
}

/** The path of a new file of this content. */
export function saved(content: string | Uint8Array, ending?: string): string {
  const path = newPath(ending);
  writeFileSync(path, content);
  return path;
}

export function inputOf(file: string, said: Partial<ListInput> = {}): ListInput {
  return { file, columns: new Map(), ...said };
}

interface Reading {
  readonly campaign?: Campaign | null;
  readonly limits?: EngineLimits;
  readonly bySql?: boolean;
}

/** What `use` makes of lists, whose database is closed afterwards. SQL reads them: it would read longer ones, too. */
export async function withLists<T>(
  inputs: readonly ListInput[],
  use: (lists: Lists) => T | Promise<T>,
  { campaign = null, limits = { threads: 1 }, bySql = true }: Reading = {},
): Promise<T> {
  const lists = await readLists(inputs, campaign, { ...limits, bySql });
  try {
    return await use(lists);
  } finally {
    lists.database.close();
  }
}

/** What `use` makes of one list that is written in lines. */
export function withText<T>(
  text: string | Uint8Array,
  use: (lists: Lists) => T | Promise<T>,
  said: Partial<ListInput> = {},
): Promise<T> {
  return withLists([inputOf(saved(text), said)], use);
}

/** Everything that is wrong with lists that can't be read. */
export async function problemsOf(inputs: readonly ListInput[]): Promise<readonly Problem[]> {
  try {
    await withLists(inputs, () => {});
  } catch (error) {
    if (error instanceof InvalidInput) return error.problems;
    throw error;
  }
  return expect.fail('the lists can be read');
}

/** Some columns of the payouts, in the order of lists and rows. */
export function payouts(lists: Lists, columns: string): Promise<Record<string, unknown>[]> {
  return lists.database.all(`select ${columns} from payout order by list, "row"`);
}

/** The rows of a list that are payouts, and why the others are none: `{1: 'header', 2: 'payout', 9: 'total'}`. */
export async function rowsOf({ database }: Lists, list = 0): Promise<Record<number, string>> {
  const rows = await database.all<{ row: number; what: string }>(
    `select "row", 'payout' as what from payout where list = $1
    union all select "row", reason from non_payout where list = $1 order by "row"`,
    [list],
  );
  return Object.fromEntries(rows.map(({ row, what }) => [row, what]));
}
