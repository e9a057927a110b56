import type { Catalogue } from '../text/zh.ts';
import { dedupeReport } from './dedupe-report.ts';
import type { ExaminedPairs } from './examined-pairs.ts';
import type { Shown } from './pair-row.ts';
import type { Report } from './sheet.ts';

/** STUB. */
export async function dedupeWorkbook(examined: ExaminedPairs, catalogue: Catalogue, shown: Shown): Promise<Report> {
  return dedupeReport(examined, catalogue, shown);
}
