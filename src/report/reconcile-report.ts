import { wanYuan } from '../domain/money.ts';
import type { Catalogue } from '../text/zh.ts';
import type { ExaminedReconciliation } from './examined-reconciliation.ts';
import { findingsSheet } from './findings-sheet.ts';
import { inputsSheet } from './inputs-sheet.ts';
import { notesSheet } from './notes-sheet.ts';
import { pairFindingsSheet } from './pair-findings-sheet.ts';
import type { Shown } from './pair-row.ts';
import { reconciledSheet } from './reconciled-sheet.ts';
import { returnedRowsSheet } from './returned-rows-sheet.ts';
import { scorecardSheet } from './scorecard.ts';
import type { Report, Sheet } from './sheet.ts';

/** Plan, lists and bank side by side, as people read it. */
export function reconcileReport(examined: ExaminedReconciliation, catalogue: Catalogue, shown: Shown): Report {
  const { lists, planned, reconcile, reconciliation, words } = examined;
  const notes = notesSheet(examined, catalogue);
  const plan = findingsSheet({ findings: planned, excepted: [], off: [] }, catalogue);
  return {
    title: reconcileTitle(examined),
    sheets: [
      reconciledSheet(examined),
      ...(lists.returns.length > 0 ? [returnedRowsSheet(examined)] : []),
      ...(planned.length > 0 ? [{ ...plan, name: reconcile.planned.sheet } satisfies Sheet] : []),
      ...(lists.returns.length > 0 ? [pairFindingsSheet(examined, catalogue, shown)] : []),
      inputsSheet(examined),
      ...(notes ? [notes] : []),
      scorecardSheet(
        { reconciliation: lists.returns.length > 0 ? reconciliation : null, hasLists: true },
        words.scorecard,
      ),
    ],
  };
}

function reconcileTitle({ lists, reconciliation: { total }, reconcile }: ExaminedReconciliation): string {
  return reconcile.title(
    lists.lists.length,
    lists.returns.length,
    wanYuan(total.listed.amount),
    wanYuan(total.paid.amount),
  );
}
