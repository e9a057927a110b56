import type { Lists } from '../../engine/lists.ts';
import { dropTables } from './drop-tables.ts';
import { RARITIES } from './model.ts';
import { rarityOf } from './name-pairs.ts';

/** What was expected counts as so many pairs. */
const EXPECTED_PAIRS = 20;

/** Pairs of so many lists tell enough, and those of all of them take the square of their number. */
const MOST_LISTS = 500;

/**
 * How much more likely the same name is of the same person than of two, in log₂ by how rare it is (`RARITIES` of them, in half bits):
 * told without anybody's labels by rows of different lists that have ID numbers, which know whether they are one person. `expected`
 * is what is taken to be the case where there are few.
 */
export async function nameEvidence({ database }: Lists, expected: (rarity: number) => number): Promise<number[]> {
  await database.run(`create or replace temp table proven_name as
    select distinct t.form, t.number, t.list from trait t where t.number is not null and not t.masked and t.list < ${MOST_LISTS}`);
  const all = await database.one<{ pairs: number; same: number }>(
    `with of_list as (select list, count(*)::double as n from proven_name group by list),
      of_number as (select number, count(distinct list)::double as n from proven_name group by number)
    select coalesce((select (sum(n) ** 2 - sum(n * n)) / 2 from of_list), 0) as pairs,
      coalesce((select sum(n * (n - 1)) / 2 from of_number), 0) as same`,
  );
  // Of one person nobody else's name is in question but those of others; of two, those of others than both.
  const [rarities = [], totals = [], sames = []] = (await database.columns(
    `with name as (select distinct form, by_parts, others, others_than_one from name_rarity),
      people as (select form, list, count(*)::double as n from proven_name group by form, list),
      same as (select a.form, a.list as one, b.list as other, count(*)::double as same from proven_name a
        join proven_name b on b.form = a.form and b.number = a.number and b.list > a.list group by all),
      pairs as (
        select a.form, a.list as one, b.list as other, a.n * b.n as pairs, coalesce(s.same, 0) as same
        from people a join people b on b.form = a.form and b.list > a.list
        left join same s on s.form = a.form and s.one = a.list and s.other = b.list
      ),
      told as (
        select p.same, p.pairs - p.same as apart, ${rarityOf('n.others_than_one', 'x', 'y')} as rarity_of_same,
          ${rarityOf('n.others', 'x', 'y')} as rarity_of_apart
        from pairs p join name n on n.form = p.form
        join (select l.*, n.by_parts from name_on_list l join name n on n.form = l.form) x on x.form = p.form and x.list = p.one
        join (select l.*, n.by_parts from name_on_list l join name n on n.form = l.form) y on y.form = p.form and y.list = p.other
      )
    select rarity, sum(same + apart), sum(same) from (
      select rarity_of_same as rarity, same, 0 as apart from told union all select rarity_of_apart, 0, apart from told
    ) group by rarity having sum(same + apart) > 0 order by rarity`,
  )) as [number[], number[], number[]];
  await dropTables(database, 'proven_name');
  const prior = Math.log2((all.same + 1) / (all.pairs - all.same + 1e4));
  const shares = Array.from({ length: RARITIES }, (_, rarity) => {
    const at = rarities.indexOf(rarity);
    const own = 1 / (1 + 2 ** -(prior + expected(rarity)));
    return {
      weight: EXPECTED_PAIRS + (totals[at] ?? 0),
      share: (EXPECTED_PAIRS * own + (sames[at] ?? 0)) / (EXPECTED_PAIRS + (totals[at] ?? 0)),
    };
  });
  return ascending(shares).map((share) => Math.log2(share / (1 - share)) - prior);
}

/** What is shipped counts as so many pairs of namesakes. */
const SHIPPED_NAMESAKES = 50;

/** What two people of the same name have in common by chance: more than others, since names go by sex and by decade. */
export interface Namesakes {
  /** How likely their years of birth are the same, one apart, or two. */
  readonly years: readonly [same: number, one: number, two: number];
  readonly sameSex: number;
  /** How likely they are of one committee: a village has few surnames. */
  readonly sameCommittee: number;
}

/** Told by people of one name with different ID numbers. */
export async function namesakesOf({ database }: Lists): Promise<Namesakes> {
  await database.run(`create or replace temp table namesake_year as
    select form, year, count(*)::double as people, (count(*) filter (is_male))::double as men
    from (select distinct n.form, t.number, t.year, t.is_male from trait t join name_rarity n on n.id = t.name_id
      where t.number is not null and not t.masked)
    group by form, year`);
  const { neighbours, known } = await database.one<{ neighbours: number; known: number }>(
    `with home as (
      select distinct n.form, t.number, t.committees[1] as committee from trait t join name_rarity n on n.id = t.name_id
      where t.number is not null and not t.masked and len(t.committees) > 0
    )
    select coalesce((select sum(n * (n - 1) / 2) from (select count(*)::double as n from home group by form, committee)), 0) as neighbours,
      coalesce((select sum(n * (n - 1) / 2) from (select count(*)::double as n from home group by form)), 0) as known`,
  );
  const apart = (years: number) => `coalesce((select sum(a.people * b.people) from namesake_year a
    join namesake_year b on b.form = a.form and b.year = a.year + ${years}), 0)`;
  const { pairs, same, one, two, sex } = await database.one<Record<'pairs' | 'same' | 'one' | 'two' | 'sex', number>>(
    `select coalesce(sum(n * (n - 1) / 2), 0) as pairs, coalesce(sum(m * (m - 1) / 2 + (n - m) * (n - m - 1) / 2), 0) as sex,
      coalesce((select sum(people * (people - 1) / 2) from namesake_year), 0) as same, ${apart(1)} as one, ${apart(2)} as two
    from (select form, sum(people) as n, sum(men) as m from namesake_year group by form)`,
  );
  await dropTables(database, 'namesake_year');
  const share = (count: number, shipped: number) => (count + shipped * SHIPPED_NAMESAKES) / (pairs + SHIPPED_NAMESAKES);
  const sameCommittee = (neighbours + 0.02 * SHIPPED_NAMESAKES) / (known + SHIPPED_NAMESAKES);
  return { sameCommittee, years: [share(same, 0.03), share(one, 0.055), share(two, 0.05)], sameSex: share(sex, 0.92) };
}

/** The rarer a name, the more it says: neighbours that say otherwise are taken together (pool adjacent violators). */
function ascending(points: readonly { readonly weight: number; readonly share: number }[]): number[] {
  const pools: { weight: number; share: number; size: number }[] = [];
  for (const { weight, share } of points) {
    let pool = { weight, share, size: 1 };
    for (let before = pools.at(-1); before && before.share >= pool.share; before = pools.at(-1)) {
      pools.pop();
      const total = before.weight + pool.weight;
      pool = {
        weight: total,
        share: (before.share * before.weight + pool.share * pool.weight) / total,
        size: before.size + pool.size,
      };
    }
    pools.push(pool);
  }
  return pools.flatMap(({ share, size }) => Array.from({ length: size }, () => share));
}
