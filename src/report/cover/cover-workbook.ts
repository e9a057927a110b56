import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { Shown } from '../findings/pair-row.ts';
import { pairRowsSheet } from '../findings/pair-rows-sheet.ts';
import type { LongSheet, Report, Sheet } from '../sheet.ts';
import { coverReport } from './cover-report.ts';
import { coverageSheet } from './coverage-sheet.ts';
import type { ExaminedCover } from './examined-cover.ts';
import { omissionList } from './omission-list.ts';

/** The whole report, all committees, and everybody who was not reached. */
export function coverWorkbook(examined: ExaminedCover, catalogue: Catalogue, shown: Shown): Report<Sheet | LongSheet> {
  const findings = pairRowsSheet(examined, catalogue, shown);
  const { title, verdict = [], sheets } = coverReport(examined, catalogue, shown, { everywhere: true });
  const [, ...others] = sheets.map((sheet) => (sheet.name === findings.name ? findings : sheet));
  return { title, sheets: [coverageSheet(examined, verdict), omissionList(examined, shown), ...others] };
}
