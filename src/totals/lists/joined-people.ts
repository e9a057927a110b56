import type { Row } from '../../engine/database.ts';
import { Clusters } from '../../identity/clusters.ts';
import type { ResolvedLists } from '../../identity/resolved-lists.ts';
import { askedPairs } from './asked-pairs.ts';

/**
 * How the people of payouts come to be so many: payouts − certain − confirmed = people, and people + confirmed are those who
 * certainly are others.
 */
export interface JoinedPeople {
  /** Payouts that certainly are another of somebody's. */
  readonly certain: number;
  /** People who certainly are nobody else, and are confirmed to be: so many fewer are counted. */
  readonly confirmed: number;
  /** Pairs of people who may be one, which somebody has to review. */
  readonly review: number;
  /** People if all whom to review were one, and if only what is certain counted. */
  readonly range: { readonly low: number; readonly high: number };
}

/** Tells how `persons` were made of `payouts`, which were resolved to people. */
export async function joinedPeople(
  lists: ResolvedLists,
  { payouts, persons }: { readonly payouts: number; readonly persons: number },
): Promise<JoinedPeople> {
  const { joined } = await lists.database.one<Row & { joined: bigint }>(
    `select coalesce(sum(people - 1), 0)::bigint as joined from (select count(distinct certain) as people from repeated
      where not earlier group by identity having min(certain) <> max(certain))`,
  );
  const confirmed = Number(joined);
  const high = persons + confirmed;
  const review = await askedPairs(lists);
  return { certain: payouts - high, confirmed, review, range: { low: persons - (await oneFewer(lists)), high } };
}

/** How many people fewer there would be if all who are asked about were one. */
async function oneFewer({ database }: ResolvedLists): Promise<number> {
  const pairs = await database.all<Row & { one: bigint; other: bigint; one_now: boolean; other_now: boolean }>(
    'select one, other, one_now, other_now from asked_pair',
  );
  const clusters = new Clusters(() => false);
  clusters.join(pairs.map(({ one, other }) => [one, other]));
  const paid = new Set(
    pairs.flatMap(({ one, other, one_now, other_now }) => [...(one_now ? [one] : []), ...(other_now ? [other] : [])]),
  );
  return paid.size - new Set([...paid].map((identity) => clusters.of(identity))).size;
}
