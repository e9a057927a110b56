import { batchStandings } from '../../answer/pay/payment-sums.ts';
import { grouped, yuan } from '../../domain/money.ts';
import { DECISIVE } from '../../domain/row/wanting.ts';
import { maskText } from '../../domain/shown/masking.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import { notRead } from '../budget/budget-report.ts';
import type { Shown } from '../findings/pair-row.ts';
import { inputsSheet } from '../lists/inputs-sheet.ts';
import { passedOverLines } from '../lists/passed-over.ts';
import { gatheredLines, readWords } from '../lists/read-words.ts';
import { failuresSheet } from '../reconcile/failures-sheet.ts';
import type { Report, VerdictLine } from '../sheet.ts';
import type { ExaminedPayments } from './examined-payments.ts';
import { heldSheet } from './held-sheet.ts';
import { batchesSheet, fatesSheet, filesSheet } from './payment-sheets.ts';
import { ruleTitle } from './rule-title.ts';

/** A round of payments as people read it; `most` of each reason are listed of what is held back. */
export function payReport(examined: ExaminedPayments, catalogue: Catalogue, shown: Shown, most?: number): Report {
  const { plan, lists, say, sums } = examined;
  const others = [
    heldSheet(examined, shown, catalogue, most),
    failuresSheet(examined.failures, say.failures),
    batchesSheet(examined),
  ];
  return {
    title: say.title(lists.campaign?.title ?? '', String(plan.batch), plan.round.isRetry),
    verdict: payVerdict(examined, catalogue),
    read: readWords(examined, catalogue),
    sheets: [
      fatesSheet(examined),
      ...(sums.byKind.now.count > 0 ? [filesSheet(examined)] : []),
      ...others.flatMap((sheet) => sheet ?? []),
      inputsSheet(examined),
    ],
  };
}

const figure = (count: number) => grouped(String(count));
const exact = (amount: bigint) => grouped(yuan(amount));
/** So many places are named in one line. */
const MOST_PLACES = 5;

/** What a round comes to, and all that somebody has to look at before the money goes. */
export function payVerdict(examined: ExaminedPayments, catalogue: Catalogue): VerdictLine[] {
  const { plan, sums, folder, lists, say } = examined;
  const { verdict } = say;
  const { doubles, outliers } = sums;
  const { now, held } = sums.byKind;
  const rejected = lists.lists.reduce((all, list) => all + list.rejected, 0);
  const between = plan.decided.filter(({ fate, between }) => fate.kind === 'now' && between.length > 0);
  const rules = [...new Set(between.flatMap((each) => each.between))];
  const orphans = plan.matched.orphans.flatMap(({ live }) => live ?? []);
  const places = (all: readonly { readonly place: string }[]) =>
    catalogue.list(all.slice(0, MOST_PLACES).map(({ place }) => maskText(place)));
  const { unused, contradicting, used } = plan.corrections;
  return [
    now.count > 0
      ? ['good', verdict.ready(figure(now.count), exact(now.amount), String(plan.files.length))]
      : ['muted', verdict.nothing],
    ...(now.count > 0 ? [folder === null ? line('hint', verdict.dryRun) : line('plain', verdict.written(folder))] : []),
    ...(held.count > 0 ? [line('warning', verdict.held(figure(held.count), exact(held.amount)))] : []),
    ...(outliers.count > 0 ? [line('warning', verdict.outliers(figure(outliers.count), exact(outliers.amount)))] : []),
    ...(doubles.count > 0 ? [line('warning', verdict.doubles(figure(doubles.count), exact(doubles.amount)))] : []),
    ...(between.length > 0
      ? [
          line(
            'warning',
            verdict.between(figure(between.length), catalogue.list(rules.map((rule) => ruleTitle(rule, catalogue)))),
          ),
        ]
      : []),
    ...(rejected > 0 ? [line('warning', verdict.rejected(figure(rejected)))] : []),
    ...batchStandings(plan)
      .filter(({ isWhole, isWithdrawn }) => !isWhole && !isWithdrawn)
      .map(({ number, files }) =>
        line('error', verdict.broken(String(number), catalogue.list(files.map(({ file }) => file)) || '—')),
      ),
    ...(orphans.length > 0
      ? [
          line(
            'warning',
            verdict.orphans(figure(orphans.length), exact(orphans.reduce((sum, { amount }) => sum + amount, 0n))),
          ),
        ]
      : []),
    ...(used > 0 ? [line('plain', verdict.corrected(figure(used)))] : []),
    ...(unused.length > 0 ? [line('warning', verdict.unused(figure(unused.length), places(unused)))] : []),
    ...(contradicting.length > 0 ? [line('error', verdict.contradicting(places(contradicting)))] : []),
    ...(lists.campaign ? notRead(lists.campaign, catalogue, { listed: true, returned: true }) : []).map((words) =>
      line('warning', words),
    ),
    // What has no account is held back, and told as that.
    ...passedOverLines(
      examined,
      DECISIVE.filter((why) => why !== 'no-account'),
    ).map((words) => line('warning', words)),
    ...gatheredLines(examined, catalogue),
  ];
}

const line = (style: VerdictLine[0], words: string): VerdictLine => [style, words];
