import type { CheckedPairs } from '../checks/pair/check-pairs.ts';
import { removedRows } from '../checks/pair/removed-rows.ts';
import type { Lists } from '../engine/lists.ts';
import type { Context } from './context.ts';
import { type SplitFolders, splitLists } from './split-lists.ts';

/** Decides which rows are not to be paid, says how many, and writes the lists without them, and them alone. */
export async function removeRows(
  lists: Lists,
  pairs: CheckedPairs,
  folders: SplitFolders,
  inputs: readonly string[],
  context: Context,
): Promise<void> {
  const { catalogue, say } = context;
  const removed = await removedRows(lists, pairs);
  const rowsOf = new Map<number, Set<number>>();
  const counts = new Map<string, number>();
  for (const { list, row, rule } of removed) {
    rowsOf.set(list, (rowsOf.get(list) ?? new Set()).add(row));
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  await splitLists(lists, rowsOf, folders, inputs, context);
  say(
    catalogue.cli.removedRows(removed.length, catalogue.list([...counts].map(([rule, count]) => `${rule} ${count}`))),
  );
}
