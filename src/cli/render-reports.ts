import type { Report } from '../report/sheet.ts';
import type { Context } from './context.ts';
import type { SheetFlags } from './flags.ts';
import type { Output } from './io.ts';
import { widthFor } from './options.ts';
import type { Format } from './output.ts';

/** Reports in any format that shows sheets; a CSV holds the main sheet alone, and a workbook one report. */
export async function renderReports(
  reports: readonly Report[],
  format: Exclude<Format, 'json'>,
  flags: SheetFlags,
  { catalogue, chalk, io }: Context,
): Promise<Output> {
  switch (format) {
    case 'table': {
      const { renderTerminal } = await import('../render/terminal.ts');
      const options = { width: widthFor(flags.width, io), chalk, catalogue };
      return reports.map((report) => renderTerminal(report, options)).join('\n');
    }
    case 'csv': {
      const { renderCsv } = await import('../render/csv/csv.ts');
      return renderCsv(reports, catalogue, { bom: flags.bom ?? false });
    }
    case 'md': {
      const { renderMarkdown } = await import('../render/markdown.ts');
      return renderMarkdown(reports);
    }
    case 'xlsx': {
      const { renderXlsx } = await import('../render/xlsx/xlsx.ts');
      const [report] = reports;
      return report ? renderXlsx(report, catalogue) : '';
    }
  }
}
