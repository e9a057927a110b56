import { type Command, Option } from 'commander';
import type { Report } from '../../report/sheet.ts';
import type { Examined } from '../campaigns.ts';
import type { Context, Finish } from '../context.ts';
import { UsageError } from '../errors.ts';
import { choice, examples, type ReportFlags, reportFlags } from '../flags.ts';
import { type ListFlags, listFlags, refuseWithoutLists, sortInputs } from '../list-flags.ts';
import { deliver, destination, FORMATS, type Format, type Rendered, sayOutcome } from '../output.ts';
import { renderReports } from '../render-reports.ts';

interface Flags extends ReportFlags, ListFlags {
  readonly by?: 'subdistrict';
  /** False with --no-lists: the plan alone. */
  readonly lists: boolean;
}

/** `relief budget CAMPAIGN… [LIST…]`: what it costs and reaches, whether the figures add up, and what lists say to it. */
export function declareBudget(program: Command, context: Context, finish: Finish): void {
  const { catalogue, io } = context;
  const { cli } = catalogue;
  const command = program
    .command('budget')
    .description(cli.budget)
    .argument('<files...>', cli.campaignsAndLists)
    .addHelpText('after', examples(EXAMPLES, catalogue));
  listFlags(reportFlags(command, catalogue, FORMATS), catalogue)
    .addOption(choice(catalogue, '--by <what>', cli.by, ['subdistrict']))
    .addOption(new Option('--no-lists', cli.noLists))
    .action(async (files: string[], flags: Flags) => {
      const { campaigns, lists } = sortInputs(files, 'campaign');
      if (campaigns.length === 0) throw new UsageError(cli.needsCampaign);
      if (!flags.lists && lists.length > 0) throw new UsageError(cli.listsUnwanted);
      if (campaigns.length > 1 && lists.length > 0) throw new UsageError(cli.oneCampaign);
      const target = destination(flags, campaigns.length, context);
      const { closeLists, countsIn, examine, exitCode, inputsOf, severitiesIn, withLists, withPartLists, withParts } =
        await import('../campaigns.ts');
      const plans = await withParts(examine(campaigns, io.today()));
      const examined = flags.lists
        ? await withLists(await withPartLists(plans, lists, flags, context), lists, flags, context)
        : plans;
      try {
        refuseWithoutLists(
          flags,
          examined.some(({ listed }) => listed),
          context.catalogue,
        );
        const rendered =
          target.to === 'folder'
            ? await Promise.all(examined.map((one) => render([one], target.format, flags, context)))
            : [await render(examined, target.format, flags, context)];
        await deliver(rendered, target, inputsOf(examined), context);
        if (target.to === 'file') sayOutcome(target, [], countsIn(examined), context);
      } finally {
        closeLists(examined);
      }
      finish(exitCode(severitiesIn(examined), flags.failOn));
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

async function render(
  examined: readonly Examined[],
  format: Format,
  flags: Flags,
  context: Context,
): Promise<Rendered> {
  const { catalogue } = context;
  const name = examined.map(({ source }) => source.campaign.id).join('+');
  if (format === 'json') {
    const { renderJson } = await import('../../render/json.ts');
    return { name, data: renderJson(await Promise.all(examined.map((one) => recordOf(one, context)))) };
  }
  const { budgetReport } = await import('../../report/budget-report.ts');
  const reports = await Promise.all(
    examined.map(async ({ budget, checked, listed, parts }) => {
      const rolledUp = parts
        ? { parts: (await import('../../report/roll-up-sheets.ts')).rollUpSheets(parts.rollUp, catalogue) }
        : {};
      if (!listed) return budgetReport(budget, checked, catalogue, rolledUp);
      const { listSheets } = await import('../../report/list-sheets.ts');
      const { ofInputs } = await import('../../report/read-words.ts');
      const sheets = { listed: listSheets(budget, listed, catalogue), ...rolledUp };
      return ofInputs(budgetReport(budget, checked, catalogue, sheets), listed, catalogue);
    }),
  );
  const asked = format === 'csv' && flags.by ? await placesReports(examined) : reports; // a CSV holds one sheet
  return { name, data: await renderReports(asked, format, flags, context) };
}

async function placesReports(examined: readonly Examined[]): Promise<Report[]> {
  const { placesSheet } = await import('../../report/actual-sheet.ts');
  return examined.flatMap(({ source, listed }) => {
    const sheet = listed && placesSheet(listed);
    return sheet ? [{ title: source.campaign.title, sheets: [sheet] }] : [];
  });
}

async function recordOf({ source, budget, checked, listed, parts }: Examined, { catalogue }: Context) {
  const { budgetRecord } = await import('../../render/budget-json.ts');
  const rollUp = parts ? (await import('../../render/parts-json.ts')).partsRecord(parts.rollUp) : null;
  if (!listed) return budgetRecord(budget, checked, [source.file], catalogue, null, rollUp);
  const { actualOf, withLists } = await import('../../render/lists-json.ts');
  const record = budgetRecord(budget, checked, [source.file], catalogue, actualOf(listed), rollUp);
  return withLists(record, listed, catalogue);
}
