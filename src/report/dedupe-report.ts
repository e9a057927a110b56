import type { Catalogue } from '../text/zh.ts';
import type { ExaminedPairs } from './examined-pairs.ts';
import { inputsSheet } from './inputs-sheet.ts';
import type { Report } from './sheet.ts';

export interface Shown {
  /** Whether ID numbers, phones and accounts are shown in full. */
  readonly showIds: boolean;
}

/** STUB. */
export function dedupeReport(examined: ExaminedPairs, _catalogue: Catalogue, _shown: Shown): Report {
  return { title: 'dedupe', sheets: [inputsSheet(examined)] };
}

/** STUB. */
export async function dedupeWorkbook(examined: ExaminedPairs, catalogue: Catalogue, shown: Shown): Promise<Report> {
  return dedupeReport(examined, catalogue, shown);
}
