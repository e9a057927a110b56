import type { Lists } from '../engine/lists.ts';
import { IS_SPLIT } from '../identity/node.ts';

/**
 * Makes the table `doubted` of members of rosters of whom nobody can say whether a list has them: `roster`, `identity`,
 * `borrowed`. A name may be anybody of that name where either side has no valid ID number; a number under two names
 * (`borrowed`) is either’s.
 */
export async function membersInDoubt({ database }: Lists): Promise<void> {
  await database.run(`create temp table doubted as
    with named as (select roster, identity, comparable, unnest(names) as name from member where not blocked),
      listed as (select name, coalesce(bool_and(person > 0), false) as comparable from any_payout
        where name in (select name from named) group by name)
    select roster, identity, bool_or(borrowed) as borrowed from (
      select n.roster, n.identity, false as borrowed from named n join listed l on l.name = n.name
        where not n.comparable or not l.comparable
      union all select o.roster, e.identity, true from enrolled e join roster_of o on o.list = e.list
        join resolved r on r.person = e.person where ${IS_SPLIT} and e.person > 0 and r.identity <> e.identity
    ) group by roster, identity`);
}
