import type { ResolvedLists } from '../../identity/resolved-lists.ts';
import { outliersIn } from '../../totals/lists/outliers.ts';
import type { RanQuery } from './found-groups.ts';
import { SUM } from './paid.ts';
import { rowsOfGroups } from './store-groups.ts';

/**
 * Takes what is out of all proportion out of the money at stake, where that is all that is paid: it is told by itself, and would
 * hide what else is large. What is paid too much is the less of two payments, or of a ceiling, and stays.
 */
export async function leaveOutliersOut(lists: ResolvedLists, ran: readonly RanQuery[]): Promise<void> {
  const summed = ran.filter(({ of }) => of.atStake === SUM);
  if (summed.length === 0 || (await outliersIn(lists)).sums.length === 0) return;
  const rows = rowsOfGroups(summed, 'select *, rowid as finding from found_group');
  await lists.database.run(`update found_group as g set at_stake = nullif(g.at_stake - o.amount, 0)
    from (select r.finding, sum(o.amount)::bigint as amount from (${rows}) r
      join outlier o on o.list = r.list and o.row = r.row group by r.finding) o
    where g.rowid = o.finding and g.at_stake is not null`);
}
