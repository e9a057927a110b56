import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { Shown } from '../findings/pair-row.ts';
import { departmentRowsSheet, pairRowsSheet } from '../findings/pair-rows-sheet.ts';
import type { LongSheet, Report, Sheet } from '../sheet.ts';
import { dedupeTitle, lastSheets } from './dedupe-report.ts';
import { dedupeSummarySheet } from './dedupe-summary-sheet.ts';
import { dedupeVerdict } from './dedupe-verdict.ts';
import type { ExaminedPairs } from './examined-pairs.ts';
import { overlapMatrix } from './overlap-sheet.ts';

/** A workbook of more sheets is no longer looked through. */
const DEPARTMENTS_SHOWN = 40;

/** All that was found, and for each department a sheet to be sent back to it, with columns for it to fill in. */
export async function dedupeWorkbook(
  examined: ExaminedPairs,
  catalogue: Catalogue,
  shown: Shown,
): Promise<Report<Sheet | LongSheet>> {
  const { workbook: say } = examined.say;
  const [inPairs, inRows] = [await examined.pairs.departments(), await examined.checked.departments()];
  const found = examined.totals.departments
    .map(({ department }) => department)
    .filter((department) => examined.lists.assignments.departments[department]?.name)
    .filter((department) => inPairs.has(department) || inRows.has(department));
  const departments = found.slice(0, DEPARTMENTS_SHOWN);
  const summary = dedupeSummarySheet(examined, catalogue, dedupeVerdict(examined, catalogue));
  const remarks = [
    shown.showIds ? say.notMasked : say.masked,
    ...(found.length > departments.length ? [say.moreDepartments(found.length - departments.length)] : []),
  ];
  return {
    title: dedupeTitle(examined),
    sheets: [
      { ...summary, below: [...summary.below, ...remarks] },
      overlapMatrix(examined, shown),
      pairRowsSheet(examined, catalogue, shown),
      ...departments.map((department) => departmentRowsSheet(department, examined, catalogue, shown)),
      ...lastSheets(examined, catalogue),
    ],
  };
}
