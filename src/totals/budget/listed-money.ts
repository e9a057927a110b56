import type { Measure } from '../../domain/campaign/measure.ts';
import type { Lists } from '../../engine/lists.ts';
import type { ListedTotals } from '../lists/listed.ts';
import type { ListedAmount, ListedMoney } from './fund-spending.ts';

interface AddedUp {
  readonly totals: Pick<ListedTotals, 'total' | 'departments'>;
  readonly lists: { readonly assignments: Pick<Lists['assignments'], 'measures'> };
}

/** What lists pay of each measure of the campaign, whichever department a row says it is of. */
export function listedMoney({ totals: { total, departments }, lists }: AddedUp): ListedMoney {
  const of = new Map<Measure, ListedAmount>();
  for (const { measure, amount, withoutAmount } of departments.flatMap(({ measures }) => measures)) {
    const is = lists.assignments.measures[measure]?.measure.is;
    if (!is) continue;
    const before = of.get(is);
    of.set(is, {
      amount: amount + (before?.amount ?? 0n),
      withoutAmount: withoutAmount + (before?.withoutAmount ?? 0),
    });
  }
  return { total, of };
}
