import { stringify } from 'csv-stringify/sync';
import { yuan } from '../domain/money.ts';
import type { AnyExamined } from '../report/examined-pairs.ts';
import { everyFinding, type SeenFinding } from '../report/pair-finding.ts';
import type { Shown } from '../report/pair-row.ts';
import type { Catalogue } from '../text/zh.ts';
import { neutralised, oneLine } from './cell-text.ts';

const BATCH = 1000;

/**
 * Every finding as a CSV (RFC 4180, CRLF), in pieces: any number of them fits. A line for each row of a finding; those of one
 * finding have its number in common.
 */
export async function* renderPairFindingsCsv(
  examined: AnyExamined,
  catalogue: Catalogue,
  { bom, ...shown }: Shown & { readonly bom: boolean },
): AsyncGenerator<string> {
  const print = (lines: readonly string[][]) => stringify([...lines], { record_delimiter: '\r\n' });
  yield (bom ? '\ufeff' : '') + print([headings(examined)]);
  let batch: string[][] = [];
  for await (const found of everyFinding(examined, catalogue, shown)) {
    for (const line of linesOf(found, examined, catalogue)) {
      batch.push(line);
      if (batch.length < BATCH) continue;
      yield print(batch);
      batch = [];
    }
  }
  if (batch.length > 0) yield print(batch);
}

function headings({ say: { columns } }: AnyExamined): string[] {
  return [
    ...[columns.fingerprint, columns.severity, columns.rule, columns.message, columns.atStake],
    ...[columns.file, columns.sheet, columns.row, columns.name, columns.id, columns.department, columns.measure],
    ...[columns.amount, columns.paidOn, columns.account, columns.phone, columns.household, columns.remark],
  ];
}

function* linesOf(
  { finding, message, rows }: SeenFinding,
  { say }: AnyExamined,
  catalogue: Catalogue,
): Generator<string[]> {
  const words = (...cells: readonly string[]) => cells.map((cell) => neutralised(oneLine(cell)));
  const { fingerprint, severity, rule, amount: atStake } = finding;
  const own = [
    ...words(fingerprint, catalogue.severity[severity], rule, message),
    atStake === null ? '' : yuan(atStake),
  ];
  for (const row of rows) {
    const { place, amount, amountText } = row;
    yield [
      ...own,
      ...words(place.file, place.sheet ?? ''),
      String(place.row ?? ''),
      ...words(row.name, row.id, row.department, row.measure),
      amount === null ? neutralised(oneLine(amountText)) : yuan(amount),
      ...words(row.paidOn, row.account, row.phone, row.household, say.findings.roles[row.role]),
    ];
  }
}
