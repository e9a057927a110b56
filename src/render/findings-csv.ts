import { stringify } from 'csv-stringify/sync';
import { yuan } from '../domain/money.ts';
import type { ExaminedLists } from '../report/examined-lists.ts';
import { rowMessageOf } from '../report/messages.ts';
import type { Catalogue } from '../text/zh.ts';
import { neutralised } from './cell-text.ts';

const BATCH = 1000;

/** Every finding on the lists as a CSV (RFC 4180, CRLF), in pieces: any number of them fits. */
export async function* renderFindingsCsv(
  { checked, words }: ExaminedLists,
  catalogue: Catalogue,
  { bom }: { readonly bom: boolean },
): AsyncGenerator<string> {
  const { severity, rule, message, person, file, sheet, row, column, amount, fingerprint } = words.findings.columns;
  const print = (rows: readonly string[][]) => stringify([...rows], { record_delimiter: '\r\n' });
  yield (bom ? '\ufeff' : '') +
    print([[severity, rule, message, person, file, sheet, row, column, amount, fingerprint]]);
  let batch: string[][] = [];
  for await (const finding of checked.stream()) {
    const [place] = finding.places;
    const cells = [
      catalogue.severity[finding.severity],
      finding.rule,
      rowMessageOf(finding, catalogue),
      catalogue.list(finding.people),
      place?.file ?? '',
      place?.sheet ?? '',
      String(place?.row ?? ''),
      String(place?.column ?? ''),
      finding.amount === null ? '' : yuan(finding.amount),
      finding.fingerprint,
    ];
    batch.push(cells.map((cell, index) => (index === 6 || index === 8 ? cell : neutralised(cell))));
    if (batch.length === BATCH) {
      yield print(batch);
      batch = [];
    }
  }
  if (batch.length > 0) yield print(batch);
}
