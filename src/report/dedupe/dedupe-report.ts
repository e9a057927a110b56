import { grouped, wanYuan } from '../../domain/money.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import { usualAmount } from '../../totals/lists/usual-amount.ts';
import { notesSheet } from '../findings/notes-sheet.ts';
import { seenSingle } from '../findings/pair-finding.ts';
import { pairFindingsSheet } from '../findings/pair-findings-sheet.ts';
import type { Shown } from '../findings/pair-row.ts';
import { rowFindingsSheet } from '../findings/row-findings-sheet.ts';
import { batchesSheet } from '../lists/batches-sheet.ts';
import { inputsSheet } from '../lists/inputs-sheet.ts';
import { outlierAside } from '../lists/outlier-words.ts';
import { readWords } from '../lists/read-words.ts';
import { scorecardSheet } from '../lists/scorecard.ts';
import type { Report, Sheet } from '../sheet.ts';
import { dedupeSummarySheet } from './dedupe-summary-sheet.ts';
import { dedupeVerdict } from './dedupe-verdict.ts';
import type { ExaminedPairs } from './examined-pairs.ts';
import { overlapSheet } from './overlap-sheet.ts';

/** Who is paid more than once, as people read it: what it comes to, by departments, by rule, and what was read and not checked. */
export function dedupeReport(examined: ExaminedPairs, catalogue: Catalogue, shown: Shown): Report {
  const singles = rowFindingsSheet(examined, catalogue, (finding) => seenSingle(finding, catalogue, shown).people);
  return {
    title: dedupeTitle(examined),
    verdict: dedupeVerdict(examined, catalogue),
    read: readWords(examined, catalogue),
    sheets: [
      dedupeSummarySheet(examined, catalogue),
      overlapSheet(examined, shown),
      pairFindingsSheet(examined, catalogue, shown),
      { ...singles, below: singles.below.slice(0, 1) },
      ...lastSheets(examined, catalogue),
    ],
  };
}

/** How much stands on how many lists. */
export function dedupeTitle({ lists, totals, say, words }: ExaminedPairs): string {
  const { payouts, persons, households, withoutAmount } = totals.total;
  const figure = (count: number) => grouped(String(count));
  const [number, earlier] = [lists.lists.length, lists.earlier.length];
  return (
    say.title(
      number,
      figure(payouts),
      figure(persons),
      households === null ? null : figure(households),
      (withoutAmount > 0 ? '≥' : '') + wanYuan(usualAmount(totals.total)),
    ) +
    outlierAside(totals.total, words) +
    (earlier > 0 ? say.against(earlier) : '')
  );
}

/** What was read, and what was not checked. */
export function lastSheets(examined: ExaminedPairs, catalogue: Catalogue): Sheet[] {
  const notes = notesSheet(examined, catalogue);
  return [...batchesSheet(examined), inputsSheet(examined), ...(notes ? [notes] : []), scorecardOf(examined)];
}

function scorecardOf({ budget, totals, overlap, pairs, uncompared, scored, words }: ExaminedPairs): Sheet {
  return scorecardSheet(
    scored ?? { budget, listed: totals.total, repeated: { overlap, pairs, uncompared }, hasLists: true },
    words.scorecard,
  );
}
