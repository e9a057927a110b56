import type { Database } from '../../engine/database.ts';

/** Stands for all returns together. */
export const ANY_FILE = -1;

/** SQL on a slot: has any return paid something of its measure and batch? */
export const HAS_VOTES = '(measure, batch) in (select (measure, batch) from vote)';

/**
 * Makes the table `vote`: how many payouts of each measure and batch each return (`file`) has paid by their own amount; empty, as
 * nothing is known yet.
 */
export async function forgetVotes(database: Database): Promise<void> {
  await database.run(
    'create or replace temp table vote (file integer, measure integer, batch usmallint, votes bigint)',
  );
}

/** Counts them anew. */
export async function countVotes(database: Database): Promise<void> {
  await forgetVotes(database);
  await database.run(`insert into vote with voted as (select file, measure, batch, count(*) as votes from slot
      where payment is not null and paid = amount group by all)
    select * from voted union all select ${ANY_FILE}, measure, batch, sum(votes) from voted group by all`);
}
