import type { Finding } from '../../domain/finding.ts';
import { wanYuan } from '../../domain/money.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import { usualAmount } from '../../totals/lists/usual-amount.ts';
import { findingsSheet } from '../findings/findings-sheet.ts';
import { notesSheet } from '../findings/notes-sheet.ts';
import { pairFindingsSheet } from '../findings/pair-findings-sheet.ts';
import type { Shown } from '../findings/pair-row.ts';
import { inputsSheet } from '../lists/inputs-sheet.ts';
import { outlierAside } from '../lists/outlier-words.ts';
import { readWords } from '../lists/read-words.ts';
import { scorecardSheet } from '../lists/scorecard.ts';
import type { Report, Sheet } from '../sheet.ts';
import type { ExaminedReconciliation } from './examined-reconciliation.ts';
import { failuresSheet } from './failures-sheet.ts';
import { reconcileVerdict } from './reconcile-verdict.ts';
import { reconciledSheet } from './reconciled-sheet.ts';
import { returnedRowsSheet } from './returned-rows-sheet.ts';

/** Plan, lists and bank side by side, as people read it. */
export function reconcileReport(examined: ExaminedReconciliation, catalogue: Catalogue, shown: Shown): Report {
  const { lists, planned, reconcile, reconciliation, scored, words } = examined;
  const notes = notesSheet(examined, catalogue);
  const isLast = ({ rule }: Finding) => rule === 'planned-not-listed';
  const planSheet = (findings: readonly Finding[]): Sheet[] => {
    const sheet = findingsSheet({ findings, excepted: [], off: [] }, catalogue);
    return findings.length > 0 ? [{ ...sheet, name: reconcile.planned.sheet }] : [];
  };
  return {
    title: reconcileTitle(examined),
    verdict: reconcileVerdict(examined, catalogue),
    read: readWords(examined, catalogue),
    sheets: [
      reconciledSheet(examined),
      ...(lists.returns.length > 0 ? [returnedRowsSheet(examined)] : []),
      ...[failuresSheet(reconciliation.failures, reconcile.failures)].flatMap((sheet) => sheet ?? []),
      ...planSheet(planned.filter((finding) => !isLast(finding))),
      ...(lists.returns.length > 0 ? [pairFindingsSheet(examined, catalogue, shown)] : []),
      inputsSheet(examined),
      ...planSheet(planned.filter(isLast)),
      ...(notes ? [notes] : []),
      scorecardSheet(
        scored ?? { reconciliation: lists.returns.length > 0 ? reconciliation : null, hasLists: true },
        words.scorecard,
      ),
    ],
  };
}

function reconcileTitle(examined: ExaminedReconciliation): string {
  const { lists, reconciliation, reconcile, words } = examined;
  const { listed, paid } = reconciliation.total;
  const outliers = reconciliation.outliers.listed;
  return reconcile.title(
    lists.lists.length,
    lists.returns.length,
    wanYuan(usualAmount({ ...listed, outliers })),
    outlierAside({ outliers }, words),
    wanYuan(paid.amount),
  );
}
