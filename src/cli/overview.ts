import { checkCampaign } from '../checks/campaign/check-campaign.ts';
import { GROUP_RULES } from '../checks/group-rules.ts';
import { checkPairs } from '../checks/pair/check-pairs.ts';
import { checkPlan } from '../checks/plan/check-plan.ts';
import { checkRows } from '../checks/row/check-rows.ts';
import type { Overview } from '../report/page/overview.ts';
import { listedMoney } from '../totals/budget/listed-money.ts';
import { coverageOf } from '../totals/cover/coverage.ts';
import { enrol } from '../totals/cover/enrolment.ts';
import { overlapOf } from '../totals/dedupe/overlap.ts';
import { listedTotals } from '../totals/lists/listed.ts';
import { uncomparedOf } from '../totals/lists/uncompared.ts';
import { unpaidRows } from '../totals/lists/unpaid.ts';
import { KEPT_FOR_PAYMENTS } from '../totals/reconcile/payments.ts';
import { reconciliationOf } from '../totals/reconcile/reconciliation.ts';
import type { Examined } from './campaigns.ts';
import type { Context } from './context.ts';
import type { ListFlags } from './list-flags.ts';
import { whileResolved } from './resolved-lists.ts';
import { type ReturnFlags, returnsFor } from './returns.ts';

export interface OverviewOptions extends ListFlags, ReturnFlags {
  readonly roster?: readonly string[];
  readonly blocked?: readonly string[];
}

/** Reads all that belongs to a campaign at once: its lists, rosters and bank returns. The caller closes their database. */
export async function examineOverview(
  given: readonly string[],
  { source, budget, checked }: Examined,
  options: OverviewOptions,
  context: Context,
): Promise<Overview> {
  const campaign = { path: source.file.path, campaign: source.campaign };
  const today = context.io.today();
  const returns = returnsFor(campaign, options, options.column ?? new Map(), today);
  const nothing = { budget, checked, planned: [], listed: null, coverage: null, reconciliation: null };
  if (given.length === 0 && source.campaign.lists.length === 0) return nothing;
  const { default: say } = await (context.catalogue.language === 'zh'
    ? import('../text/zh/dedupe.ts')
    : import('../text/en/dedupe.ts'));
  const resolving = { ...options, returned: returns.inputs, keeps: KEPT_FOR_PAYMENTS };
  return whileResolved(given, campaign, resolving, context, async ({ lists, gathered, rosters, probable, words }) => {
    const totals = await listedTotals(lists, { bySubdistrict: true });
    const enrolment = lists.rosters.length > 0 ? await enrol(lists, rosters) : null;
    const reconciliation = await reconciliationOf(lists, returns.entries, budget);
    const reconciled = returns.inputs.length > 0 ? returns.due : null;
    const coverage = enrolment && (await coverageOf(lists, enrolment));
    const listed = {
      lists,
      gathered,
      totals,
      unpaid: await unpaidRows(lists),
      checked: await checkRows(lists, today),
      pairs: await checkPairs(lists, today, { among: GROUP_RULES, enrolment, reconciled, certain: options.certain }),
      overlap: await overlapOf(
        lists,
        totals.departments.map(({ department }) => department),
      ),
      uncompared: await uncomparedOf(lists),
      budget,
      probable,
      narrowed: false,
      say,
      words,
    };
    return {
      budget,
      checked: checkCampaign(budget, source.place, today, listedMoney(listed)),
      planned: checkPlan(reconciliation.measures, source, lists, reconciled),
      listed,
      coverage,
      reconciliation: reconciled && reconciliation,
    };
  });
}
