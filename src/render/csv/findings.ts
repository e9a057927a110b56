import type { Finding } from '../../domain/finding.ts';
import { messageOf } from '../../report/findings/findings-sheet.ts';
import { maskedColumn } from '../../report/findings/list-place.ts';
import { rowMessageOf } from '../../report/findings/messages.ts';
import type { ExaminedLists } from '../../report/lists/examined-lists.ts';
import { number, type Row, text } from '../../report/sheet.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import { renderLongCsv } from './long.ts';

/** Every finding, those on the campaign first, as a CSV (RFC 4180, CRLF), in pieces: any number of them fits. */
export function renderFindingsCsv(
  onCampaign: readonly Finding[],
  { checked, words }: ExaminedLists,
  catalogue: Catalogue,
  { bom }: { readonly bom: boolean },
): AsyncGenerator<string> {
  const { severity, rule, message, person, file, sheet, row, column, amount, fingerprint } = words.findings.columns;
  const titles = [severity, rule, message, person, file, sheet, row, column, amount, fingerprint];
  async function* rows(): AsyncGenerator<Row> {
    for (const finding of onCampaign) yield rowOf(finding, messageOf(finding, catalogue), catalogue);
    for await (const finding of checked.stream()) yield rowOf(finding, rowMessageOf(finding, catalogue), catalogue);
  }
  const columns = titles.map((title) => ({ title, kind: 'text', width: 12 }) as const);
  return renderLongCsv({ name: words.findings.sheet, above: [], columns, rows: rows(), below: [] }, { bom });
}

function rowOf(finding: Finding, message: string, catalogue: Catalogue): Row {
  const [place] = finding.places.map(maskedColumn);
  const { severity, rule, people, amount, fingerprint } = finding;
  return {
    level: 'item',
    cells: [
      ...[text(catalogue.severity[severity]), text(rule), text(message), text(catalogue.list(people))],
      ...[text(place?.file ?? ''), text(place?.sheet ?? '')],
      ...[text(String(place?.row ?? '')), text(String(place?.column ?? ''))],
      ...[{ kind: 'money', value: amount } as const, number(fingerprint)],
    ],
  };
}
