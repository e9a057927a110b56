import type { Command } from 'commander';
import type { Examined } from '../campaigns.ts';
import type { Context, Finish } from '../context.ts';
import { examples, type ReportFlags, reportFlags } from '../flags.ts';
import { widthFor } from '../options.ts';
import { deliver, destination, FORMATS, type Format, type Rendered } from '../output.ts';

/** `relief budget CAMPAIGN…`: what it costs and reaches, and whether the document's figures add up. */
export function declareBudget(program: Command, context: Context, finish: Finish): void {
  const { catalogue, io } = context;
  const command = program
    .command('budget')
    .description(catalogue.cli.budget)
    .argument('<campaigns...>', catalogue.cli.campaigns)
    .addHelpText('after', examples(EXAMPLES, catalogue));
  reportFlags(command, catalogue, FORMATS).action(async (files: string[], flags: ReportFlags) => {
    const target = destination(flags, files.length, context);
    const { examine, exitCode } = await import('../campaigns.ts');
    const examined = examine(files, io.today());
    const rendered =
      target.to === 'folder'
        ? await Promise.all(examined.map((one) => render([one], target.format, flags, context)))
        : [await render(examined, target.format, flags, context)];
    deliver(rendered, target, files, context);
    finish(
      exitCode(
        examined.flatMap(({ checked }) => checked.findings),
        flags.failOn,
      ),
    );
  });
}

const EXAMPLES = [
  'relief budget campaign.yaml',
  'relief budget campaign.yaml -o budget.xlsx',
  'relief budget campaign.yaml --format json | jq .total',
  'relief budget campaigns/*.yaml --format csv --bom > all.csv',
  'relief budget campaigns/*.yaml -o out/',
];

async function render(
  examined: readonly Examined[],
  format: Format,
  flags: ReportFlags,
  context: Context,
): Promise<Rendered> {
  const { catalogue, chalk, io } = context;
  const name = examined.map(({ source }) => source.campaign.id).join('+');
  if (format === 'json') {
    const { renderJson } = await import('../../render/json.ts');
    const { budgetRecord } = await import('../../render/budget-json.ts');
    return {
      name,
      data: renderJson(
        examined.map(({ source, budget, checked }) => budgetRecord(budget, checked, [source.file], catalogue)),
      ),
    };
  }
  const { budgetReport } = await import('../../report/budget-report.ts');
  const reports = examined.map(({ budget, checked }) => budgetReport(budget, checked, catalogue));
  switch (format) {
    case 'table': {
      const { renderTerminal } = await import('../../render/terminal.ts');
      const options = { width: widthFor(flags.width, io), chalk, catalogue };
      return { name, data: reports.map((report) => renderTerminal(report, options)).join('\n') };
    }
    case 'csv': {
      const { renderCsv } = await import('../../render/csv.ts');
      return { name, data: renderCsv(reports, catalogue, { bom: flags.bom ?? false }) };
    }
    case 'md': {
      const { renderMarkdown } = await import('../../render/markdown.ts');
      return { name, data: renderMarkdown(reports) };
    }
    case 'xlsx': {
      const { renderXlsx } = await import('../../render/xlsx.ts');
      const [report] = reports;
      return { name, data: report ? await renderXlsx(report, catalogue) : '' };
    }
  }
}
