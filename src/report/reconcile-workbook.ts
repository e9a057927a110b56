import type { Catalogue } from '../text/zh.ts';
import type { ExaminedReconciliation } from './examined-reconciliation.ts';
import type { Shown } from './pair-row.ts';
import { pairRowsSheet } from './pair-rows-sheet.ts';
import { reconcileReport } from './reconcile-report.ts';
import { reconciledSheet } from './reconciled-sheet.ts';
import type { LongSheet, Report, Sheet } from './sheet.ts';

/** The whole report, with every finding. */
export function reconcileWorkbook(
  examined: ExaminedReconciliation,
  catalogue: Catalogue,
  shown: Shown,
): Report<Sheet | LongSheet> {
  const findings = pairRowsSheet(examined, catalogue, shown);
  const { title, verdict = [], sheets } = reconcileReport(examined, catalogue, shown);
  const [, ...others] = sheets.map((sheet) => (sheet.name === findings.name ? findings : sheet));
  return { title, sheets: [reconciledSheet(examined, verdict), ...others] };
}
