import type { Lists } from '../../engine/lists.ts';
import { dropTables } from './drop-tables.ts';
import { ID, LEVELS } from './field-levels.ts';
import { type FieldName, PLACE_VALUES } from './model.ts';
import { compareNamesOf } from './name-pairs.ts';
import { MOST_SETS } from './overlap.ts';

/** So many pairs are compared at once. */
const AT_ONCE = 200_000;

/**
 * Compares pairs of records (`one`, `other`): makes the table `into` with their patterns, and of which sets of lists they are. Numbers are
 * compared beforehand, since few have any, and what is asked of each digit takes long to plan.
 */
export async function comparePairs(lists: Lists, candidates: string, into: string): Promise<void> {
  const { database } = lists;
  await compareNamesOf(lists, candidates);
  await database.run(`create or replace temp table pair_id as
    select c.one, c.other, ${ID} as level from ${candidates} c join record a on a.rec = c.one join record b on b.rec = c.other
    where a.pattern is not null and b.pattern is not null`);
  const pattern = Object.entries(LEVELS)
    .map(([field, level]) => `${PLACE_VALUES[field as FieldName]}::bigint * (${level})`)
    .join(' + ');
  // Both of a pair are looked up among few: a table of everybody in full would be held in memory, for each of the two.
  const { pairs, records } = await database.one<{ pairs: bigint; records: bigint }>(
    `select (select count(*) from ${candidates}) as pairs, (select count(*) from record) as records`,
  );
  const parts = Math.ceil(Number(pairs) / AT_ONCE) || 1;
  const each = Math.ceil(Number(records) / parts);
  for (let part = 0; part < parts; part += 1) {
    const ofPart = (column: string) => `${column} >= ${part * each} and ${column} < ${(part + 1) * each}`;
    const others = parts === 1 ? 'true' : `rec in (select other from ${candidates} where ${ofPart('one')})`;
    await database.run(`${part === 0 ? `create or replace temp table ${into} as` : `insert into ${into}`}
      select c.one, c.other, ${pattern} as pattern,
        least(a.list_set, b.list_set)::bigint * ${MOST_SETS} + greatest(a.list_set, b.list_set) as sets
      from (select * from ${candidates} where ${ofPart('one')}) c
      join (select * from pair_name where ${ofPart('one')}) n on n.one = c.one and n.other = c.other
      join (select * from record where ${ofPart('rec')}) a on a.rec = c.one join (select * from record where ${others}) b on b.rec = c.other
      left join pair_id i on i.one = c.one and i.other = c.other`);
  }
  await dropTables(database, 'pair_id', 'pair_name');
}
