import type { RowFinding } from '../../checks/row/found-rows.ts';
import { maskedColumn } from '../../report/findings/list-place.ts';
import { rowMessageOf } from '../../report/findings/messages.ts';
import type { Row } from '../../report/sheet.ts';
import { text } from '../../report/sheet.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import { renderLongCsv } from './long.ts';

/** Why rows were held back, a line for each error: where the row stands on the list that was read, whose it is and what is wrong. */
export function renderHeldReasons(findings: AsyncIterable<RowFinding>, catalogue: Catalogue): AsyncGenerator<string> {
  const { columns, sheet } = catalogue.held;
  const kinds = { file: 'text', sheet: 'text', row: 'count', person: 'text', rule: 'text', reason: 'text' } as const;
  const titles = (Object.keys(kinds) as (keyof typeof kinds)[]).map((key) => ({
    title: columns[key],
    kind: kinds[key],
    width: 12,
  }));
  async function* rows(): AsyncGenerator<Row> {
    for await (const finding of findings) {
      const [place] = finding.places.map(maskedColumn);
      yield {
        level: 'item',
        cells: [
          text(place?.file ?? ''),
          text(place?.sheet ?? ''),
          { kind: 'count', value: BigInt(Number(place?.row ?? 0)) },
          text(catalogue.list(finding.people)),
          text(finding.rule),
          text(rowMessageOf(finding, catalogue)),
        ],
      };
    }
  }
  return renderLongCsv({ name: sheet, above: [], columns: titles, rows: rows(), below: [] }, { bom: true });
}
