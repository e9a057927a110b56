import type { ReconcileRecord } from '../../contract/reconcile.ts';
import { yuan } from '../../domain/money.ts';
import { ROW_STATES } from '../../domain/settlement.ts';
import { maskText } from '../../domain/shown/masking.ts';
import { messageOf } from '../../report/findings/findings-sheet.ts';
import { pairMessageOf, seenPair } from '../../report/findings/pair-finding.ts';
import type { Shown } from '../../report/findings/pair-row.ts';
import type { ExaminedList } from '../../report/lists/examined-lists.ts';
import type { ExaminedReconciliation } from '../../report/reconcile/examined-reconciliation.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import { usualAmount } from '../../totals/lists/usual-amount.ts';
import type { Reconciled } from '../../totals/reconcile/reconciled.ts';
import type { Reconciliation } from '../../totals/reconcile/reconciliation.ts';
import { shownPeople } from '../door.ts';
import { count, money } from './budget.ts';
import { rowRecord } from './dedupe.ts';
import { each, type Made } from './json.ts';
import { absurdRecord, inputRecord, settledRecord, sumRecord } from './listed.ts';
import { asideRecords, countsByRule, findingRecord, notCheckedRecord } from './lists.ts';

/**
 * `relief/reconcile@1`: what was planned, listed and paid of each measure; the rows of each bank return by what they turned out
 * to be; and what was found, between plan and lists first, then between lists and bank, worst first.
 */
export function reconcileRecord(
  examined: ExaminedReconciliation,
  catalogue: Catalogue,
  shown: Shown,
): Made<ReconcileRecord> {
  const { lists, reconciliation, pairs, planned, due } = examined;
  const bySeverity = { ...pairs.counts };
  for (const { severity } of planned) bySeverity[severity] += 1;
  const byRule = countsByRule(pairs.groups);
  for (const { rule } of planned) byRule[rule] = (byRule[rule] ?? 0) + 1;
  return {
    schema: 'relief/reconcile@1',
    campaign: lists.campaign && { id: lists.campaign.id, title: lists.campaign.title },
    due: due.isDue,
    byMeasure: reconciliation.measures.map(({ department, measure, plan, unmentionedOf, ...sums }) => ({
      department: maskText(department) || null,
      measure: maskText(measure) || null,
      id: plan?.measure.id ?? null,
      planned: plan && { count: count(plan.count), amount: money(plan.adopted) },
      ...reconciledRecord(sums),
      unmentionedBy: unmentionedOf.map(({ batch, ...sum }) => ({ batch, ...sumRecord(sum) })),
    })),
    total: totalRecord(reconciliation),
    returns: reconciliation.returns.map(({ index, rows }) => ({
      ...inputRecord(lists.returns[index] as ExaminedList),
      states: each(ROW_STATES, (state) => sumRecord(rows[state])),
    })),
    failures: reconciliation.failures.map(({ failure, reason, ...of }) => ({
      failure,
      reason: maskText(reason),
      ...sumRecord(of),
    })),
    summary: { bySeverity, byRule },
    notChecked: pairs.notChecked.map(notCheckedRecord),
    rulesOff: pairs.off,
    excepted: pairs.excepted.map(({ finding, reason, until }) => ({
      ...findingRecord(finding, pairMessageOf(finding, catalogue)),
      reason,
      until,
    })),
    read: examined.gathered,
    inputs: lists.lists.map(inputRecord),
    skippedSheets: lists.skipped,
    setAside: asideRecords(examined),
    findings: findings(examined, catalogue, shown),
  };
}

function reconciledRecord(reconciled: Reconciled) {
  return { listed: sumRecord(reconciled.listed), ...settledRecord(reconciled) };
}

function totalRecord({ total, outliers: { listed, open, unmentioned } }: Reconciliation) {
  return {
    ...reconciledRecord(total),
    outliers: { ...absurdRecord(listed), open: absurdRecord(open), unmentioned: absurdRecord(unmentioned) },
    usual: yuan(usualAmount({ amount: total.listed.amount, outliers: listed })),
  };
}

async function* findings({ pairs, planned }: ExaminedReconciliation, catalogue: Catalogue, shown: Shown) {
  for (const finding of planned) yield findingRecord(finding, messageOf(finding, catalogue));
  for await (const finding of pairs.stream()) {
    const { message, people, rows } = seenPair(finding, catalogue, shown);
    yield {
      ...findingRecord(finding, message, shownPeople(people, shown)),
      rows: rows.map((row) => ({ role: row.role, ...rowRecord(row) })),
    };
  }
}
