import { namesMembers } from '../engine/listed-members.ts';
import { everyList, type Lists } from '../engine/lists.ts';
import { identifies } from '../engine/payout-sql.ts';
import { Clusters } from './clusters.ts';
import { listedHomes } from './listed-homes.ts';

/** SQL: a number for any value; of 63 bits, so that in ten million values two alike are not to be expected. */
export const numberOf = (value: string) => `(hash(${value}) >> 1)::bigint`;

/** SQL: the home of a person of no household. */
export const ALONE_AT_HOME = numberOf('identity');

/** SQL on payouts, as `p`: a household by its number, else by its head's ID number, else, where that is asked, by where it lives. */
export function householdSql(byAddress: boolean): string {
  const address = byAddress
    ? `when regexp_matches(p.address, '[0-9]') then ${numberOf(`coalesce(p.subdistrict, '') || ' ' || p.address`)}`
    : '';
  return `case when p.household_id is not null then ${numberOf('p.household_id')} when p.head is not null then ${numberOf('p.head')}
    when p.head_id is not null and ${identifies('head_id')} then ${numberOf('p.head_id')} ${address} end`;
}

/**
 * A list without households learns them from others: somebody belongs to one wherever they are paid, and its head to it. Of
 * two, nobody knows which. Of people who are only probably one, it is only likely theirs.
 */
export async function shareHouseholds(lists: Lists, certain: boolean): Promise<void> {
  const { database } = lists;
  if (everyList(lists).some(({ source }) => namesMembers(source.head)))
    await database.run('create temp table home_head (household bigint, head varchar)');
  const { known, unknown } = await database.one<{ known: bigint; unknown: bigint }>(
    'select count(household) as known, count(*) - count(household) as unknown from resolved_row',
  );
  if (unknown === 0n) return;
  const share = (person: string, into: string) =>
    database.run(`update resolved_row as r set ${into} = k.household
      from (select ${person} as whose, min(household) as household from resolved_row where household is not null
        group by whose having min(household) = max(household)) k
      where r.household is null and k.whose = ${person.replaceAll('identity', 'r.identity').replaceAll('certain', 'r.certain')}`);
  if (known > 0n) await share('coalesce(certain, identity)', 'household');
  if (known > 0n && everyList(lists).some(({ fields }) => fields.has('head_id'))) {
    // Of whoever has a valid ID number, that is the number of the household that goes by it.
    await database.run(`update resolved_row set household = ${ALONE_AT_HOME} where household is null
      and ${ALONE_AT_HOME} in (select household from resolved_row where household is not null)`);
  }
  const isTold = await listedHomes(lists, certain);
  if (known > 0n || isTold) await share('identity', 'likely_household');
}

/** More people than this are no household. */
const MOST_AT_HOME = 12;

/**
 * Who probably lives together, by what was compared: the households that nobody named. `at_home` is a table of pairs of people who do. A household that
 * is known of one of them is likely that of all; of two, nobody knows which.
 */
export async function likelyHouseholds({ database }: Lists): Promise<void> {
  const [ones = [], others = []] = (await database.columns(
    'select distinct one, other from at_home where one <> other order by all',
  )) as [bigint[], bigint[]];
  if (ones.length === 0) return;
  const clusters = new Clusters(() => false);
  clusters.join(ones.map((one, at) => [one, others[at] as bigint]));
  const people = [...new Set([...ones, ...others])];
  await database.run('create temp table likely_home (identity bigint, home bigint)');
  await database.append(
    'likely_home',
    people.map((one) => [one, clusters.of(one)]),
  );
  await database.run(`update resolved_row as r set likely_household = coalesce(k.household, (hash(h.home) >> 1)::bigint)
    from likely_home h join (
      select h.home, case when min(r.household) = max(r.household) then min(r.household) end as household
      from likely_home h join resolved_row r on r.identity = h.identity
      group by h.home having count(distinct h.identity) <= ${MOST_AT_HOME}
        and (min(r.household) is null or min(r.household) = max(r.household))
    ) k on k.home = h.home
    where r.identity = h.identity and r.household is null and r.likely_household is null`);
}
