import { checkGroups } from '../checks/group/check-groups.ts';
import type { Reconciled } from '../checks/group/group-rule.ts';
import { checkPlan } from '../checks/plan/check-plan.ts';
import { RETURN_RULES } from '../checks/return/index.ts';
import type { Day } from '../domain/calendar.ts';
import type { Finding } from '../domain/finding.ts';
import type { CampaignFile } from '../read/campaign-file.ts';
import type { Budget } from '../totals/budget/budget.ts';
import { nonPayoutsOf } from '../totals/lists/non-payouts.ts';
import { nowhereRows } from '../totals/lists/nowhere.ts';
import type { ReturnEntry } from '../totals/reconcile/payments.ts';
import { type Reconciliation, reconciliationOf } from '../totals/reconcile/reconciliation.ts';
import type { GroupsAnswer } from './dedupe.ts';
import type { Resolved } from './resolved.ts';

/** Plan, lists and bank returns side by side. */
export interface ReconcileAnswer extends GroupsAnswer {
  readonly reconciliation: Reconciliation;
  /** Where plan and lists disagree. */
  readonly planned: readonly Finding[];
  /** Whether everything ought to be paid by now. */
  readonly due: Reconciled;
}

interface AskedOfReturns {
  readonly today: Day;
  readonly plan: { readonly source: CampaignFile; readonly budget: Budget } | null;
  /** What the returns that were read are of. */
  readonly entries: readonly ReturnEntry[];
  readonly due: Reconciled;
  /** So many of the first findings are kept of each rule. */
  readonly first?: number | undefined;
}

/** Do plan, lists and bank returns agree, to the fen? */
export async function reconcileAnswer(
  { lists, gathered, payments }: Resolved,
  { today, plan, entries, due, first }: AskedOfReturns,
): Promise<ReconcileAnswer> {
  const reconciliation = await reconciliationOf(lists, entries, plan?.budget ?? null, payments);
  const reconciled = lists.returns.length > 0 ? due : null;
  const planned = checkPlan(reconciliation.measures, plan?.source ?? null, lists, reconciled);
  const pairs = await checkGroups(lists, today, { among: RETURN_RULES, reconciled, first });
  return {
    lists,
    gathered,
    nonPayouts: await nonPayoutsOf(lists),
    nowhere: await nowhereRows(lists),
    reconciliation,
    planned,
    due,
    pairs,
  };
}
