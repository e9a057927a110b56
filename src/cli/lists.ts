import { checkRows } from '../checks/row/check-rows.ts';
import type { Lists } from '../engine/lists.ts';
import type { ExaminedLists } from '../report/lists/examined-lists.ts';
import { budgetOf } from '../totals/budget/budget.ts';
import { listedTotals } from '../totals/lists/listed.ts';
import { unpaidRows } from '../totals/lists/unpaid.ts';
import type { Reconciliation } from '../totals/reconcile/reconciliation.ts';
import type { Context } from './context.ts';
import type { ListFlags } from './list-flags.ts';
import type { CampaignAt } from './list-inputs.ts';
import { whileResolved } from './resolved-lists.ts';
import type { GivenReturns } from './returns.ts';

/** What is to be done with lists besides reading them. */
export interface ListOptions extends ListFlags {
  readonly by?: 'subdistrict';
  /** Whether the campaign's bank returns are read too. */
  readonly withReturns?: boolean;
}

/**
 * Reads, adds up and checks lists: the campaign's own and those that are given. The caller closes their database.
 * @throws InvalidInput with everything that is wrong with any of them; UsageError when one is given twice.
 */
export async function examineLists(
  given: readonly string[],
  campaign: CampaignAt | null,
  { by, withReturns, ...flags }: ListOptions,
  context: Context,
): Promise<ExaminedLists> {
  const asked = withReturns && campaign ? await askedOf(campaign, flags, context) : NOTHING;
  return whileResolved(
    given,
    campaign,
    { ...flags, ...asked.resolving },
    context,
    async ({ lists, gathered, words }) => ({
      lists,
      gathered,
      totals: await listedTotals(lists, { bySubdistrict: by === 'subdistrict' }),
      unpaid: await unpaidRows(lists),
      checked: await checkRows(lists, context.io.today()),
      words,
      ...(asked.returns ? { reconciliation: await reconciled(lists, asked.returns) } : {}),
    }),
  );
}

const NOTHING = { returns: null, resolving: {} };

/** The campaign's bank returns, where it has any, and what has to be known of payouts to compare them. */
async function askedOf(campaign: CampaignAt, { column = new Map() }: ListFlags, { io }: Context) {
  const { returnsFor } = await import('./returns.ts');
  const { KEPT_FOR_PAYMENTS } = await import('../totals/reconcile/payments.ts');
  const returns = returnsFor(campaign, {}, column, io.today());
  if (returns.inputs.length === 0) return NOTHING;
  return { returns, resolving: { returned: returns.inputs, keeps: KEPT_FOR_PAYMENTS } };
}

async function reconciled(lists: Lists, { entries }: GivenReturns): Promise<Reconciliation> {
  const { reconciliationOf } = await import('../totals/reconcile/reconciliation.ts');
  return reconciliationOf(lists, entries, lists.campaign && budgetOf(lists.campaign));
}
