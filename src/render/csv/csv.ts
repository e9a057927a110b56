import { stringify } from 'csv-stringify/sync';
import type { Report, Sheet } from '../../report/sheet.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import { dataText, neutralised } from '../cell-text.ts';
import { shownReport } from '../door.ts';

/**
 * The main sheet of each report as one CSV (RFC 4180, CRLF), for machines: a heading row, no titles, bare numbers, money
 * in yuan. Several reports share the heading and are told apart by a first column. `bom` starts it with the UTF-8 mark
 * that Excel needs to know the encoding.
 */
export function renderCsv(
  reports: readonly Report[],
  catalogue: Catalogue,
  { bom }: { readonly bom: boolean },
): string {
  const sheets = reports
    .map((report) => shownReport(report))
    .flatMap(({ sheets: [main], title }) => (main ? [{ title, main }] : []));
  const several = sheets.length > 1;
  const heading =
    sheets[0]?.main.columns.map(({ title, kind }) =>
      kind === 'money' || kind === 'range' ? `${title}${catalogue.parenthesised('元')}` : title,
    ) ?? [];
  const rows = sheets.flatMap(({ title, main }) =>
    dataRows(main).map((row) => (several ? [neutralised(title), ...row] : row)),
  );
  const text = stringify([several ? [catalogue.csv.campaign, ...heading] : heading, ...rows], {
    record_delimiter: '\r\n',
  });
  return bom ? `\ufeff${text}` : text;
}

function dataRows({ rows }: Sheet): string[][] {
  return rows
    .filter(({ level }) => level !== 'band')
    .map(({ cells }) => cells.map((cell) => (cell.kind === 'text' ? neutralised(dataText(cell)) : dataText(cell))));
}
