import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { Shown } from '../findings/pair-row.ts';
import { pairRowsSheet } from '../findings/pair-rows-sheet.ts';
import type { LongSheet, Report, Sheet } from '../sheet.ts';
import type { ExaminedReconciliation } from './examined-reconciliation.ts';
import { reconcileReport } from './reconcile-report.ts';
import { reconciledSheet } from './reconciled-sheet.ts';

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
