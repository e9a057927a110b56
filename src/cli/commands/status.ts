import { type Command, Option } from 'commander';
import type { Day } from '../../domain/calendar.ts';
import { wordsFor } from '../../text/words.ts';
import type { Status } from '../../totals/status/status.ts';
import type { Examined } from '../campaigns.ts';
import type { Context, Finish } from '../context.ts';
import { type EachFlags, eachFlags, type Work } from '../each-flags.ts';
import { UsageError } from '../errors.ts';
import { asOfOption, examples, type ReportFlags, reportFlags } from '../flags.ts';
import { haveLists, type ListFlags, listFlags, refuseWithoutLists, sortInputs } from '../list-flags.ts';
import { type Destination, destination, FORMATS } from '../output.ts';
import { type Presentation, present } from '../present.ts';

interface Flags extends ReportFlags, ListFlags, EachFlags {
  readonly asOf?: Day;
  /** False with --no-lists: the dates alone. */
  readonly lists: boolean;
}

/** A campaign, and where it stands. */
interface Stands extends Examined {
  readonly status: Status;
}

/** `relief status CAMPAIGN… [LIST…]`: which stages run, what is due next, what is past due, and how far the lists are. */
export function declareStatus(program: Command, context: Context, finish: Finish): void {
  const { catalogue, io } = context;
  const { cli } = catalogue;
  const command = program
    .command('status')
    .description(cli.status)
    .argument('<files...>', cli.campaignsAndLists)
    .addHelpText('after', examples(EXAMPLES, catalogue));
  eachFlags(listFlags(reportFlags(command, catalogue, FORMATS), catalogue), catalogue)
    .addOption(asOfOption(catalogue))
    .addOption(new Option('--no-lists', cli.noLists))
    .action(async (files: string[], flags: Flags) => {
      const { campaigns, lists } = sortInputs(files, 'campaign');
      if (campaigns.length === 0) throw new UsageError(cli.needsCampaign);
      if (!flags.lists && lists.length > 0) throw new UsageError(cli.listsUnwanted);
      if (campaigns.length > 1 && lists.length > 0) throw new UsageError(cli.oneCampaign);
      const target = destination(flags, campaigns.length, context);
      const { closeLists, exitCode, withLists } = await import('../campaigns.ts');
      const { statusOf } = await import('../../totals/status/status.ts');
      const { eachCampaign } = await import('../each-campaign.ts');
      const comeOut = { target, apart: target.to === 'folder', allOrNothing: flags.allOrNothing };
      const work: Work<Stands> = {
        refuse: (plans) => refuseWithoutLists(flags, flags.lists && haveLists(plans, lists), catalogue),
        read: async (plan) => {
          const one = flags.lists ? await withLists(plan, lists, { ...flags, withReturns: true }, context) : plan;
          return { ...one, status: await statusOf(one.budget, flags.asOf ?? io.today(), one.listed) };
        },
        render: async (stands) => ({
          name: stands.map(({ source }) => source.campaign.id).join('+'),
          data: await present(presentation(stands, context), target.format, flags, context),
        }),
        exit: ({ status }) => exitCode([status.overdue?.severity ?? []].flat(), flags.failOn),
        say: (stands) => sayStanding(stands, target, context),
        close: closeLists,
      };
      await eachCampaign(campaigns, comeOut, work, context, finish);
    });
}

const EXAMPLES = [
  'relief status campaign.yaml',
  'relief status campaigns/ganquan-2024.yaml --as-of 2024-01-15',
  'relief status campaign.yaml lists/*.csv lists/*.xlsx',
  'relief status campaign.yaml --format json | jq .next',
  'relief status campaign.yaml --fail-on warning --quiet -o status.xlsx',
];

/** How each campaign stands, where that is not on the screen. */
async function sayStanding(stands: readonly Stands[], { to }: Destination, context: Context): Promise<void> {
  if (to === 'stdout') return;
  const { catalogue, say } = context;
  const { verdict } = await import('../../report/status/status-verdict.ts');
  const words = await wordsOf(context);
  for (const { source, status } of stands)
    say(catalogue.clauses([source.campaign.title, verdict(status, catalogue, words)]));
}

const wordsOf = ({ catalogue }: Context) => wordsFor('status', catalogue.language);

const presentation = (stands: readonly Stands[], context: Context): Presentation => {
  const { catalogue } = context;
  return {
    records: async () => {
      const words = await wordsOf(context);
      const { statusRecord } = await import('../../render/json/status.ts');
      return Promise.all(
        stands.map(async ({ source, listed, status }) => {
          if (!listed || !status.progress) return statusRecord(status, source.file, null, catalogue, words);
          const { listsProgress } = await import('../../render/json/progress.ts');
          return statusRecord(status, source.file, listsProgress(status.progress, listed), catalogue, words);
        }),
      );
    },
    reports: async () => {
      const words = await wordsOf(context);
      const { statusReport } = await import('../../report/status/status-report.ts');
      return Promise.all(
        stands.map(async ({ listed, status }) => {
          if (!listed) return statusReport(status, catalogue, words);
          const { progressSheets } = await import('../../report/status/progress-sheet.ts');
          const { ofInputs } = await import('../../report/lists/read-words.ts');
          const report = statusReport(status, catalogue, words, progressSheets(status, listed, words));
          return ofInputs(report, listed, catalogue);
        }),
      );
    },
  };
};
