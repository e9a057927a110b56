import { type Command, Option } from 'commander';
import { SEVERITIES } from '../../domain/finding.ts';
import type { ExaminedCover } from '../../report/cover/examined-cover.ts';
import type { Context, Finish } from '../context.ts';
import { UsageError } from '../errors.ts';
import { examples, limitOption, type ReportFlags, reportFlags, several } from '../flags.ts';
import type { Output } from '../io.ts';
import { type ListFlags, listFlags, sortInputs } from '../list-flags.ts';
import { deliver, destination, FORMATS, type Format, pathOf, sayOutcome } from '../output.ts';
import { type Presentation, present } from '../present.ts';

interface Flags extends ReportFlags, ListFlags {
  readonly roster?: readonly string[];
  readonly blocked?: readonly string[];
  readonly against?: readonly string[];
  readonly limit?: number;
  readonly householdByAddress?: boolean;
  readonly showIds?: boolean;
}

/** `relief cover [CAMPAIGN] LIST… --roster ROSTER…`: who should have been reached and was not? */
export function declareCover(program: Command, context: Context, finish: Finish): void {
  const { catalogue } = context;
  const { cli } = catalogue;
  const command = program
    .command('cover')
    .description(cli.cover)
    .argument('<files...>', cli.campaignAndLists)
    .addHelpText('after', examples(EXAMPLES, catalogue));
  listFlags(reportFlags(command, catalogue, FORMATS), catalogue)
    .addOption(new Option('--roster <file>', cli.roster).argParser(several))
    .addOption(new Option('--blocked <file>', cli.blockedRoster).argParser(several))
    .addOption(new Option('--against <list>', cli.againstReached).argParser(several))
    .addOption(limitOption(catalogue))
    .option('--household-by-address', cli.householdByAddress)
    .option('--show-ids', cli.showIds)
    .hook('preAction', () => void destination(command.opts<Flags>(), 1, context))
    .action(async (files: string[], flags: Flags) => {
      const { campaigns, lists } = sortInputs(files, 'list');
      if (campaigns.length > 1) throw new UsageError(cli.oneCampaign);
      const target = destination(flags, 1, context);
      const { examine, exitCode } = await import('../campaigns.ts');
      const { examineCover } = await import('../cover.ts');
      const [plan] = await examine(campaigns, context);
      const campaign = plan ? { path: plan.source.file.path, campaign: plan.source.campaign } : null;
      const hasRosters = flags.roster ?? flags.blocked ?? (campaign && campaign.campaign.rosters.length > 0);
      if (!hasRosters) throw new UsageError(cli.noRosters);
      const examined = await examineCover(lists, campaign, flags, context);
      try {
        if (target.to === 'folder') await writeFolder(examined, target, flags, context);
        else {
          const data = await present(coverPresentation(examined, flags, context), target.format, flags, context);
          await deliver([{ name: 'cover', data }], target, context);
        }
        const { coverCounts, coverVerdict } = await import('../../report/cover/cover-verdict.ts');
        const counts = coverCounts(examined);
        sayOutcome(target, coverVerdict(examined, catalogue), counts, context);
        const found = SEVERITIES.filter((severity) => counts[severity] > 0);
        finish(exitCode(found, flags.failOn));
      } finally {
        examined.lists.database.close();
      }
    });
}

const EXAMPLES = [
  'relief cover campaign.yaml',
  'relief cover recipients.csv --roster low-income.xlsx',
  'relief cover campaign.yaml --show-ids -o omitted/',
  'relief cover campaign.yaml -o coverage.xlsx',
];

/** The report, and for each committee the people who were not reached, to be sent out. */
async function writeFolder(
  examined: ExaminedCover,
  target: { readonly to: 'folder'; readonly format: Format; readonly path: string },
  flags: Flags,
  context: Context,
): Promise<void> {
  const { omissionsByPlace } = await import('../../report/cover/omission-list.ts');
  const { shownFileName } = await import('../../domain/file-name.ts');
  const { list } = examined.cover;
  const taken = new Set<string>();
  const { outputs, say, catalogue } = context;
  const write = async (name: string, format: Format, data: Output) =>
    outputs.write(pathOf({ name: shownFileName(name, taken) }, { ...target, format }), data);
  const summary = await present(coverPresentation(examined, flags, context), target.format, flags, context);
  await write(list.summary, target.format, summary);
  let committees = 0;
  for await (const { place, sheet } of omissionsByPlace(examined, { showIds: flags.showIds ?? false })) {
    const report = { title: list.title(place || list.noPlace), sheets: [sheet] };
    // A JSON file has nothing to fill in: whoever verifies gets a table.
    const format = target.format === 'json' || target.format === 'jsonl' ? 'csv' : target.format;
    const data = await present({ records: () => [], reports: () => [report] }, format, flags, context);
    await write(place || list.noPlace, format, data);
    committees += 1;
  }
  outputs.put({ quietly: true });
  say(catalogue.cli.writtenPlaces(committees, target.path));
}

/** Who was reached, as any format has it. */
export const coverPresentation = (
  examined: ExaminedCover,
  flags: Pick<Flags, 'showIds'>,
  { catalogue }: Context,
): Presentation => {
  const shown = { showIds: flags.showIds ?? false };
  return {
    records: async () => [(await import('../../render/json/cover.ts')).coverRecord(examined, catalogue, shown)],
    reports: async () => [(await import('../../report/cover/cover-report.ts')).coverReport(examined, catalogue, shown)],
    csv: async ({ bom }) => {
      const { renderLongCsv } = await import('../../render/csv/long.ts');
      const { omissionList } = await import('../../report/cover/omission-list.ts');
      return renderLongCsv(omissionList(examined, shown), { bom });
    },
    workbook: async () =>
      (await import('../../report/cover/cover-workbook.ts')).coverWorkbook(examined, catalogue, shown),
  };
};
