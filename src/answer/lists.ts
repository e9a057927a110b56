import { type CheckedRows, checkRows } from '../checks/row/check-rows.ts';
import type { Day } from '../domain/calendar.ts';
import type { Budget } from '../totals/budget/budget.ts';
import { type ListedTotals, listedTotals } from '../totals/lists/listed.ts';
import { type NonPayouts, nonPayoutsOf } from '../totals/lists/non-payouts.ts';
import type { ReturnEntry } from '../totals/reconcile/payments.ts';
import type { Reconciliation } from '../totals/reconcile/reconciliation.ts';
import type { Resolved } from './resolved.ts';

/** Lists that were read, added up and checked row by row. */
export interface ListsAnswer extends Pick<Resolved, 'lists' | 'gathered'> {
  readonly totals: ListedTotals;
  readonly nonPayouts: readonly NonPayouts[];
  readonly checked: CheckedRows;
  /** What the bank did, where the campaign's returns were read too. */
  readonly reconciliation?: Reconciliation;
}

/** What is asked of lists. */
interface AskedOfLists {
  readonly today: Day;
  readonly bySubdistrict?: boolean;
  /** The bank returns that were read with them, and the plan that they are compared with. */
  readonly returns?: { readonly entries: readonly ReturnEntry[]; readonly budget: Budget | null } | null;
}

/** What do the lists add up to, and what do their single rows show? */
export async function listsAnswer(
  { lists, gathered, payments }: Resolved,
  { today, bySubdistrict = false, returns = null }: AskedOfLists,
): Promise<ListsAnswer> {
  return {
    lists,
    gathered,
    totals: await listedTotals(lists, { bySubdistrict }),
    nonPayouts: await nonPayoutsOf(lists),
    checked: await checkRows(lists, today),
    ...(returns ? { reconciliation: await reconciled(lists, returns, payments) } : {}),
  };
}

/** What compares them is loaded only where there are any. */
async function reconciled(
  lists: Resolved['lists'],
  { entries, budget }: NonNullable<AskedOfLists['returns']>,
  payments: Resolved['payments'],
): Promise<Reconciliation> {
  const { reconciliationOf } = await import('../totals/reconcile/reconciliation.ts');
  return reconciliationOf(lists, entries, budget, payments);
}
