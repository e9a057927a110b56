import { type Command, Option } from 'commander';
import type { Day } from '../../domain/calendar.ts';
import { SEVERITIES } from '../../domain/finding.ts';
import { nearest } from '../../domain/nearest.ts';
import type { ExaminedReconciliation } from '../../report/reconcile/examined-reconciliation.ts';
import type { Context, Finish } from '../context.ts';
import { UsageError } from '../errors.ts';
import { asOfOption, examples, limitOption, type ReportFlags, reportFlags, several } from '../flags.ts';
import { type ListFlags, listFlags, sortInputs } from '../list-flags.ts';
import { deliver, destination, FORMATS, sayOutcome } from '../output.ts';
import { type Presentation, present } from '../present.ts';
import type { ReturnFlags } from '../returns.ts';

interface Flags extends ReportFlags, ListFlags, ReturnFlags {
  /** The day on which deadlines are looked at. */
  readonly asOf?: Day;
  readonly limit?: number;
  readonly showIds?: boolean;
}

/** `relief reconcile [CAMPAIGN] LIST… --returns RETURN…`: do plan, lists and bank returns agree, to the fen? */
export function declareReconcile(program: Command, context: Context, finish: Finish): void {
  const { catalogue, io } = context;
  const { cli } = catalogue;
  const command = program
    .command('reconcile')
    .description(cli.reconcile)
    .argument('<files...>', cli.campaignAndLists)
    .addHelpText('after', examples(EXAMPLES, catalogue));
  listFlags(reportFlags(command, catalogue, FORMATS), catalogue)
    .addOption(new Option('--returns <file>', cli.returns).argParser(several))
    .option('--cumulative', cli.cumulative)
    .option('--complete', cli.complete)
    .option('--batch <name>', cli.returnsOfBatch)
    .addOption(asOfOption(catalogue))
    .addOption(limitOption(catalogue))
    .option('--show-ids', cli.showIds)
    .hook('preAction', () => void destination(command.opts<Flags>(), 1, context))
    .action(async (files: string[], flags: Flags) => {
      const { campaigns, lists } = sortInputs(files, 'list');
      if (campaigns.length > 1) throw new UsageError(cli.oneCampaign);
      const target = destination(flags, 1, context);
      const { examine, exitCode } = await import('../campaigns.ts');
      const { examineReconciliation } = await import('../reconcile.ts');
      const { returnsFor } = await import('../returns.ts');
      const [plan = null] = await examine(campaigns, context);
      if (plan && lists.length === 0 && plan.source.campaign.lists.length === 0) throw new UsageError(cli.noListsGiven);
      refuseUnknownBatch(flags, plan?.source.campaign.lists ?? [], context);
      const campaign = plan && { path: plan.source.file.path, campaign: plan.source.campaign };
      const returns = returnsFor(campaign, flags, flags.column ?? new Map(), flags.asOf ?? io.today());
      if (!plan && returns.inputs.length === 0) throw new UsageError(cli.nothingToReconcile);
      const examined = await examineReconciliation(lists, plan, returns, flags, context);
      try {
        const data = await present(reconcilePresentation(examined, flags, context), target.format, flags, context);
        await deliver([{ name: 'reconcile', data }], target, context);
        const { reconcileCounts, reconcileVerdict } = await import('../../report/reconcile/reconcile-verdict.ts');
        const counts = reconcileCounts(examined);
        sayOutcome(target, reconcileVerdict(examined, catalogue), counts, context);
        const found = SEVERITIES.filter((severity) => counts[severity] > 0);
        finish(exitCode(found, flags.failOn));
      } finally {
        examined.lists.database.close();
      }
    });
}

/** @throws UsageError for a batch that no list is of: whatever a return of it says would be on no list. */
function refuseUnknownBatch(
  { batch, returns }: Flags,
  lists: readonly { readonly batch?: string | undefined }[],
  { catalogue: { cli } }: Context,
): void {
  if (batch === undefined) return;
  if (returns === undefined) throw new UsageError(cli.batchNeedsReturns);
  const known = lists.flatMap((list) => list.batch ?? []);
  if (!known.includes(batch)) throw new UsageError(cli.unknownBatch(batch, nearest(batch, known)));
}

const EXAMPLES = [
  'relief reconcile campaign.yaml',
  'relief reconcile list.csv --returns bank-0120.xlsx --returns bank-0125.csv',
  'relief reconcile campaign.yaml --returns bank.csv --complete -o result.xlsx',
];

/** Plan, lists and bank side by side, as any format has them. */
export const reconcilePresentation = (
  examined: ExaminedReconciliation,
  flags: Pick<Flags, 'showIds'>,
  { catalogue }: Context,
): Presentation => {
  const shown = { showIds: flags.showIds ?? false };
  return {
    records: async () => [(await import('../../render/json/reconcile.ts')).reconcileRecord(examined, catalogue, shown)],
    reports: async () => [
      (await import('../../report/reconcile/reconcile-report.ts')).reconcileReport(examined, catalogue, shown),
    ],
    csv: async ({ bom }) =>
      (await import('../../render/csv/pair-findings.ts')).renderPairFindingsCsv(examined, catalogue, { ...shown, bom }),
    workbook: async () =>
      (await import('../../report/reconcile/reconcile-workbook.ts')).reconcileWorkbook(examined, catalogue, shown),
  };
};
