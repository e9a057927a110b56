import { everyList, type Lists } from '../../engine/lists.ts';
import { dropTables } from './drop-tables.ts';

/** Of fewer rows it is not worth the statements. */
const MANY = 100_000;

/** What people were compared by, and in which pairs. */
const COMPARED_BY = ['trait', 'record', 'record_of', 'record_name', 'candidate', 'name_pair', 'name_form', 'compared'];

/** Drops what only whoever asks how two rows were compared needs again: of a million rows it takes more memory than the rows do. */
export async function forgetCompared(lists: Lists): Promise<void> {
  if (everyList(lists).reduce((sum, { rows }) => sum + rows, 0) < MANY) return;
  await lists.database.run('drop view if exists keyed');
  await dropTables(lists.database, ...COMPARED_BY);
}
