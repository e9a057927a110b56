import type { Command } from 'commander';
import type { Context, Finish } from '../context.ts';
import { choice } from '../flags.ts';
import { FAIL_ON, type FailOn, widthFor } from '../options.ts';

interface Flags {
  readonly format: 'table' | 'json';
  readonly failOn: FailOn;
}

/** `relief check CAMPAIGN…`: are the files valid, and what do the rules find in them? */
export function declareCheck(program: Command, context: Context, finish: Finish): void {
  const { catalogue, io, chalk } = context;
  program
    .command('check')
    .description(catalogue.cli.check)
    .argument('<campaigns...>', catalogue.cli.campaigns)
    .addOption(choice(catalogue, '-f, --format <format>', catalogue.cli.format, ['table', 'json']).default('table'))
    .addOption(choice(catalogue, '--fail-on <severity>', catalogue.cli.failOn, FAIL_ON).default('error'))
    .action(async (files: string[], { format, failOn }: Flags) => {
      const { examine, exitCode } = await import('../campaigns.ts');
      const examined = examine(files, io.today());
      if (format === 'json') {
        const { renderJson } = await import('../../render/json.ts');
        const { checkRecord } = await import('../../render/budget-json.ts');
        io.stdout.write(
          renderJson(
            examined.map(({ source, budget, checked }) => checkRecord(budget, checked, [source.file], catalogue)),
          ),
        );
      } else {
        const { checkReport } = await import('../../report/check-report.ts');
        const { renderTerminal } = await import('../../render/terminal.ts');
        const options = { width: widthFor(undefined, io), chalk, catalogue };
        const reports = examined.map(({ source, budget, checked }) =>
          checkReport(source.file.path, budget, checked, catalogue),
        );
        io.stdout.write(reports.map((report) => renderTerminal(report, options)).join('\n'));
      }
      finish(
        exitCode(
          examined.flatMap(({ checked }) => checked.findings),
          failOn,
        ),
      );
    });
}
