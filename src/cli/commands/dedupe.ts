import type { Command } from 'commander';
import { Option } from 'commander';
import { RULE_IDS } from '../../checks/rule-ids.ts';
import { SEVERITIES } from '../../domain/finding.ts';
import { nearest } from '../../domain/nearest.ts';
import type { ExaminedPairs } from '../../report/examined-pairs.ts';
import type { Context, Finish } from '../context.ts';
import { UsageError } from '../errors.ts';
import { examples, limitOption, type ReportFlags, reportFlags, several } from '../flags.ts';
import { writeOutput } from '../io.ts';
import { type ListFlags, listFlags, sortInputs } from '../list-flags.ts';
import { widthFor } from '../options.ts';
import { deliver, destination, FORMATS, type Format, type Rendered } from '../output.ts';

interface Flags extends ReportFlags, ListFlags {
  readonly against?: readonly string[];
  readonly rule?: readonly string[];
  readonly department?: readonly string[];
  readonly limit?: number;
  readonly householdByAddress?: boolean;
  readonly showIds?: boolean;
  readonly clean?: string;
  readonly removed?: string;
  readonly identities?: string;
}

/** `relief dedupe [CAMPAIGN] LIST…`: who is paid more than once, and may they be? */
export function declareDedupe(program: Command, context: Context, finish: Finish): void {
  const { catalogue, io } = context;
  const { cli } = catalogue;
  const command = program
    .command('dedupe')
    .description(cli.dedupe)
    .argument('<files...>', cli.campaignAndLists)
    .addHelpText('after', examples(EXAMPLES, catalogue));
  listFlags(reportFlags(command, catalogue, FORMATS), catalogue)
    .addOption(new Option('--against <list>', cli.against).argParser(several))
    .addOption(
      new Option('--rule <rule>', cli.onlyRule).argParser((value, before?: readonly string[]) =>
        several(known(value, context), before),
      ),
    )
    .addOption(new Option('--department <name>', cli.onlyDepartment).argParser(several))
    .addOption(limitOption(catalogue))
    .option('--household-by-address', cli.householdByAddress)
    .option('--show-ids', cli.showIds)
    .option('--clean <folder>', cli.clean)
    .option('--removed <folder>', cli.removed)
    .option('--identities <file>', cli.identities)
    .action(async (files: string[], flags: Flags) => {
      const { campaigns, lists } = sortInputs(files, 'list');
      if (campaigns.length > 1) throw new UsageError(cli.oneCampaign);
      const isPart = flags.rule !== undefined || flags.department !== undefined;
      if (isPart && (flags.clean ?? flags.removed) !== undefined) throw new UsageError(cli.removesByAll);
      const target = destination(flags, 1, context);
      const { examine, exitCode } = await import('../campaigns.ts');
      const { examinePairs } = await import('../pairs.ts');
      const [plan] = examine(campaigns, io.today());
      const campaign = plan ? { path: plan.source.file.path, campaign: plan.source.campaign } : null;
      if (campaign && lists.length === 0 && campaign.campaign.lists.length === 0)
        throw new UsageError(cli.noListsGiven);
      const examined = await examinePairs(lists, campaign, flags, context);
      try {
        const inputs = [...files, ...examined.lists.files.map(({ file }) => file)];
        await writeFiles(examined, flags, inputs, context);
        await deliver([await render(examined, target.format, flags, context)], target, inputs, context);
        const found = SEVERITIES.filter(
          (severity) => examined.checked.counts[severity] + examined.pairs.counts[severity] > 0,
        );
        finish(exitCode(found, flags.failOn));
      } finally {
        examined.lists.database.close();
      }
    });
}

const EXAMPLES = [
  'relief dedupe recipients.csv',
  'relief dedupe campaign.yaml lists/*.csv lists/*.xlsx',
  'relief dedupe campaign.yaml -o duplicates.xlsx',
  'relief dedupe new.csv --against paid-in-january.csv',
  'relief dedupe recipients.csv --clean clean/ --removed removed/',
];

function known(rule: string, { catalogue }: Context): string {
  if (RULE_IDS.some((id) => id === rule)) return rule;
  throw new UsageError(catalogue.cli.unknownRule(rule, nearest(rule, RULE_IDS)));
}

/** What a batch goes on with: the lists again, without those who are not to be paid, and who is who. */
async function writeFiles(
  { lists, pairs }: ExaminedPairs,
  { clean, removed, identities }: Flags,
  inputs: readonly string[],
  context: Context,
): Promise<void> {
  if (identities !== undefined) {
    const { renderIdentities } = await import('../../render/identities-csv.ts');
    const { identifiedRows } = await import('../../identity/identified-rows.ts');
    await writeOutput(identities, renderIdentities(identifiedRows(lists)), inputs, context.catalogue);
    context.say(context.catalogue.cli.written(identities));
  }
  if (clean === undefined && removed === undefined) return;
  const { removeRows } = await import('../remove-rows.ts');
  await removeRows(lists, pairs, { clean: clean ?? null, removed: removed ?? null }, inputs, context);
}

async function render(examined: ExaminedPairs, format: Format, flags: Flags, context: Context): Promise<Rendered> {
  const { catalogue, chalk, io } = context;
  const name = 'dedupe';
  const shown = { showIds: flags.showIds ?? false };
  switch (format) {
    case 'json': {
      const { renderJson } = await import('../../render/json.ts');
      const { dedupeRecord } = await import('../../render/dedupe-json.ts');
      return { name, data: renderJson([dedupeRecord(examined, catalogue, shown)]) };
    }
    case 'csv': {
      const { renderPairFindingsCsv } = await import('../../render/pair-findings-csv.ts');
      return { name, data: renderPairFindingsCsv(examined, catalogue, { ...shown, bom: flags.bom ?? false }) };
    }
    case 'xlsx': {
      const { dedupeWorkbook } = await import('../../report/dedupe-workbook.ts');
      const { renderXlsx } = await import('../../render/xlsx.ts');
      return { name, data: renderXlsx(await dedupeWorkbook(examined, catalogue, shown), catalogue) };
    }
    case 'md': {
      const { dedupeReport } = await import('../../report/dedupe-report.ts');
      const { renderMarkdown } = await import('../../render/markdown.ts');
      return { name, data: renderMarkdown([dedupeReport(examined, catalogue, shown)]) };
    }
    case 'table': {
      const { dedupeReport } = await import('../../report/dedupe-report.ts');
      const { renderTerminal } = await import('../../render/terminal.ts');
      const options = { width: widthFor(flags.width, io), chalk, catalogue };
      return { name, data: renderTerminal(dedupeReport(examined, catalogue, shown), options) };
    }
  }
}
