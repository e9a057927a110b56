import { everyList, type Lists } from './lists.ts';
import { relationsOf } from './payouts.ts';

/** Rows of so many lists are held once more: to plan a statement over many lists takes longer than to answer it. */
const MOST_HELD = 100_000;

/**
 * Puts the rows of several short lists into one table, which the relations then ask; those of one list, or of many rows, stay where
 * they are. What a row says must not change any more.
 */
export async function holdRowsTogether(lists: Lists): Promise<void> {
  const all = everyList(lists);
  const rows = all.reduce((sum, list) => sum + list.rows, 0);
  if (all.length < 2 || rows > MOST_HELD) return;
  const { database } = lists;
  await database.run('create temp table held_row as select * from any_row');
  for (const [view, end] of relationsOf(lists)) {
    await database.run(`create or replace temp view ${view} as select * from held_row where list < ${end}`);
  }
}
