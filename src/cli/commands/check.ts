import { type Command, Option } from 'commander';
import { SEVERITIES } from '../../domain/finding.ts';
import type { CampaignFile } from '../../read/campaign-file.ts';
import type { CheckedFiles } from '../../report/check-report.ts';
import type { ExaminedLists } from '../../report/examined-lists.ts';
import type { Report } from '../../report/sheet.ts';
import type { Examined } from '../campaigns.ts';
import type { CheckedCampaign } from '../checked.ts';
import type { Context, Finish } from '../context.ts';
import { UsageError } from '../errors.ts';
import { examples, type ReportFlags, reportFlags, several } from '../flags.ts';
import { type ListFlags, listFlags, refuseWithoutLists, sortInputs } from '../list-flags.ts';
import { deliver, destination, type Rendered, sayOutcome } from '../output.ts';
import { renderReports } from '../render-reports.ts';

interface Flags extends ReportFlags, ListFlags {
  readonly roster?: readonly string[];
  readonly returns?: readonly string[];
  /** False with --no-lists: the campaign file alone. */
  readonly lists: boolean;
  /** How each header was understood, and nothing else. */
  readonly columns?: boolean;
}

const FORMATS = ['table', 'json', 'csv'] as const;

/** `relief check [CAMPAIGN…] [LIST…]`: can the files be read, and what do the rules find in them, row by row? */
export function declareCheck(program: Command, context: Context, finish: Finish): void {
  const { catalogue } = context;
  const { cli } = catalogue;
  const command = program
    .command('check')
    .description(cli.check)
    .argument('[files...]', cli.campaignsAndLists)
    .addHelpText('after', examples(EXAMPLES, catalogue));
  listFlags(reportFlags(command, catalogue, FORMATS), catalogue)
    .addOption(new Option('--roster <file>', cli.roster).argParser(several))
    .addOption(new Option('--returns <file>', cli.returns).argParser(several))
    .addOption(new Option('--no-lists', cli.noLists))
    .option('--columns', cli.columns)
    .action(async (files: string[], flags: Flags) => {
      const { campaigns, lists } = sortInputs(files, 'list');
      const besides = [...lists, ...(flags.roster ?? []), ...(flags.returns ?? [])];
      if (campaigns.length + besides.length === 0) throw new UsageError(cli.nothingToCheck);
      if (campaigns.length > 1 && besides.length > 0) throw new UsageError(cli.oneCampaign);
      if (!flags.lists && besides.length > 0) throw new UsageError(cli.listsUnwanted);
      const target = destination(flags, 1, context, FORMATS);
      const checked = await examined(campaigns, lists, flags, context);
      const listed = checked.flatMap((each) => each.listed ?? []);
      try {
        refuseWithoutLists(flags, listed.length > 0, catalogue);
        if (target.format === 'csv' && (listed.length !== 1 || flags.columns)) throw new UsageError(cli.csvNeedsLists);
        const read = listed.flatMap(({ lists }) => lists.files.map(({ file }) => file));
        await deliver([await render(checked, flags, target.format, context)], target, [...files, ...read], context);
        const { exitCode } = await import('../campaigns.ts');
        const { checkCounts, checkVerdict } = await import('../../report/check-report.ts');
        const found = checked.flatMap((each) => {
          const counts = checkCounts(each);
          sayOutcome(target, checkVerdict(each, catalogue), counts, context);
          return SEVERITIES.filter((severity) => counts[severity] > 0);
        });
        finish(exitCode(found, flags.failOn));
      } finally {
        for (const { lists } of listed) lists.database.close();
      }
    });
}

const EXAMPLES = [
  'relief check campaign.yaml',
  'relief check campaigns/*.yaml --no-lists',
  'relief check recipients.csv',
  'relief check low-income.xlsx',
  'relief check campaign.yaml lists/*.xlsx',
  'relief check list.csv --columns',
  'relief check list.csv --column 救助款=amount -o findings.csv',
];

/** What is checked together, each for itself. */
interface Checked extends CheckedFiles {
  readonly source: CampaignFile | null;
}

async function examined(
  campaigns: readonly string[],
  lists: readonly string[],
  flags: Flags,
  context: Context,
): Promise<Checked[]> {
  const { examine } = await import('../campaigns.ts');
  const plans = examine(campaigns, context.io.today());
  const checked: Checked[] = [];
  const planOf = ({ source, budget, checked }: Examined) => ({ file: source.file.path, budget, checked });
  try {
    for (const one of plans) {
      // The engine is loaded only where there is anything for it to read.
      const { namesFiles } = await import('../names-files.ts');
      const reads = flags.lists && namesFiles(lists, one.source.campaign, flags);
      const plan = reads ? await (await import('../checked.ts')).withRows(one, lists, flags, context) : one;
      checked.push({ source: one.source, plan: planOf(plan), listed: reads ? (plan as CheckedCampaign).listed : null });
    }
    if (plans.length === 0) {
      const { rowsAlone } = await import('../checked.ts');
      checked.push({ source: null, plan: null, listed: await rowsAlone(lists, flags, context) });
    }
    return checked;
  } catch (error) {
    for (const { listed } of checked) listed?.lists.database.close();
    throw error;
  }
}

async function render(checked: readonly Checked[], flags: Flags, format: string, context: Context): Promise<Rendered> {
  const { catalogue } = context;
  const name = 'check';
  const listed = checked.flatMap((each) => each.listed ?? []);
  const [first] = listed;
  if (format === 'csv' && first) {
    const onCampaign = checked.flatMap(({ plan }) => plan?.checked.findings ?? []);
    const { renderFindingsCsv } = await import('../../render/findings-csv.ts');
    return { name, data: renderFindingsCsv(onCampaign, first, catalogue, { bom: flags.bom ?? false }) };
  }
  if (format === 'json') {
    const { renderJson } = await import('../../render/json.ts');
    return { name, data: renderJson(await records(checked, context)) };
  }
  const reports = flags.columns ? await columnReports(listed, context) : await checkReports(checked, context);
  return { name, data: await renderReports(reports, 'table', flags, context) };
}

async function records(checked: readonly Checked[], { catalogue }: Context) {
  const { checkRecord } = await import('../../render/budget-json.ts');
  const { withRows } = await import('../../render/check-json.ts');
  return checked.map(({ source, plan, listed }) => {
    const record =
      plan && source ? checkRecord(plan.budget, plan.checked, [source.file], catalogue) : { campaign: null };
    return listed ? withRows(record, listed, catalogue) : record;
  });
}

async function columnReports(all: readonly ExaminedLists[], { catalogue }: Context): Promise<Report[]> {
  const { columnsSheets } = await import('../../report/inputs-sheet.ts');
  return all.flatMap((listed) =>
    columnsSheets(listed, catalogue).map((sheet) => ({ title: sheet.name, sheets: [sheet] })),
  );
}

async function checkReports(checked: readonly Checked[], { catalogue }: Context): Promise<Report[]> {
  const { checkReport } = await import('../../report/check-report.ts');
  const reports: Report[] = [];
  for (const each of checked) {
    const rows =
      each.listed && (await import('../../report/checked-rows-sheets.ts')).checkedRowsSheets(each.listed, catalogue);
    reports.push(checkReport(each, rows ?? [], catalogue));
  }
  return reports;
}
