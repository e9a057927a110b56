import { type Command, Option } from 'commander';
import type { Day } from '../../domain/calendar.ts';
import { SEVERITIES } from '../../domain/finding.ts';
import type { ExaminedCases } from '../../report/examined-cases.ts';
import type { Context, Finish } from '../context.ts';
import { examples, type ReportFlags, reportFlags, several } from '../flags.ts';
import type { Output } from '../io.ts';
import { type ListFlags, listFlags } from '../list-flags.ts';
import { widthFor } from '../options.ts';
import { deliver, destination, FORMATS, type Format, sayOutcome } from '../output.ts';
import type { ReturnFlags } from '../returns.ts';

/** Flags of whatever finds cases. */
interface FindFlags extends ListFlags, ReturnFlags {
  readonly roster?: readonly string[];
  readonly blocked?: readonly string[];
  readonly hints?: boolean;
}

interface Flags extends ReportFlags, FindFlags {}

/** Declares the flags of a command that finds cases. */
function findFlags(command: Command, context: Context): Command {
  const { cli } = context.catalogue;
  return listFlags(command, context.catalogue)
    .addOption(new Option('--roster <file>', cli.roster).argParser(several))
    .addOption(new Option('--blocked <file>', cli.blockedRoster).argParser(several))
    .addOption(new Option('--returns <file>', cli.returns).argParser(several))
    .option('--cumulative', cli.cumulative)
    .option('--complete', cli.complete)
    .option('--hints', cli.casesHints);
}

/** `relief cases CAMPAIGN`: which doubts went out, who answered, and what is closed? */
export function declareCases(program: Command, context: Context, finish: Finish): void {
  const { catalogue } = context;
  const { cli } = catalogue;
  const command = program
    .command('cases')
    .description(cli.cases)
    .argument('<files...>', cli.campaignAndLists)
    .addHelpText('after', examples(EXAMPLES, catalogue));
  findFlags(reportFlags(command, catalogue, FORMATS), context).action(async (files: string[], flags: Flags) => {
    const { exitCode } = await import('../campaigns.ts');
    const { examinedCases, findCases, oneCampaign, registerOf } = await import('../cases.ts');
    const { campaign, lists } = oneCampaign(files, context);
    const target = destination(flags, 1, context);
    const found = await findCases(campaign, lists, flags, context);
    const examined = examinedCases(found, registerOf(found), context.io.today() as Day);
    await deliver([{ name: 'cases', data: await render(examined, target.format, flags, context) }], target, context);
    const { casesCounts, casesVerdict } = await import('../../report/cases-verdict.ts');
    const counts = casesCounts(examined);
    sayOutcome(target, casesVerdict(examined, catalogue), counts, context);
    finish(
      exitCode(
        SEVERITIES.filter((severity) => counts[severity] > 0),
        flags.failOn,
      ),
    );
  });
}

const EXAMPLES = ['relief cases campaign.yaml', 'relief cases campaign.yaml -o 台账.xlsx'];

async function render(
  examined: ExaminedCases,
  format: Format,
  flags: Flags,
  { catalogue, chalk, io }: Context,
): Promise<Output> {
  switch (format) {
    case 'json': {
      const { renderJson } = await import('../../render/json.ts');
      const { casesRecord } = await import('../../render/cases-json.ts');
      return renderJson([casesRecord(examined)]);
    }
    case 'csv': {
      const { renderLongCsv } = await import('../../render/long-csv.ts');
      const { ledgerSheet } = await import('../../report/cases-workbook.ts');
      return renderLongCsv(ledgerSheet(examined, catalogue), { bom: flags.bom ?? false });
    }
    case 'xlsx': {
      const { casesWorkbook } = await import('../../report/cases-workbook.ts');
      const { renderXlsx } = await import('../../render/xlsx.ts');
      return renderXlsx(casesWorkbook(examined, catalogue), catalogue);
    }
    case 'md': {
      const { casesReport } = await import('../../report/cases-report.ts');
      const { renderMarkdown } = await import('../../render/markdown.ts');
      return renderMarkdown([casesReport(examined, catalogue)]);
    }
    case 'table': {
      const { casesReport } = await import('../../report/cases-report.ts');
      const { renderTerminal } = await import('../../render/terminal.ts');
      return renderTerminal(casesReport(examined, catalogue), { width: widthFor(flags.width, io), chalk, catalogue });
    }
  }
}
