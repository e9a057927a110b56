import { type Command, Option } from 'commander';
import { SEVERITIES } from '../../domain/finding.ts';
import { sha256 } from '../../file/bytes.ts';
import type { Exported } from '../../report/export/export-report.ts';
import { wordsFor } from '../../text/words.ts';
import type { Examined } from '../campaigns.ts';
import type { Context, Finish } from '../context.ts';
import { type EachFlags, eachFlags, type Work } from '../each-flags.ts';
import { UsageError } from '../errors.ts';
import { examples, type ReportFlags, reportFlags } from '../flags.ts';
import type { Output } from '../io.ts';
import { type ListFlags, listFlags, sortInputs } from '../list-flags.ts';
import { destination, REPORT_FORMATS, type ReportFormat, sayOutcome } from '../output.ts';
import { type Presentation, present } from '../present.ts';

interface Flags extends ReportFlags, ListFlags, EachFlags {
  /** False with --no-lists: the plan alone. */
  readonly lists: boolean;
  readonly showIds?: boolean;
  readonly template?: string;
}

/** `relief export CAMPAIGN… [LIST…]`: 统计表, the official table. */
export function declareExport(program: Command, context: Context, finish: Finish): void {
  const { catalogue } = context;
  const { cli } = catalogue;
  const command = program
    .command('export')
    .description(cli.export)
    .argument('<files...>', cli.campaignsAndLists)
    .addHelpText('after', examples(EXAMPLES, catalogue));
  eachFlags(listFlags(reportFlags(command, catalogue, REPORT_FORMATS), catalogue), catalogue)
    .addOption(new Option('--no-lists', cli.noLists))
    .option('--show-ids', cli.showIds)
    .option('--template <xlsx>', cli.template)
    .action(async (files: string[], flags: Flags) => {
      const { campaigns, lists } = sortInputs(files, 'campaign');
      if (campaigns.length === 0) throw new UsageError(cli.needsCampaign);
      if (!flags.lists && lists.length > 0) throw new UsageError(cli.listsUnwanted);
      if (campaigns.length > 1 && lists.length > 0) throw new UsageError(cli.oneCampaign);
      const target = destination(flags, campaigns.length, context, REPORT_FORMATS);
      if (flags.template !== undefined && target.format !== 'xlsx') throw new UsageError(cli.templateNeedsXlsx);
      const { exitCode } = await import('../campaigns.ts');
      const { eachCampaign } = await import('../each-campaign.ts');
      const { nowhereLines } = await import('../../report/lists/passed-over.ts');
      const { findingCounts } = await import('../../report/findings/finding-counts.ts');
      const countsOf = ({ checked, listed }: Exported) => findingCounts(checked.findings, listed);
      const apart = target.to === 'folder' || target.format === 'xlsx';
      const work: Work<Exported> = {
        read: (plan) => exportedOf(plan, lists, flags, context),
        render: async (all) => ({
          name: all.map(({ budget }) => budget.campaign.id).join('+'),
          data: await filledOrShown(all, target.format, flags, context),
        }),
        exit: (one) => {
          const counts = countsOf(one);
          return exitCode(
            SEVERITIES.filter((severity) => counts[severity] > 0),
            flags.failOn,
          );
        },
        say: (all) => {
          for (const one of all) sayOutcome(target, one.listed ? nowhereLines(one.listed) : [], countsOf(one), context);
        },
        close: ({ listed }) => listed?.lists.database.close(),
      };
      await eachCampaign(campaigns, { target, apart, allOrNothing: flags.allOrNothing }, work, context, finish);
    });
}

const EXAMPLES = [
  'relief export campaign.yaml -o 统计表.xlsx',
  'relief export campaign.yaml lists/*.csv lists/*.xlsx -o 统计表.xlsx',
  'relief export campaigns/*.yaml -o out/',
  'relief export campaign.yaml --template own-form.xlsx -o filled.xlsx',
];

/** A campaign with its lists, where it has any, resolved to people. */
async function exportedOf(
  { source, budget, checked }: Examined,
  given: readonly string[],
  flags: Flags,
  context: Context,
): Promise<Exported> {
  const { campaign } = source;
  const file = { path: source.file.path, sha256: sha256(source.file.bytes) };
  const hasLists = flags.lists && (given.length > 0 || campaign.lists.length > 0);
  if (!hasLists) return { budget, checked, file, listed: null };
  const { examinePairs } = await import('../pairs.ts');
  const listed = await examinePairs(given, { path: file.path, campaign }, { ...flags, bySubdistrict: true }, context);
  const { checkCampaign } = await import('../../checks/campaign/check-campaign.ts');
  const { listedMoney } = await import('../../totals/budget/listed-money.ts');
  const withLists = checkCampaign(budget, source.place, context.io.today(), listedMoney(listed));
  return { budget, checked: withLists, file, listed };
}

/** The table, or a form of the bureau's own with its figures. */
async function filledOrShown(
  exported: readonly Exported[],
  format: ReportFormat,
  flags: Flags,
  context: Context,
): Promise<Output> {
  const [only] = exported;
  if (only && flags.template !== undefined) {
    const { fillTemplate } = await import('../template.ts');
    return fillTemplate(flags.template, only, context);
  }
  return present(exportPresentation(exported, flags, context), format, flags, context);
}

/** 统计表, as any format has it. */
export const exportPresentation = (
  exported: readonly Exported[],
  flags: Pick<Flags, 'showIds'>,
  { catalogue }: Context,
): Presentation => {
  const wordsOf = async () => wordsFor('export', catalogue.language);
  const reports = async (most?: number) => {
    const { statisticsReport } = await import('../../report/export/export-report.ts');
    const words = await wordsOf();
    return exported.map((each) => statisticsReport(each, words, catalogue, most));
  };
  return {
    records: async () => {
      const { sheetRecord } = await import('../../render/json/sheet.ts');
      return (await reports(Number.POSITIVE_INFINITY)).map((report, index) => {
        const campaign = exported[index]?.budget.campaign;
        return sheetRecord('relief/export@1', report, {
          campaign: campaign && { id: campaign.id, title: campaign.title },
        });
      });
    },
    reports: () => reports(),
    workbook: async () => {
      const { exportWorkbook } = await import('../../report/export/export-report.ts');
      const [only] = exported as [Exported]; // a workbook is of one campaign
      return exportWorkbook(only, await wordsOf(), catalogue, { showIds: flags.showIds ?? false });
    },
  };
};
