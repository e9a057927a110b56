import { type Command, Option } from 'commander';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import { SEVERITIES } from '../../domain/finding.ts';
import type { CampaignFile } from '../../read/campaign-file.ts';
import type { JsonRecord } from '../../render/json/json.ts';
import type { CheckedFiles } from '../../report/check/check-report.ts';
import type { ExaminedLists } from '../../report/lists/examined-lists.ts';
import type { Report } from '../../report/sheet.ts';
import type { Examined } from '../campaigns.ts';
import type { Context, Finish } from '../context.ts';
import { type EachFlags, eachFlags, type Work } from '../each-flags.ts';
import { UsageError } from '../errors.ts';
import { examples, type ReportFlags, reportFlags, several } from '../flags.ts';
import { type ListFlags, listFlags, refuseWithoutLists, sortInputs } from '../list-flags.ts';
import { namesFiles } from '../names-files.ts';
import { deliver, destination, sayOutcome } from '../output.ts';
import { type Presentation, present } from '../present.ts';

interface Flags extends ReportFlags, ListFlags, EachFlags {
  readonly roster?: readonly string[];
  readonly returns?: readonly string[];
  /** False with --no-lists: the campaign file alone. */
  readonly lists: boolean;
  /** How each header was understood, and nothing else. */
  readonly columns?: boolean;
  /** Whether the files are about to be published, and are searched for numbers of people. */
  readonly public?: boolean;
  readonly allow?: readonly string[];
}

const FORMATS = ['table', 'json', 'jsonl', 'csv'] as const;

