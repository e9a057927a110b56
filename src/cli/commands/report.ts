import { existsSync } from 'node:fs';
import { type Command, Option } from 'commander';
import packageJson from '../../../package.json' with { type: 'json' };
import type { Day } from '../../domain/calendar.ts';
import { SEVERITIES } from '../../domain/finding.ts';
import { registerBeside } from '../../read/register/beside.ts';
import type { ExaminedCases } from '../../report/cases/examined-cases.ts';
import type { Overview } from '../../report/page/overview.ts';
import { wordsFor } from '../../text/words.ts';
import type { FoundCases } from '../cases.ts';
import type { CasesAside } from '../cases-aside.ts';
import type { Context, Finish } from '../context.ts';
import { UsageError } from '../errors.ts';
import { choice, examples, several } from '../flags.ts';
import { type ListFlags, listFlags, sortInputs } from '../list-flags.ts';
import { FAIL_ON, type FailOn } from '../options.ts';
import { deliver, type ReportFormat, sayOutcome } from '../output.ts';
import type { ReturnFlags } from '../returns.ts';

interface Flags extends ListFlags, ReturnFlags {
  readonly output?: string;
  readonly failOn: FailOn;
  readonly roster?: readonly string[];
  readonly blocked?: readonly string[];
  readonly maskNames?: boolean;
}

/** `relief report CAMPAIGN [LIST…] -o REPORT.html`: a page that a leader can read. */
export function declareReport(program: Command, context: Context, finish: Finish): void {
  const { catalogue } = context;
  const { cli } = catalogue;
  const command = program
    .command('report')
    .description(cli.report)
    .argument('<files...>', cli.campaignAndLists)
    .addHelpText('after', examples(EXAMPLES, catalogue));
  listFlags(command, catalogue)
    .option('-o, --output <file>', cli.output)
    .option('--summary <file>', cli.summary)
    .addOption(choice(catalogue, '--fail-on <severity>', cli.failOn, FAIL_ON).default('error'))
    .addOption(new Option('--roster <file>', cli.roster).argParser(several))
    .addOption(new Option('--blocked <file>', cli.blockedRoster).argParser(several))
    .addOption(new Option('--returns <file>', cli.returns).argParser(several))
    .option('--cumulative', cli.cumulative)
    .option('--complete', cli.complete)
    .option('--mask-names', cli.maskNames)
    .action(async (files: string[], flags: Flags) => {
      const { campaigns, lists } = sortInputs(files, 'campaign');
      if (campaigns.length !== 1) throw new UsageError(campaigns.length === 0 ? cli.needsCampaign : cli.oneCampaign);
      const { examine, exitCode } = await import('../campaigns.ts');
      const { examineOverview } = await import('../overview.ts');
      const [plan] = await examine(campaigns, context);
      if (!plan) return;
      const [campaign = ''] = campaigns;
      const aside = await casesBeside(campaign);
      const overview = await examineOverview(lists, plan, flags, context, aside ?? {});
      try {
        const cases = aside && (await heldAgainst(await aside.all(plan, overview, context), context));
        const path = flags.output;
        const target =
          path === undefined
            ? { to: 'stdout' as const, format: 'html' as ReportFormat }
            : { to: 'file' as const, format: 'html' as ReportFormat, path };
        await deliver(
          [{ name: 'report', data: await renderPage(overview, { ...flags, cases }, context) }],
          target,
          context,
        );
        const { findingCounts } = await import('../../report/findings/finding-counts.ts');
        const counts = findingCounts([...overview.checked.findings, ...overview.planned], overview.listed);
        sayOutcome(target, [], counts, context);
        const found = SEVERITIES.filter((severity) => counts[severity] > 0);
        finish(exitCode(found, flags.failOn));
      } finally {
        overview.listed?.lists.database.close();
      }
    });
}

const EXAMPLES = [
  'relief report campaign.yaml -o report.html',
  'relief report campaign.yaml lists/*.csv --roster poor.xlsx -o report.html',
  'relief report campaign.yaml --mask-names --lang en -o report.html',
];

/** What finds the cases of a campaign beside the rest, where it has a register. */
async function casesBeside(campaign: string): Promise<CasesAside | null> {
  if (campaign === '-' || !existsSync(registerBeside(campaign))) return null;
  const { CasesAside } = await import('../cases-aside.ts');
  return new CasesAside(campaign, {});
}

async function heldAgainst(found: FoundCases, { io }: Context): Promise<ExaminedCases> {
  const { examinedCases, registerOf } = await import('../cases.ts');
  return examinedCases(found, registerOf(found), io.today() as Day);
}

/** The page for leaders. */
export async function renderPage(
  overview: Overview,
  { maskNames = false, cases = null }: Pick<Flags, 'maskNames'> & { readonly cases?: ExaminedCases | null },
  { catalogue, io }: Context,
): Promise<string> {
  const words = await wordsFor('page', catalogue.language);
  const scorecard = await wordsFor('scorecard', catalogue.language);
  const { leaderPage } = await import('../../report/page/leader-page.ts');
  const { renderReport } = await import('../../render/html/report-html.ts');
  const options = { day: io.today(), version: packageJson.version, maskNames, cases };
  return renderReport(await leaderPage(overview, words, scorecard, catalogue, options), words, catalogue);
}
