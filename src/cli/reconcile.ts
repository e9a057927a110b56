import { reconcileAnswer } from '../answer/reconcile.ts';
import type { ExaminedReconciliation } from '../report/reconcile/examined-reconciliation.ts';
import { wordsFor } from '../text/words.ts';
import { KEPT_FOR_PAYMENTS } from '../totals/reconcile/payments.ts';
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
  const asked = { today: context.io.today(), plan, entries, due, first: limit };
  return whileResolved(given, campaign, resolving, context, async ({ words, ...resolved }) => ({
    ...(await reconcileAnswer(resolved, asked)),
    words,
    ...said,
  }));
}

/** The words to say it with. */
export async function reconcileWords({
  catalogue,
}: Context): Promise<Pick<ExaminedReconciliation, 'say' | 'reconcile'>> {
  const dedupe = await wordsFor('dedupe', catalogue.language);
  const reconcile = await wordsFor('reconcile', catalogue.language);
  return { say: { ...dedupe, findings: { ...dedupe.findings, moreFindings: reconcile.moreFindings } }, reconcile };
}