/** `relief check [CAMPAIGN…] [LIST…]`: can the files be read, and what do the rules find in them, row by row? */
export function declareCheck(program: Command, context: Context, finish: Finish): void {
  const { catalogue } = context;
  const { cli } = catalogue;
  const command = program
    .command('check')
    .description(cli.check)
    .argument('[files...]', cli.campaignsAndLists)
    .addHelpText('after', examples(EXAMPLES, catalogue));
  eachFlags(listFlags(reportFlags(command, catalogue, FORMATS), catalogue), catalogue)
    .addOption(new Option('--roster <file>', cli.roster).argParser(several))
    .addOption(new Option('--returns <file>', cli.returns).argParser(several))
    .addOption(new Option('--no-lists', cli.noLists))
    .option('--columns', cli.columns)
    .option('--public', cli.public)
    .addOption(new Option('--allow <number>', cli.allow).argParser(several))
    .hook('preAction', () => {
      const flags = command.opts<Flags>();
      if (!flags.public) destination(flags, 1, context, FORMATS);
    })
    .action(async (files: string[], flags: Flags) => {
      if (flags.public) {
        const { publicCheck } = await import('../check-public.ts');
        return publicCheck(files, flags, context, finish);
      }
      if (flags.allow) throw new UsageError(cli.allowNeedsPublic);
      const { campaigns, lists } = sortInputs(files, 'list');
      const besides = [...lists, ...(flags.roster ?? []), ...(flags.returns ?? [])];
      if (campaigns.length + besides.length === 0) throw new UsageError(cli.nothingToCheck);
      if (campaigns.length > 1 && besides.length > 0) throw new UsageError(cli.oneCampaign);
      if (!flags.lists && besides.length > 0) throw new UsageError(cli.listsUnwanted);
      const target = destination(flags, 1, context, FORMATS);
      const { exitCode } = await import('../campaigns.ts');
      const { checkCounts, checkVerdict } = await import('../../report/check/check-report.ts');
      const found = (one: Checked) => {
        const counts = checkCounts(one);
        return SEVERITIES.filter((severity) => counts[severity] > 0);
      };
      const work: Work<Checked> = {
        refuse: (plans) => {
          const read = plans.filter(({ source }) => readsRows(source.campaign, lists, flags));
          refuseWithoutLists(flags, read.length > 0, catalogue);
          if (target.format === 'csv' && (read.length !== 1 || flags.columns)) throw new UsageError(cli.csvNeedsLists);
        },
        read: (plan) => checkedOf(plan, lists, flags, context),
        render: async (checked) => ({
          name: 'check',
          data: await present(checkPresentation(checked, flags, context), target.format, flags, context),
        }),
        exit: (one) => exitCode(found(one), flags.failOn),
        close: ({ listed }) => listed?.lists.database.close(),
        say: (checked) => {
          for (const each of checked) sayOutcome(target, checkVerdict(each, catalogue), checkCounts(each), context);
        },
      };
      if (campaigns.length > 0) {
        const { eachCampaign } = await import('../each-campaign.ts');
        const comeOut = { target, apart: false, allOrNothing: flags.allOrNothing };
        return eachCampaign(campaigns, comeOut, work, context, finish);
      }
      if (target.format === 'csv' && flags.columns) throw new UsageError(cli.csvNeedsLists);
      const { rowsAlone } = await import('../checked.ts');
      const alone: Checked = { source: null, plan: null, listed: await rowsAlone(lists, flags, context) };
      try {
        await deliver([await work.render([alone])], target, context);
        work.say?.([alone]);
        finish(work.exit(alone));
      } finally {
        work.close(alone);
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
  'relief check --public 公示/',
  'relief check list.csv --column 救助款=amount -o findings.csv',
];

/** What is checked together, each for itself. */
interface Checked extends CheckedFiles {
  readonly source: CampaignFile | null;
}

/** Are there files with rows to be read? The engine is loaded only then. */
function readsRows(campaign: Campaign, lists: readonly string[], flags: Flags): boolean {
  return flags.lists && namesFiles(lists, campaign, flags);
}

async function checkedOf(one: Examined, lists: readonly string[], flags: Flags, context: Context): Promise<Checked> {
  const planOf = ({ source, budget, checked }: Examined) => ({ file: source.file.path, budget, checked });
  if (!readsRows(one.source.campaign, lists, flags)) return { source: one.source, plan: planOf(one), listed: null };
  const read = await (await import('../checked.ts')).withRows(one, lists, flags, context);
  return { source: one.source, plan: planOf(read), listed: read.listed };
}

/** What was checked, as any format has it. */
export const checkPresentation = (
  checked: readonly Checked[],
  flags: Pick<Flags, 'columns'>,
  context: Context,
): Presentation => ({
  records: () => records(checked, context),
  reports: () =>
    flags.columns
      ? columnReports(
          checked.flatMap(({ listed }) => listed ?? []),
          context,
        )
      : checkReports(checked, context),
  csv: async ({ bom }) => {
    const listed = checked.find((each) => each.listed)?.listed; // only of one is a CSV file asked for
    if (!listed) return '';
    const { renderFindingsCsv } = await import('../../render/csv/findings.ts');
    const onCampaign = checked.flatMap(({ plan }) => plan?.checked.findings ?? []);
    return renderFindingsCsv(onCampaign, listed, context.catalogue, { bom });
  },
});

async function records(checked: readonly Checked[], { catalogue }: Context) {
  const { checkRecord } = await import('../../render/json/budget.ts');
  const { rowsCheckedRecord } = await import('../../render/json/check.ts');
  return checked.flatMap(({ source, plan, listed }): JsonRecord[] => {
    const own = plan && source && { ...plan, file: source.file };
    if (listed) return [rowsCheckedRecord(own, listed, catalogue)];
    return own ? [checkRecord(own.budget, own.checked, [own.file], catalogue)] : [];
  });
}

async function columnReports(all: readonly ExaminedLists[], { catalogue }: Context): Promise<Report[]> {
  const { columnsSheets } = await import('../../report/lists/inputs-sheet.ts');
  return all.flatMap((listed) =>
    columnsSheets(listed, catalogue).map((sheet) => ({ title: sheet.name, sheets: [sheet] })),
  );
}

async function checkReports(checked: readonly Checked[], { catalogue }: Context): Promise<Report[]> {
  const { checkReport } = await import('../../report/check/check-report.ts');
  const reports: Report[] = [];
  for (const each of checked) {
    const rows =
      each.listed &&
      (await import('../../report/check/checked-rows-sheets.ts')).checkedRowsSheets(each.listed, catalogue);
    reports.push(checkReport(each, rows ?? [], catalogue));
  }
  return reports;
}
