import { type Checked, checkCampaign } from '../checks/campaign/check-campaign.ts';
import { checkGroups, type GroupOptions } from '../checks/group/check-groups.ts';
import type { Reconciled } from '../checks/group/group-rule.ts';
import { GROUP_RULES } from '../checks/group-rules.ts';
import { checkPlan } from '../checks/plan/check-plan.ts';
import { checkRows, type RowOptions } from '../checks/row/check-rows.ts';
import type { Day } from '../domain/calendar.ts';
import type { Finding } from '../domain/finding.ts';
import type { CampaignFile } from '../read/campaign-file.ts';
import type { Budget } from '../totals/budget/budget.ts';
import { listedMoney } from '../totals/budget/listed-money.ts';
import { type Coverage, coverageOf } from '../totals/cover/coverage.ts';
import { type Enrolment, enrol } from '../totals/cover/enrolment.ts';
import { overlapOf } from '../totals/dedupe/overlap.ts';
import { listedTotals } from '../totals/lists/listed.ts';
import { nonPayoutsOf } from '../totals/lists/non-payouts.ts';
import { nowhereRows } from '../totals/lists/nowhere.ts';
import { uncomparedOf } from '../totals/lists/uncompared.ts';
import type { ReturnEntry } from '../totals/reconcile/payments.ts';
import { type Reconciliation, reconciliationOf } from '../totals/reconcile/reconciliation.ts';
import type { DedupeAnswer } from './dedupe.ts';
import type { ListsAnswer } from './lists.ts';
import type { Resolved } from './resolved.ts';

/** A campaign before any list is read. */
export interface Plan {
  readonly source: CampaignFile;
  readonly budget: Budget;
  readonly checked: Checked;
}

/** A campaign with all that belongs to it: what is planned, listed, covered and paid; null is what there are no files for. */
export interface OverviewAnswer {
  readonly budget: Budget;
  readonly checked: Checked;
  /** Where plan and lists disagree. */
  readonly planned: readonly Finding[];
  readonly listed: DedupeAnswer | null;
  readonly coverage: Coverage | null;
  readonly reconciliation: Reconciliation | null;
  readonly enrolment: Enrolment | null;
  /** Plan, lists and bank returns, also where there are no returns; null without lists. */
  readonly sideBySide: Reconciliation | null;
  readonly due: Reconciled;
}

/** Whoever looks on while it is examined: what is found is only there until something else is looked for. */
export interface OnLookers {
  /** Is given what was read, before it is checked. */
  readonly read?: (read: Omit<ListsAnswer, 'checked'>) => Promise<void>;
  readonly pairs?: GroupOptions['beforeExceptions'];
  readonly rows?: RowOptions['beforeExceptions'];
}

interface AskedOfAll {
  readonly today: Day;
  /** What the bank returns that were read are of. */
  readonly entries: readonly ReturnEntry[];
  readonly due: Reconciled;
  /** Whether people were only resolved as far as that is certain. */
  readonly certain?: boolean | undefined;
  readonly bySubdistrict?: boolean | undefined;
}

/** How does a campaign stand in all? */
export async function overviewAnswer(
  { lists, gathered, rosters, payments }: Resolved,
  { source, budget }: Plan,
  { today, entries, due, certain, bySubdistrict = false }: AskedOfAll,
  onLookers: OnLookers = {},
): Promise<OverviewAnswer & { readonly listed: DedupeAnswer }> {
  const totals = await listedTotals(lists, { bySubdistrict });
  const enrolment = lists.rosters.length > 0 ? await enrol(lists, rosters) : null;
  const reconciliation = await reconciliationOf(lists, entries, budget, payments);
  const reconciled = lists.returns.length > 0 ? due : null;
  const coverage = enrolment && (await coverageOf(lists, enrolment));
  const read = { lists, gathered, totals, nonPayouts: await nonPayoutsOf(lists) };
  await onLookers.read?.(read);
  const looking = { among: GROUP_RULES, enrolment, reconciled, certain, beforeExceptions: onLookers.pairs };
  const listed = {
    ...read,
    checked: await checkRows(lists, today, { beforeExceptions: onLookers.rows }),
    pairs: await checkGroups(lists, today, looking),
    nowhere: await nowhereRows(lists),
    overlap: await overlapOf(
      lists,
      totals.departments.map(({ department }) => department),
    ),
    uncompared: await uncomparedOf(lists),
    budget,
    probable: lists.probable,
    sealed: null, // a page is of open lists
    narrowed: false,
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
}

/** The same of a campaign without any list. */
export const planAlone = ({ budget, checked }: Plan, due: Reconciled): OverviewAnswer => ({
  budget,
  checked,
  planned: [],
  listed: null,
  coverage: null,
  reconciliation: null,
  enrolment: null,
  sideBySide: null,
  due,
});
