import type { Lists } from '../../engine/lists.ts';
import { RARITIES } from './model.ts';

/** What was expected counts as so many pairs. */
const EXPECTED_PAIRS = 20;

/**
 * How much more likely the same name is of the same person than of two, in log₂ by how rare it is (`RARITIES` of them, in half bits):
 * told without anybody's labels by rows of different lists that have ID numbers, which know whether they are one person. `expected`
 * is what is taken to be the case where there are few.
 */
export async function nameEvidence({ database }: Lists, expected: (rarity: number) => number): Promise<number[]> {
  await database.run(`create or replace temp table proven_name as
    select distinct n.form, n.rarity, n.rarity_of_one, t.number, t.list from trait t join name_rarity n on n.id = t.name_id where t.number is not null`);
  const pairs = (
    of: string,
  ) => `select ${of === '' ? '' : `${of}, `}sum(n) as n, sum(n) * sum(n) - sum(n * n) as twice from (
      select ${of === '' ? '' : `${of}, `}list, count(*)::double as n from proven_name group by ${of === '' ? '' : `${of}, `}list
    ) ${of === '' ? '' : `group by ${of}`}`;
  const all = await database.one<{ pairs: number; same: number }>(
    `select coalesce((select twice / 2 from (${pairs('')})), 0) as pairs,
      coalesce((select sum(twice / 2) from (${pairs('number')})), 0) as same`,
  );
  // Of one person nobody else's name is in question but those of others; of two, those of others than both.
  const [rarities = [], totals = [], sames = []] = (await database.columns(
    `with by_form as (${pairs('form, rarity, rarity_of_one')}),
      same as (select form, sum(twice / 2) as same from (${pairs('form, number')}) group by form)
    select rarity, sum(same + others), sum(same) from (
      select rarity_of_one as rarity, same, 0 as others from by_form join same using (form)
      union all select rarity, 0, twice / 2 - same from by_form join same using (form)
    ) group by rarity having sum(same + others) > 0 order by rarity`,
  )) as [number[], number[], number[]];
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
}

/** Told by people of one name with different ID numbers. */
export async function namesakesOf({ database }: Lists): Promise<Namesakes> {
  await database.run(`create or replace temp table namesake_year as
    select form, year, count(*)::double as people, (count(*) filter (is_male))::double as men
    from (select distinct n.form, t.number, t.year, t.is_male from trait t join name_rarity n on n.id = t.name_id
      where t.number is not null and not t.masked)
    group by form, year`);
  const apart = (years: number) => `coalesce((select sum(a.people * b.people) from namesake_year a
    join namesake_year b on b.form = a.form and b.year = a.year + ${years}), 0)`;
  const { pairs, same, one, two, sex } = await database.one<Record<'pairs' | 'same' | 'one' | 'two' | 'sex', number>>(
    `select coalesce(sum(n * (n - 1) / 2), 0) as pairs, coalesce(sum(m * (m - 1) / 2 + (n - m) * (n - m - 1) / 2), 0) as sex,
      coalesce((select sum(people * (people - 1) / 2) from namesake_year), 0) as same, ${apart(1)} as one, ${apart(2)} as two
    from (select form, sum(people) as n, sum(men) as m from namesake_year group by form)`,
  );
  const share = (count: number, shipped: number) => (count + shipped * SHIPPED_NAMESAKES) / (pairs + SHIPPED_NAMESAKES);
  return { years: [share(same, 0.03), share(one, 0.055), share(two, 0.05)], sameSex: share(sex, 0.92) };
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
