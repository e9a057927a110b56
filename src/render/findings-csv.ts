import { stringify } from 'csv-stringify/sync';
import type { Finding } from '../domain/finding.ts';
import { yuan } from '../domain/money.ts';
import type { ExaminedLists } from '../report/examined-lists.ts';
import { messageOf } from '../report/findings-sheet.ts';
import { maskedColumn } from '../report/list-place.ts';
import { rowMessageOf } from '../report/messages.ts';
import type { Catalogue } from '../text/zh.ts';
import { neutralised, oneLine } from './cell-text.ts';

const BATCH = 1000;

/** Every finding, those on the campaign first, as a CSV (RFC 4180, CRLF), in pieces: any number of them fits. */
export async function* renderFindingsCsv(
  onCampaign: readonly Finding[],
  { checked, words }: ExaminedLists,
  catalogue: Catalogue,
  { bom }: { readonly bom: boolean },
): AsyncGenerator<string> {
  const { severity, rule, message, person, file, sheet, row, column, amount, fingerprint } = words.findings.columns;
  const print = (rows: readonly string[][]) => stringify([...rows], { record_delimiter: '\r\n' });
  yield (bom ? '\ufeff' : '') +
    print([[severity, rule, message, person, file, sheet, row, column, amount, fingerprint]]);
  const cellsOf = (finding: Finding, message: string) => {
    const [place] = finding.places.map(maskedColumn);
    return [
      catalogue.severity[finding.severity],
      finding.rule,
      message,
      catalogue.list(finding.people),
      place?.file ?? '',
      place?.sheet ?? '',
      String(place?.row ?? ''),
      String(place?.column ?? ''),
      finding.amount === null ? '' : yuan(finding.amount),
      finding.fingerprint,
    ].map((cell, index) => (index === 6 || index === 8 ? cell : neutralised(oneLine(cell))));
  };
  if (onCampaign.length > 0) yield print(onCampaign.map((finding) => cellsOf(finding, messageOf(finding, catalogue))));
  let batch: string[][] = [];
  for await (const finding of checked.stream()) {
    batch.push(cellsOf(finding, rowMessageOf(finding, catalogue)));
    if (batch.length === BATCH) {
      yield print(batch);
      batch = [];
    }
  }
  if (batch.length > 0) yield print(batch);
}
