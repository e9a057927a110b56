import type { JsonRecord } from '../render/json/json.ts';
import type { LongSheet, Report, Sheet } from '../report/sheet.ts';
import type { Context } from './context.ts';
import type { SheetFlags } from './flags.ts';
import type { Output } from './io.ts';
import { widthFor } from './options.ts';
import type { ReportFormat } from './output.ts';

/** What an answer looks like; of it, what a format asks for is made. */
export interface Presentation {
  readonly records: () => readonly JsonRecord[] | Promise<readonly JsonRecord[]>;
  readonly reports: () => readonly Report[] | Promise<readonly Report[]>;
  /** What a CSV file holds, where that is not the first sheet of each report. */
  readonly csv?: (options: { readonly bom: boolean }) => Promise<Output>;
  /** What a workbook holds, where that is more than the report. */
  readonly workbook?: () => Promise<Report<Sheet | LongSheet>>;
}

/** An answer in any format; a workbook holds one report. */
export async function present(
  { records, reports, csv, workbook }: Presentation,
  format: ReportFormat,
  flags: SheetFlags,
  { catalogue, chalk, io, runs }: Context,
): Promise<Output> {
  if (runs.journal !== null) runs.records.push(...(await records()));
  switch (format) {
    case 'json': {
      const { renderJson } = await import('../render/json/json.ts');
      return renderJson(await records());
    }
    case 'jsonl': {
      const { renderJsonLines } = await import('../render/json/json.ts');
      return renderJsonLines(await records());
    }
    case 'csv': {
      const bom = flags.bom ?? false;
      if (csv) return csv({ bom });
      const { renderCsv } = await import('../render/csv/csv.ts');
      return renderCsv(await reports(), catalogue, { bom });
    }
    case 'xlsx': {
      const [report] = workbook ? [await workbook()] : await reports();
      const { renderXlsx } = await import('../render/xlsx/xlsx.ts');
      return report ? renderXlsx(report, catalogue) : '';
    }
    case 'html': {
      const { renderHtml } = await import('../render/html/html.ts');
      return renderHtml(await reports(), catalogue);
    }
    case 'md': {
      const { renderMarkdown } = await import('../render/markdown.ts');
      return renderMarkdown(await reports());
    }
    case 'table': {
      const { renderTerminal } = await import('../render/terminal.ts');
      const options = { width: widthFor(flags.width, io), chalk, catalogue };
      return (await reports()).map((report) => renderTerminal(report, options)).join('\n');
    }
  }
}
