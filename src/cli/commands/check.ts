import type { Command } from 'commander';
import type { ExaminedLists } from '../../report/examined-lists.ts';
import type { Report } from '../../report/sheet.ts';
import type { Examined } from '../campaigns.ts';
import type { Context, Finish } from '../context.ts';
import { UsageError } from '../errors.ts';
import { examples, type ReportFlags, reportFlags } from '../flags.ts';
import { type ListFlags, listFlags, refuseWithoutLists, sortInputs } from '../list-flags.ts';
import { widthFor } from '../options.ts';
import { deliver, destination, type Rendered } from '../output.ts';

interface Flags extends ReportFlags, ListFlags {
  /** How each header was understood, and nothing else. */
  readonly columns?: boolean;
}

const FORMATS = ['table', 'json', 'csv'] as const;

/** `relief check [CAMPAIGN…] [LIST…]`: can the files be read, and what do the rules find in them? */
export function declareCheck(program: Command, context: Context, finish: Finish): void {
  const { catalogue, io } = context;
  const { cli } = catalogue;
  const command = program
    .command('check')
    .description(cli.check)
    .argument('<files...>', cli.campaignsAndLists)
    .addHelpText('after', examples(EXAMPLES, catalogue));
  listFlags(reportFlags(command, catalogue, FORMATS), catalogue)
    .option('--columns', cli.columns)
    .action(async (files: string[], flags: Flags) => {
      const { campaigns, lists } = sortInputs(files, 'list');
      if (campaigns.length > 1 && lists.length > 0) throw new UsageError(cli.oneCampaign);
      const target = destination(flags, 1, context, FORMATS);
      if (target.format === 'csv' && (lists.length === 0 || flags.columns)) throw new UsageError(cli.csvNeedsLists);
      const { closeLists, examine, exitCode, severitiesIn, withLists } = await import('../campaigns.ts');
      const checked = examine(campaigns, io.today());
      // Lists that a campaign names are read where it is checked with lists; alone, the campaign file itself is checked.
      const examined = lists.length > 0 || flags.columns ? await withLists(checked, lists, flags, context) : checked;
      const alone = campaigns.length === 0 ? await listsAlone(lists, flags, context) : null;
      const all = [...examined.flatMap(({ listed }) => listed ?? []), ...(alone ? [alone] : [])];
      refuseWithoutLists(flags, all.length > 0, catalogue);
      const read = all.flatMap(({ lists }) => lists.files.map(({ file }) => file));
      try {
        await deliver(
          [await render(examined, alone, all, flags, target.format, context)],
          target,
          [...files, ...read],
          context,
        );
      } finally {
        closeLists(examined);
        alone?.lists.database.close();
      }
      const none = { findings: [], excepted: [], off: [] };
      finish(exitCode(severitiesIn([...examined, { checked: none, listed: alone }]), flags.failOn));
    });
}

const EXAMPLES = [
  'relief check campaigns/*.yaml',
  'relief check recipients.csv',
  'relief check campaign.yaml lists/*.xlsx',
  'relief check list.csv --columns',
  'relief check list.csv --column 救助款=amount -o findings.csv',
];

async function listsAlone(lists: readonly string[], flags: Flags, context: Context): Promise<ExaminedLists> {
  const { examineLists } = await import('../lists.ts');
  return examineLists(lists, null, flags, context);
}

async function render(
  examined: readonly Examined[],
  alone: ExaminedLists | null,
  all: readonly ExaminedLists[],
  flags: Flags,
  format: string,
  context: Context,
): Promise<Rendered> {
  const { catalogue, chalk, io } = context;
  const name = 'check';
  const [first] = all;
  if (format === 'csv' && first) {
    const onCampaign = examined.flatMap(({ checked }) => checked.findings);
    const { renderFindingsCsv } = await import('../../render/findings-csv.ts');
    return { name, data: renderFindingsCsv(onCampaign, first, catalogue, { bom: flags.bom ?? false }) };
  }
  if (format === 'json') {
    const { renderJson } = await import('../../render/json.ts');
    return { name, data: renderJson(await records(examined, alone, context)) };
  }
  const { renderTerminal } = await import('../../render/terminal.ts');
  const options = { width: widthFor(flags.width, io), chalk, catalogue };
  const reports = flags.columns ? await columnReports(all, context) : await checkReports(examined, alone, context);
  return { name, data: reports.map((report) => renderTerminal(report, options)).join('\n') };
}

async function records(examined: readonly Examined[], alone: ExaminedLists | null, { catalogue }: Context) {
  const { checkRecord } = await import('../../render/budget-json.ts');
  const { withLists } = await import('../../render/lists-json.ts');
  const ofCampaigns = examined.map(({ source, budget, checked, listed }) => {
    const record = checkRecord(budget, checked, [source.file], catalogue);
    return listed ? withLists({ ...record, schema: WITH_LISTS }, listed, catalogue) : record;
  });
  return alone ? [...ofCampaigns, withLists({ schema: WITH_LISTS, campaign: null }, alone, catalogue)] : ofCampaigns;
}

/** People are resolved since `@2`; a campaign file alone has none. */
const WITH_LISTS = 'relief/check@2';

async function columnReports(all: readonly ExaminedLists[], { catalogue }: Context): Promise<Report[]> {
  const { columnsSheets } = await import('../../report/inputs-sheet.ts');
  return all.flatMap((listed) =>
    columnsSheets(listed, catalogue).map((sheet) => ({ title: sheet.name, sheets: [sheet] })),
  );
}

async function checkReports(
  examined: readonly Examined[],
  alone: ExaminedLists | null,
  { catalogue }: Context,
): Promise<Report[]> {
  const { checkReport } = await import('../../report/check-report.ts');
  const ofCampaigns = examined.map(({ source, budget, checked }) =>
    checkReport(source.file.path, budget, checked, catalogue),
  );
  const listed = [...examined.flatMap(({ listed }) => listed ?? []), ...(alone ? [alone] : [])];
  if (listed.length === 0) return ofCampaigns;
  const { listsReport } = await import('../../report/lists-report.ts');
  return [...ofCampaigns, ...listed.map((one) => listsReport(one, catalogue))];
}
