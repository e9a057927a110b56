import { checkPairs } from '../checks/pair/check-pairs.ts';
import { checkPlan } from '../checks/plan/check-plan.ts';
import { RETURN_RULES } from '../checks/return/index.ts';
import type { ExaminedReconciliation } from '../report/reconcile/examined-reconciliation.ts';
import { unpaidRows } from '../totals/lists/unpaid.ts';
import { KEPT_FOR_PAYMENTS } from '../totals/reconcile/payments.ts';
import { reconciliationOf } from '../totals/reconcile/reconciliation.ts';
import type { Examined } from './campaigns.ts';
import type { Context } from './context.ts';
import type { ListFlags } from './list-flags.ts';
import { whileResolved } from './resolved-lists.ts';
import type { GivenReturns } from './returns.ts';

export interface ReconcileOptions extends ListFlags {
  readonly limit?: number;
}

/** Reads lists and bank returns and puts plan, lists and returns side by side. The caller closes their database. */
export async function examineReconciliation(
  given: readonly string[],
  plan: Examined | null,
  { entries, inputs, due }: GivenReturns,
  { limit, ...options }: ReconcileOptions,
  context: Context,
): Promise<ExaminedReconciliation> {
  const said = await reconcileWords(context);
  const campaign = plan && { path: plan.source.file.path, campaign: plan.source.campaign };
  const resolving = {
    ...options,
    returned: inputs,
    byFile: campaign === null,
    noRepeated: true,
    keeps: KEPT_FOR_PAYMENTS,
  };
  return whileResolved(given, campaign, resolving, context, async ({ lists, gathered, words }) => {
    const reconciliation = await reconciliationOf(lists, entries, plan?.budget ?? null);
    const reconciled = inputs.length > 0 ? due : null;
    const planned = checkPlan(reconciliation.measures, plan?.source ?? null, lists, reconciled);
    const pairs = await checkPairs(lists, context.io.today(), { among: RETURN_RULES, reconciled, first: limit });
    const unpaid = await unpaidRows(lists);
    return { lists, gathered, unpaid, reconciliation, planned, due, pairs, words, ...said };
  });
}

/** The words to say it with. */
export async function reconcileWords({
  catalogue,
}: Context): Promise<Pick<ExaminedReconciliation, 'say' | 'reconcile'>> {
  const isChinese = catalogue.language === 'zh';
  const { default: dedupe } = await (isChinese ? import('../text/zh/dedupe.ts') : import('../text/en/dedupe.ts'));
  const { default: reconcile } = await (isChinese
    ? import('../text/zh/reconcile.ts')
    : import('../text/en/reconcile.ts'));
  return { say: { ...dedupe, findings: { ...dedupe.findings, moreFindings: reconcile.moreFindings } }, reconcile };
}
