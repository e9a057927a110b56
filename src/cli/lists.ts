import { listsAnswer } from '../answer/lists.ts';
import type { ExaminedLists } from '../report/lists/examined-lists.ts';
import { budgetOf } from '../totals/budget/budget.ts';
import type { Context } from './context.ts';
import type { ListFlags } from './list-flags.ts';
import type { CampaignAt } from './list-inputs.ts';
import { whileResolved } from './resolved-lists.ts';

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
  const today = context.io.today();
  const asked = withReturns && campaign ? await askedOf(campaign, flags, context) : NOTHING;
  const returns = asked.entries && { entries: asked.entries, budget: campaign && budgetOf(campaign.campaign) };
  const resolving = { ...flags, ...asked.resolving };
  return whileResolved(given, campaign, resolving, context, async ({ words, ...resolved }) => ({
    ...(await listsAnswer(resolved, { today, bySubdistrict: by === 'subdistrict', returns })),
    words,
  }));
}

const NOTHING = { entries: null, resolving: {} };

/** The campaign's bank returns, where it has any, and what has to be known of payouts to compare them. */
async function askedOf(campaign: CampaignAt, { column = new Map() }: ListFlags, { io }: Context) {
  const { returnsFor } = await import('./returns.ts');
  const { KEPT_FOR_PAYMENTS } = await import('../totals/reconcile/payments.ts');
  const { entries, inputs } = returnsFor(campaign, {}, column, io.today());
  if (inputs.length === 0) return NOTHING;
  return { entries, resolving: { returned: inputs, keeps: KEPT_FOR_PAYMENTS } };
}
