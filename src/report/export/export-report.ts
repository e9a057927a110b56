import type { Checked } from '../../checks/campaign/check-campaign.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { ExportWords } from '../../text/zh/export.ts';
import type { Budget } from '../../totals/budget/budget.ts';
import type { ExaminedPairs } from '../dedupe/examined-pairs.ts';
import { findingsSheet } from '../findings/findings-sheet.ts';
import type { Shown } from '../findings/pair-row.ts';
import { pairRowsSheet } from '../findings/pair-rows-sheet.ts';
import type { LongSheet, Report, Sheet } from '../sheet.ts';
import { exportNotesSheet, type ReadFile } from './export-notes-sheet.ts';
import { MOST_DEPARTMENTS } from './listed-of-plan.ts';
import { statisticsSheet } from './statistics-sheet.ts';
import { subdistrictsMatrix } from './subdistricts-matrix.ts';

/** A campaign as its export takes it. */
export interface Exported {
  readonly budget: Budget;
  readonly checked: Checked;
  readonly file: ReadFile;
  readonly listed: ExaminedPairs | null;
}

/** 统计表 alone, as any format shows it; of departments that only lists name, so many by themselves. */
export function statisticsReport(
  { budget, listed }: Exported,
  words: ExportWords,
  catalogue: Catalogue,
  most = MOST_DEPARTMENTS,
): Report {
  return {
    title: words.statistics.title(budget.campaign.year),
    sheets: [statisticsSheet(budget, listed, words, catalogue, most)],
  };
}

/** The workbook: 统计表, 条×块, 疑点 and 说明. */
export function exportWorkbook(
  exported: Exported,
  words: ExportWords,
  catalogue: Catalogue,
  shown: Shown,
): Report<Sheet | LongSheet> {
  const { budget, checked, file, listed } = exported;
  const { title, sheets } = statisticsReport(exported, words, catalogue);
  const matrix = listed && subdistrictsMatrix(listed, words);
  const plan = findingsSheet(checked, catalogue);
  return {
    title,
    sheets: [
      ...sheets,
      ...(matrix ? [matrix] : []),
      plan,
      ...(listed ? [pairRowsSheet(listed, catalogue, shown)] : []),
      exportNotesSheet(budget.campaign, file, listed, words),
    ],
  };
}
