import type { Command } from 'commander';
import { Option } from 'commander';
import { RULE_IDS } from '../../checks/rule-ids.ts';
import { SEVERITIES } from '../../domain/finding.ts';
import { nearest } from '../../domain/nearest.ts';
import type { ExaminedPairs } from '../../report/dedupe/examined-pairs.ts';
import type { Context, Finish } from '../context.ts';
import { type DoubtFlags, doubtFlags, refuseWithoutPeople } from '../doubt-flags.ts';
import { EXIT, UsageError } from '../errors.ts';
import { examples, limitOption, type ReportFlags, reportFlags, several } from '../flags.ts';
import { type ListFlags, listFlags } from '../list-flags.ts';
import { deliver, destination, FORMATS, sayOutcome } from '../output.ts';
import { present } from '../present.ts';

interface Flags extends ReportFlags, ListFlags, DoubtFlags {
  /** Whether people are shown instead of findings. */
  readonly people?: boolean;
  readonly against?: readonly string[];
  readonly blocked?: readonly string[];
  readonly rule?: readonly string[];
  readonly department?: readonly string[];
  readonly limit?: number;
  readonly householdByAddress?: boolean;
  readonly showIds?: boolean;
  readonly clean?: string;
  readonly removed?: string;
  readonly strict?: boolean;
  readonly held?: string;
  readonly identities?: string;
  readonly pairs?: string;
  readonly explainMatch?: readonly string[];
}

/** `relief dedupe [CAMPAIGN] LIST…`: who is paid more than once, and may they be? */
export function declareDedupe(program: Command, context: Context, finish: Finish): void {
  const { catalogue } = context;
  const { cli } = catalogue;
  const command = program
    .command('dedupe')
    .description(cli.dedupe)
    .argument('<files...>', cli.campaignAndLists)
    .addHelpText('after', examples(EXAMPLES, catalogue));
  doubtFlags(listFlags(reportFlags(command, catalogue, FORMATS), catalogue), context)
    .option('--people', cli.doubtPeople)
    .addOption(new Option('--against <list>', cli.against).argParser(several))
    .addOption(new Option('--blocked <file>', cli.blockedRoster).argParser(several))
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
    .option('--strict', cli.strict)
    .option('--held <folder>', cli.held)
    .option('--identities <file>', cli.identities)
    .option('--pairs <file>', cli.pairs)
    .addOption(
      new Option('--explain-match <row...>', cli.explainMatch).argParser((value, before?: readonly string[]) =>
        atMostTwo(several(value, before), context),
      ),
    )
    .hook('preAction', () => {
      const flags = command.opts<Flags>();
      const isPart = flags.rule !== undefined || flags.department !== undefined;
      if (isPart && (flags.clean ?? flags.removed ?? flags.held) !== undefined) throw new UsageError(cli.removesByAll);
      if ((flags.strict ?? false) !== (flags.held !== undefined)) throw new UsageError(cli.strictNeedsHeld);
      refuseWithoutPeople(flags, context);
      destination(flags, 1, context);
    })
    .action(async (files: string[], flags: Flags) => {
      if (flags.explainMatch) {
        await showMatch(files, flags.explainMatch, flags, context);
        return finish(EXIT.ok);
      }
      const target = destination(flags, 1, context);
      const { exitCode } = await import('../campaigns.ts');
      const { dedupePresentation, examinedForDedupe } = await import('../deduped.ts');
      const examined = await examinedForDedupe(files, flags, context);
      try {
        await writeFiles(examined, flags, context);
        const answer = flags.people
          ? await (await import('../doubts.ts')).foundDoubts(examined, flags, context)
          : dedupePresentation(examined, flags, context);
        const data = await present(answer, target.format, flags, context);
        await deliver([{ name: 'dedupe', data }], target, context);
        const { dedupeCounts, dedupeVerdict } = await import('../../report/dedupe/dedupe-verdict.ts');
        const counts = dedupeCounts(examined);
        sayOutcome(target, dedupeVerdict(examined, catalogue), counts, context);
        const found = SEVERITIES.filter((severity) => counts[severity] > 0);
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
  'relief dedupe campaign.yaml --people --budget 50',
  'relief dedupe new.csv --against paid-in-january.csv',
  'relief dedupe recipients.csv --clean clean/ --removed removed/',
  'relief dedupe recipients.csv --blocked deceased.csv --clean clean/',
  'relief dedupe campaign.yaml --clean ok/ --removed out/ --strict --held held/',
];

function known(rule: string, { catalogue }: Context): string {
  if (RULE_IDS.some((id) => id === rule)) return rule;
  throw new UsageError(catalogue.cli.unknownRule(rule, nearest(rule, RULE_IDS)));
}

/** An option of several words takes the files that follow it too. */
function atMostTwo(rows: readonly string[], { catalogue }: Context): readonly string[] {
  if (rows.length > 2) throw new UsageError(catalogue.cli.explainsTwo);
  return rows;
}

/** Shows, instead of the report, how two rows were compared. */
async function showMatch(
  files: readonly string[],
  [one, other]: readonly string[],
  flags: Flags,
  context: Context,
): Promise<void> {
  const { cli } = context.catalogue;
  if (one === undefined || other === undefined) throw new UsageError(cli.explainsTwo);
  const useless = (['clean', 'removed', 'strict', 'held', 'identities', 'pairs', 'rule', 'department'] as const).find(
    (flag) => flags[flag] !== undefined,
  );
  if (useless) throw new UsageError(cli.explainsAlone(`--${useless}`));
  const target = destination(flags, 1, context);
  const { explainedMatch, explainedPresentation } = await import('../explain-match.ts');
  const match = await explainedMatch(files, [one, other], flags, context);
  try {
    const data = await present(explainedPresentation(match, context), target.format, flags, context);
    await deliver([{ name: 'explain-match', data }], target, context);
  } finally {
    match.lists.database.close();
  }
}

/** What a batch goes on with: the lists again, without those who are not to be paid; who is who, and who may be. */
async function writeFiles(
  examined: ExaminedPairs,
  { clean, removed, held, identities, pairs: likely }: Flags,
  context: Context,
): Promise<void> {
  const { outputs } = context;
  const { lists } = examined;
  if (identities !== undefined) {
    const { renderIdentities } = await import('../../render/csv/identities.ts');
    const { identifiedRows } = await import('../../identity/identified-rows.ts');
    await outputs.write(identities, renderIdentities(identifiedRows(lists)));
  }
  if (likely !== undefined) {
    const { renderLikelyPairs } = await import('../../render/csv/identities.ts');
    const { likelyPairs } = await import('../../identity/likely-pairs.ts');
    await outputs.write(likely, renderLikelyPairs(likelyPairs(lists)));
  }
  if ((clean ?? removed ?? held) === undefined) return;
  const { removeRows } = await import('../remove-rows.ts');
  const folders = { clean: clean ?? null, removed: removed ?? null, held: held ?? null };
  await removeRows(examined, folders, context);
}
