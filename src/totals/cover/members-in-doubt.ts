import { listAt, position, rowAt } from '../../engine/position.ts';
import { IS_SPLIT } from '../../identity/node.ts';
import type { ResolvedLists } from '../../identity/resolved-lists.ts';
import { askedPairs } from '../lists/asked-pairs.ts';

/**
 * Why nobody can say whether a list has somebody, the least telling first: it has the name, and one of the two has no valid ID
 * number; it has somebody who is probably of the household, of which one is enough; it has somebody who may be the same person; it
 * has the number under another name, and that is either’s.
 */
export const DOUBTS = ['name', 'home', 'likely', 'number'] as const;
export type Doubt = (typeof DOUBTS)[number];

/** SQL: the number of a doubt. */
export const doubtIs = (name: Doubt): number => DOUBTS.indexOf(name);

/**
 * Makes the table `doubted` of members of rosters of whom nobody can say whether a list has them: `roster`, `identity`, `doubt` (of
 * `DOUBTS`); and `likely_member`, of members who may be somebody on a list: `identity`, the likeliest of those (`listed`) with a
 * payout of theirs (`list`, `row`), and `evidence`.
 */
export async function membersInDoubt(lists: ResolvedLists): Promise<void> {
  const { database } = lists;
  const payouts = lists.lists.length + lists.earlier.length;
  await askedPairs(lists);
  await database.run(`create temp table likely_member as
    with side as (select one as identity, other as listed, posterior, evidence, other_list as list, other_row as row from asked_pair
        union all select other, one, posterior, evidence, one_list, one_row from asked_pair),
      likeliest as (select * from side where identity in (select identity from member where not blocked)
          and listed in (select identity from listed_person)
        qualify row_number() over (partition by identity order by posterior desc, list, row) = 1),
      first as (select identity, min(${position('resolved')}) as place from resolved
        where identity in (select listed from likeliest) group by identity)
    select k.identity, k.listed, k.evidence,
      case when k.list < ${payouts} then k.list else ${listAt('f.place')} end::usmallint as list,
      case when k.list < ${payouts} then k.row else ${rowAt('f.place')} end::uinteger as row
    from likeliest k join first f on f.identity = k.listed`);
  await database.run(`create temp table doubted as
    with named as (select roster, identity, comparable, unnest(names) as name from member where not blocked),
      listed as (select name, coalesce(bool_and(person > 0), false) as comparable from any_payout
        where name in (select name from named) group by name)
    select roster, identity, max(doubt) as doubt from (
      select n.roster, n.identity, ${doubtIs('name')} as doubt from named n join listed l on l.name = n.name
        where not n.comparable or not l.comparable
      union all select m.roster, m.identity, ${doubtIs('likely')} from member m join likely_member using (identity) where not m.blocked
      union all select h.roster, h.identity, ${doubtIs('home')} from member_home h join given_home g on g.household = h.household
        join roster_due d on d.roster = h.roster and d.due = g.due where g.per_household and not (g.sure and h.sure)
      union all select o.roster, e.identity, ${doubtIs('number')} from enrolled e join roster_of o on o.list = e.list
        join resolved r on r.person = e.person where ${IS_SPLIT} and e.person > 0 and r.identity <> e.identity
    ) group by roster, identity`);
}
