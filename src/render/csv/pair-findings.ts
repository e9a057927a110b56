import type { AnyExamined } from '../../report/dedupe/examined-pairs.ts';
import { everyFinding, type SeenFinding } from '../../report/findings/pair-finding.ts';
import type { Shown } from '../../report/findings/pair-row.ts';
import { type Cell, number, type Row, text } from '../../report/sheet.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import { renderLongCsv } from './long.ts';

/**
 * Every finding as a CSV (RFC 4180, CRLF), in pieces: any number of them fits. A line for each row of a finding; those of one
 * finding have its number in common.
 */
export function renderPairFindingsCsv(
  examined: AnyExamined,
  catalogue: Catalogue,
  { bom, ...shown }: Shown & { readonly bom: boolean },
): AsyncGenerator<string> {
  async function* rows(): AsyncGenerator<Row> {
    for await (const found of everyFinding(examined, catalogue, shown)) yield* rowsOf(found, examined, catalogue);
  }
  const columns = headings(examined).map((title) => ({ title, kind: 'text', width: 12 }) as const);
  return renderLongCsv({ name: examined.say.findings.sheet, above: [], columns, rows: rows(), below: [] }, { bom });
}

function headings({ say: { columns } }: AnyExamined): string[] {
  return [
    ...[columns.fingerprint, columns.severity, columns.rule, columns.message, columns.atStake],
    ...[columns.file, columns.sheet, columns.row, columns.name, columns.id, columns.department, columns.measure],
    ...[columns.amount, columns.paidOn, columns.account, columns.phone, columns.household, columns.remark],
  ];
}

function* rowsOf({ finding, message, rows }: SeenFinding, { say }: AnyExamined, catalogue: Catalogue): Generator<Row> {
  const { fingerprint, severity, rule, amount: atStake } = finding;
  const own: Cell[] = [
    ...[number(fingerprint), text(catalogue.severity[severity]), text(rule), text(message)],
    { kind: 'money', value: atStake },
  ];
  for (const row of rows) {
    const { place, amount, amountText } = row;
    yield {
      level: 'item',
      cells: [
        ...own,
        ...[text(place.file), text(place.sheet ?? ''), text(String(place.row ?? ''))],
        ...[text(row.name), number(row.id), text(row.department), text(row.measure)],
        amount === null ? text(amountText) : { kind: 'money', value: amount },
        ...[text(row.paidOn), number(row.account), number(row.phone), text(row.household)],
        text(say.findings.roles[row.role]),
      ],
    };
  }
}
