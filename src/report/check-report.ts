import type { Checked } from '../checks/campaign/check-campaign.ts';
import type { Catalogue } from '../text/zh.ts';
import type { Budget } from '../totals/budget.ts';
import { findingsSheet } from './findings-sheet.ts';
import type { Report } from './sheet.ts';

/** That a campaign file is valid, and what the rules found in it. */
export function checkReport(file: string, { departments }: Budget, checked: Checked, catalogue: Catalogue): Report {
  const measures = departments.reduce((sum, department) => sum + department.measures.length, 0);
  return {
    title: catalogue.check_.valid(file, departments.length, measures),
    sheets: [findingsSheet(checked, catalogue)],
  };
}
