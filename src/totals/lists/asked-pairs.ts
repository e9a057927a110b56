import type { Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import { BANDS } from '../../identity/bands.ts';

const REVIEW = BANDS.indexOf('review');
const COLUMNS = 'one, other, posterior, evidence, one_list, one_row, other_list, other_row';

/**
 * Makes the table `asked_pair` of people who may be one, so that somebody has to be asked: `one` and `other` (identities),
 * `posterior`, `evidence`, a row that stands for each (`one_list`, `one_row`, `other_list`, `other_row`), whether each is paid now
 * (`one_now`, `other_now`), and `of_payees`: whether both are paid, and not both only were earlier. Whoever is confirmed to be several of those is asked about once, by the likeliest pair;
 * who is confirmed to be the other one, not at all.
 * @returns how many pairs of payees there are.
 */
export async function askedPairs({ database, rosters }: Lists): Promise<number> {
  const { some } = await database.one<Row & { some: boolean }>(
    `select count(*) > 0 as some from likely_pair where band = ${REVIEW}`,
  );
  if (!some) {
    await database.run(
      `create or replace temp table asked_pair as select ${COLUMNS}, false as one_now, false as other_now, false as of_payees
        from likely_pair where false`,
    );
    return 0;
  }
  const enrolled = rosters.length > 0 ? 'union all select certain, identity, false, false from enrolled' : '';
  await database.run(`create or replace temp table asked_pair as
    with resolved_row_of as (select certain, identity, true as paid, not earlier as now from resolved ${enrolled}),
      asked as (select * from likely_pair where band = ${REVIEW}),
      certainly as (select certain, any_value(identity) as identity from resolved_row_of
        where certain in (select one from asked union all select other from asked) group by certain),
      person as (select identity, bool_or(paid) as paid, bool_or(now) as now from resolved_row_of
        where identity in (select identity from certainly) group by identity),
      named as (select q.* replace (a.identity as one, b.identity as other) from asked q
        join certainly a on a.certain = q.one join certainly b on b.certain = q.other where a.identity <> b.identity
        qualify row_number() over (partition by least(a.identity, b.identity), greatest(a.identity, b.identity)
          order by q.posterior desc, q.one_list, q.one_row, q.one_part, q.other_list, q.other_row, q.other_part, q.evidence) = 1)
    select ${COLUMNS}, a.now as one_now, b.now as other_now, a.paid and b.paid and (a.now or b.now) as of_payees
    from named join person a on a.identity = one join person b on b.identity = other`);
  const { pairs } = await database.one<Row & { pairs: bigint }>(
    'select count(*) filter (of_payees) as pairs from asked_pair',
  );
  return Number(pairs);
}
