import { checkCampaign } from '../checks/campaign/check-campaign.ts';
import { GROUP_RULES } from '../checks/group-rules.ts';
import { checkPairs, type PairOptions } from '../checks/pair/check-pairs.ts';
import type { Reconciled } from '../checks/pair/pair-rule.ts';
import { checkPlan } from '../checks/plan/check-plan.ts';
import { checkRows, type RowOptions } from '../checks/row/check-rows.ts';
import type { ExaminedLists } from '../report/lists/examined-lists.ts';
import type { Overview } from '../report/page/overview.ts';
import { listedMoney } from '../totals/budget/listed-money.ts';
import { coverageOf } from '../totals/cover/coverage.ts';
import { type Enrolment, enrol } from '../totals/cover/enrolment.ts';
import { overlapOf } from '../totals/dedupe/overlap.ts';
import { listedTotals } from '../totals/lists/listed.ts';
import { uncomparedOf } from '../totals/lists/uncompared.ts';
import { unpaidRows } from '../totals/lists/unpaid.ts';
import { KEPT_FOR_PAYMENTS } from '../totals/reconcile/payments.ts';
import { type Reconciliation, reconciliationOf } from '../totals/reconcile/reconciliation.ts';
import type { Examined } from './campaigns.ts';
import type { Context } from './context.ts';
import type { ListFlags } from './list-flags.ts';
import { whileResolved } from './resolved-lists.ts';
import { type ReturnFlags, returnsFor } from './returns.ts';

export interface OverviewOptions extends ListFlags, ReturnFlags {
  readonly roster?: readonly string[];
  readonly blocked?: readonly string[];
  /** Whether lists may say nothing of what is paid. */
  readonly amountOptional?: boolean;
}

/** A campaign before any list is read. */
export type Plan = Pick<Examined, 'source' | 'budget' | 'checked'>;

/** Whoever looks on while it is examined: what is found is only there until something else is looked for. */
export interface OnLookers {
  /** Is given what was read, before it is checked. */
  readonly read?: (read: Omit<ExaminedLists, 'checked'>) => Promise<void>;
  readonly pairs?: PairOptions['beforeExceptions'];
  readonly rows?: RowOptions['beforeExceptions'];
}

/** An overview, with what only some reports on it take. */
export interface Examination extends Overview {
  readonly enrolment: Enrolment | null;
  /** Plan, lists and bank returns, also where there are no returns; null without lists. */
  readonly sideBySide: Reconciliation | null;
  readonly due: Reconciled;
}

/** Reads all that belongs to a campaign at once: its lists, rosters and bank returns. The caller closes their database. */
export async function examineOverview(
  given: readonly string[],
  { source, budget, checked }: Plan,
  options: OverviewOptions,
  context: Context,
  onLookers: OnLookers = {},
): Promise<Examination> {
  const campaign = { path: source.file.path, campaign: source.campaign };
  const today = context.io.today();
  const { entries, inputs, due } = returnsFor(campaign, options, options.column ?? new Map(), today);
  if (given.length === 0 && source.campaign.lists.length === 0) return { budget, checked, due, ...NOTHING_READ };
  const { default: say } = await (context.catalogue.language === 'zh'
    ? import('../text/zh/dedupe.ts')
    : import('../text/en/dedupe.ts'));
  const { certain } = options;
  const resolving = { ...options, returned: inputs, keeps: KEPT_FOR_PAYMENTS };
  return whileResolved(given, campaign, resolving, context, async ({ lists, gathered, rosters, probable, words }) => {
    const totals = await listedTotals(lists, { bySubdistrict: true });
    const enrolment = lists.rosters.length > 0 ? await enrol(lists, rosters) : null;
    const reconciliation = await reconciliationOf(lists, entries, budget);
    const reconciled = inputs.length > 0 ? due : null;
    const coverage = enrolment && (await coverageOf(lists, enrolment));
    const read = { lists, gathered, totals, unpaid: await unpaidRows(lists), words };
    await onLookers.read?.(read);
    const looking = { among: GROUP_RULES, enrolment, reconciled, certain, beforeExceptions: onLookers.pairs };
    const listed = {
      ...read,
      checked: await checkRows(lists, today, { beforeExceptions: onLookers.rows }),
      pairs: await checkPairs(lists, today, looking),
      overlap: await overlapOf(
        lists,
        totals.departments.map(({ department }) => department),
      ),
      uncompared: await uncomparedOf(lists),
      budget,
      probable,
      narrowed: false,
      say,
    };
    return {
      budget,
      checked: checkCampaign(budget, source.place, today, listedMoney(listed)),
      planned: checkPlan(reconciliation.measures, source, lists, reconciled),
      listed,
      coverage,
      reconciliation: reconciled && reconciliation,
      enrolment,
      sideBySide: reconciliation,
      due,
    };
  });
}

const NOTHING_READ = {
  planned: [],
  listed: null,
  coverage: null,
  reconciliation: null,
  enrolment: null,
  sideBySide: null,
};
