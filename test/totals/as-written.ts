import type { Lists } from '../../src/engine/lists.ts';
import { identifies } from '../../src/engine/payout-sql.ts';
import type { ResolvedLists } from '../../src/identity/resolved-lists.ts';

/**
 * Makes the relations `resolved` and `repeated` of payouts as they are written, so that what is added up of them can be reckoned
 * without knowing who is who: the same number is the same person, a household goes by its number, else by its head's ID number.
 */
export async function takeAsWritten(lists: Lists): Promise<ResolvedLists> {
  const { database } = lists;
  await database.run(`create temp view resolved as
    select list, row, coalesce(person, -(1::bigint << 60) - (list::bigint << 32) - row) as identity, identity as certain,
      person is not null as known, true as household_sure,
      coalesce(household_id, head::varchar, case when ${identifies('head_id')} then head_id end) as household,
      department, measure, amount, false as earlier from payout p`);
  await database.run('create temp view repeated as select * from resolved where known');
  await database.run(`create temp table likely_pair (one bigint, other bigint, band utinyint, posterior double,
    one_list usmallint, one_row uinteger, one_part utinyint, other_list usmallint, other_row uinteger, other_part utinyint, evidence varchar)`);
  return { ...lists, probable: null };
}
