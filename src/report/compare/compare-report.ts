import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { CompareWords } from '../../text/zh/compare.ts';
import type { Comparison } from '../../totals/compare/compare.ts';
import type { Report } from '../sheet.ts';
import { labelsOf } from './compare-cells.ts';
import { measuresSheet } from './compare-measures-sheet.ts';
import { reachSheet } from './compare-reach-sheet.ts';
import { standardsSheet } from './compare-standards-sheet.ts';

/**
 * Two campaigns side by side: what is added, dropped and kept, and its money; then the standards; then the reach. `hasPeople`: whether
 * those of their lists are compared as well.
 */
export function compareReport(
  comparison: Comparison,
  catalogue: Catalogue,
  words: CompareWords,
  hasPeople = false,
): Report {
  const { from, to } = comparison;
  const labels = labelsOf(comparison, words);
  return {
    title: words.title(from.campaign.title, to.campaign.title),
    sheets: [
      measuresSheet(comparison, labels, catalogue, words, hasPeople),
      ...[standardsSheet, reachSheet]
        .map((sheet) => sheet(comparison, labels, catalogue, words))
        .filter(({ rows }) => rows.length > 0),
    ],
  };
}
