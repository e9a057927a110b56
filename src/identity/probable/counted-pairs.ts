import type { Lists } from '../../engine/lists.ts';
import type { ListSets } from './overlap.ts';
import type { Counted } from './posterior.ts';

/** Compared pairs with the same pattern and of the same lists; those alone that stand in the table `among`. */
export async function countsIn({ database }: Lists, among = 'compared'): Promise<Counted> {
  const [patterns = [], sets = [], pairs = []] = (await database.columns(
    `select pattern::double, sets::double, count(*)::double from compared ${among === 'compared' ? '' : `semi join ${among} using (one, other)`} group by pattern, sets order by pattern, sets`,
  )) as [number[], number[], number[]];
  return { patterns, sets, pairs };
}

/** The sets of lists that people are on. */
export async function listSets({ database }: Lists): Promise<ListSets> {
  const [sets = [], people = [], proven = []] = (await database.columns(
    `select array_to_string(lists, ' '), people::double, proven::double from list_set order by id`,
  )) as [string[], number[], number[]];
  return { sets: sets.map((set) => set.split(' ').map(Number)), people, proven };
}
