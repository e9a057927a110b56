import { basename } from 'node:path';
import { isDoubtful } from '../../domain/campaign/gathered.ts';
import type { Severity } from '../../domain/finding.ts';
import { grouped, roundedMoney, wanYuan } from '../../domain/money.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import { usualAmount } from '../../totals/lists/usual-amount.ts';
import type { Sum } from '../../totals/reconcile/reconciled.ts';
import { nowhereOf } from '../lists/passed-over.ts';
import { gatheredLines } from '../lists/read-words.ts';
import type { VerdictLine } from '../sheet.ts';
import type { ExaminedReconciliation } from './examined-reconciliation.ts';

const figure = (count: number) => grouped(String(count));

/** How many findings there are of each severity, of whole measures and of payouts; a list that may be counted twice is a warning. */
export function reconcileCounts({ pairs, planned, gathered }: ExaminedReconciliation): Record<Severity, number> {
  const count = (severity: Severity) =>
    pairs.counts[severity] + planned.filter((finding) => finding.severity === severity).length;
  const doubts = gathered.notes.filter(isDoubtful).length;
  return { error: count('error'), warning: count('warning') + doubts, hint: count('hint') };
}

/** Returns that may not be whole, by themselves: of those, agreement says little. */
function doubtfulReturns({ lists: { returns }, reconcile }: ExaminedReconciliation): VerdictLine[] {
  const doubtful = returns.filter(({ source, wrongTotals }) => source.isCutOff || wrongTotals.length > 0);
  if (doubtful.length === 0) return [];
  const files = doubtful.map(({ source: { origin } }) => basename(origin.file));
  return [['warning', reconcile.verdict.doubtful([...new Set(files)])]];
}

/** Do the books agree? Silence never looks like agreement. */
export function reconcileVerdict(examined: ExaminedReconciliation, catalogue: Catalogue): VerdictLine[] {
  const { reconciliation, lists, due, reconcile } = examined;
  const { verdict: say } = reconcile;
  const { failed, open, reversed, unmentioned, difference } = reconciliation.total;
  const { error } = reconcileCounts(examined);
  const notes = [...nowhereOf(examined.nowhere, examined, say.nowhere), ...gatheredLines(examined, catalogue)];
  if (lists.returns.length === 0) return [['warning', say.noReturns], ...notes];
  const { outliers } = reconciliation;
  const silentSum = { ...unmentioned, amount: usualAmount({ ...unmentioned, outliers: outliers.unmentioned }) };
  const openAmount = usualAmount({ ...open, outliers: outliers.open });
  const within = { count: open.count - unmentioned.count, amount: openAmount - silentSum.amount };
  const line = (
    style: 'error' | 'warning',
    words: (count: string, amount: string) => string,
    sum: Sum,
  ): VerdictLine[] => (sum.count > 0 ? [[style, words(figure(sum.count), wanYuan(sum.amount))]] : []);
  const silent = due.isAll ? say.silentAfterAll : due.isDue ? say.silentAfterDeadline : say.silent;
  const lines: VerdictLine[] = [
    ...(error > 0 ? [['error', say.wrong(figure(error))] as const] : []),
    ...line('error', say.failed, failed),
    ...line(due.isDue ? 'error' : 'warning', due.isDue ? say.unpaid : say.open, within),
    ...line(due.isAll ? 'error' : 'warning', silent, silentSum),
    ...doubtfulReturns(examined),
  ];
  const agrees = lines.length === 0 && reversed.count === 0 && difference === 0n;
  const differs: VerdictLine[] = lines.length === 0 && !agrees ? [['warning', say.settled]] : [];
  const { rows, amount } = outliers.listed;
  const absurd: VerdictLine[] = rows > 0 ? [['error', say.outliers(figure(rows), roundedMoney(amount))]] : [];
  return [...lines, ...differs, ...(agrees ? [['good', say.reconciled] as const] : []), ...absurd, ...notes];
}
