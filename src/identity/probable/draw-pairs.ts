import type { Lists } from '../../engine/lists.ts';

/** So many pairs at random show what unrelated people have in common. */
const RANDOM_PAIRS = 100_000;
/** So many of them of each of few people: more say the same of the same people again. */
const PAIRS_EACH = 40;
/** So many people, at least half of them, show what people of one household have in common. */
const HOUSEHOLD_PEOPLE = 20_000;

/** Pairs of records that share nothing: each with some, by a hash of its number, which says nothing but what the record says. */
export async function drawRandomPairs({ database }: Lists, people: number) {
  const times = Math.min(PAIRS_EACH, Math.max(1, Math.ceil(RANDOM_PAIRS / Math.max(1, people))));
  await database.run(`create temp table random_pair as
    select distinct least(rec, other) as one, greatest(rec, other) as other from (
      select rec, (hash(rec, time) % ${Math.max(1, people)})::integer as other
      from record cross join range(${times}) t(time) where hash(rec) % ${Math.max(1, Math.floor(people / RANDOM_PAIRS))} = 0
    ) where rec <> other`);
}

/** Pairs of people who have different ID numbers and one home, by its number or, of a flat, by where it is. */
export async function drawHouseholdPairs({ database }: Lists) {
  await database.run(`create temp table household_pair as
    with home as (
      select rec, number, unnest(households) as home from record where proven
      union select r.rec, r.number, (hash(t.whole) >> 1)::bigint from trait t join record r on r.certain = t.person where r.proven and t.room is not null and t.whole is not null
    )
    select distinct a.rec as one, b.rec as other from home a join home b on b.home = a.home and b.rec > a.rec and b.number <> a.number
    where hash(a.home) % greatest(1, (select count(*) from home) // ${HOUSEHOLD_PEOPLE}) = 0`);
}
