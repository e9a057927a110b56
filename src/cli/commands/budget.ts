import { type Command, Option } from 'commander';
import type { Report } from '../../report/sheet.ts';
import type { Examined } from '../campaigns.ts';
import type { Context, Finish } from '../context.ts';
import { type EachFlags, eachFlags, type Work } from '../each-flags.ts';
import { UsageError } from '../errors.ts';
import { choice, examples, type ReportFlags, reportFlags } from '../flags.ts';
import { haveLists, type ListFlags, listFlags, refuseWithoutLists, sortInputs } from '../list-flags.ts';
import { destination, FORMATS, sayOutcome } from '../output.ts';
import { type Presentation, present } from '../present.ts';

interface Flags extends ReportFlags, ListFlags, EachFlags {
  readonly by?: 'subdistrict';
  /** False with --no-lists: the plan alone. */
  readonly lists: boolean;
}

/** `relief budget CAMPAIGN… [LIST…]`: what it costs and reaches, whether the figures add up, and what lists say to it. */
export function declareBudget(program: Command, context: Context, finish: Finish): void {
  const { catalogue } = context;
  const { cli } = catalogue;
  const command = program
    .command('budget')
    .description(cli.budget)
    .argument('<files...>', cli.campaignsAndLists)
    .addHelpText('after', examples(EXAMPLES, catalogue));
  eachFlags(listFlags(reportFlags(command, catalogue, FORMATS), catalogue), catalogue)
    .addOption(choice(catalogue, '--by <what>', cli.by, ['subdistrict']))
    .addOption(new Option('--no-lists', cli.noLists))
    .action(async (files: string[], flags: Flags) => {
      const { campaigns, lists } = sortInputs(files, 'campaign');
      if (campaigns.length === 0) throw new UsageError(cli.needsCampaign);
      if (!flags.lists && lists.length > 0) throw new UsageError(cli.listsUnwanted);
      if (campaigns.length > 1 && lists.length > 0) throw new UsageError(cli.oneCampaign);
      const target = destination(flags, campaigns.length, context);
      const { closeLists, countsIn, exitCode, severitiesIn, withLists, withPartLists, withParts } = await import(
        '../campaigns.ts'
      );
      const { eachCampaign } = await import('../each-campaign.ts');
      const comeOut = { target, apart: target.to === 'folder', allOrNothing: flags.allOrNothing };
      const work: Work<Examined> = {
        refuse: (plans) => refuseWithoutLists(flags, flags.lists && haveLists(plans, lists), catalogue),
        read: async (plan) => {
          const whole = await withParts(plan, context);
          if (!flags.lists) return whole;
          return withLists(await withPartLists(whole, lists, flags, context), lists, flags, context);
        },
        render: async (all) => ({
          name: all.map(({ source }) => source.campaign.id).join('+'),
          data: await present(budgetPresentation(all, flags, context), target.format, flags, context),
        }),
        exit: (one) => exitCode(severitiesIn([one]), flags.failOn),
        close: closeLists,
        say: (all) => (target.to === 'file' ? sayOutcome(target, [], countsIn(all), context) : undefined),
      };
      await eachCampaign(campaigns, comeOut, work, context, finish);
    });
}

const EXAMPLES = [
  'relief budget campaign.yaml',
  'relief budget campaign.yaml -o budget.xlsx',
  'relief budget campaign.yaml lists/*.csv lists/*.xlsx',
  'relief budget campaign.yaml --by subdistrict',
  'relief budget campaign.yaml --format json | jq .total',
  'relief budget campaigns/*.yaml -o out/',
];

/** Budgets, as any format has them. */
export const budgetPresentation = (
  examined: readonly Examined[],
  flags: Pick<Flags, 'by'>,
  context: Context,
): Presentation => {
  const reports = () => Promise.all(examined.map((one) => reportOf(one, context)));
  return {
    records: () => Promise.all(examined.map((one) => recordOf(one, context))),
    reports,
    // A CSV holds one sheet.
    csv: async ({ bom }) => {
      const { renderCsv } = await import('../../render/csv/csv.ts');
      return renderCsv(flags.by ? await subdistrictReports(examined) : await reports(), context.catalogue, { bom });
    },
  };
};

async function reportOf({ budget, checked, listed, parts }: Examined, { catalogue }: Context): Promise<Report> {
  const { budgetReport } = await import('../../report/budget/budget-report.ts');
  const rolledUp = parts
    ? { parts: (await import('../../report/budget/roll-up-sheets.ts')).rollUpSheets(parts.rollUp, catalogue) }
    : {};
  if (!listed) return budgetReport(budget, checked, catalogue, rolledUp);
  const { listSheets } = await import('../../report/lists/list-sheets.ts');
  const { ofInputs } = await import('../../report/lists/read-words.ts');
  const sheets = { listed: listSheets(budget, listed, catalogue), ...rolledUp };
  return ofInputs(budgetReport(budget, checked, catalogue, sheets), listed, catalogue);
}

async function subdistrictReports(examined: readonly Examined[]): Promise<Report[]> {
  const { subdistrictsSheet } = await import('../../report/lists/actual-sheet.ts');
  return examined.flatMap(({ source, listed }) => {
    const sheet = listed && subdistrictsSheet(listed);
    return sheet ? [{ title: source.campaign.title, sheets: [sheet] }] : [];
  });
}

async function recordOf({ source, budget, checked, listed, parts }: Examined, { catalogue }: Context) {
  const rollUp = parts ? (await import('../../render/json/parts.ts')).partsRecord(parts.rollUp) : null;
  if (!listed) {
    const { plannedRecord } = await import('../../render/json/budget.ts');
    return plannedRecord(budget, checked, [source.file], catalogue, rollUp);
  }
  const { listedBudgetRecord } = await import('../../render/json/listed-budget.ts');
  return listedBudgetRecord(budget, checked, [source.file], catalogue, listed, rollUp);
}
