import { existsSync, statSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { isDay } from '../../domain/calendar.ts';
import type { Context, Finish } from '../context.ts';
import { UsageError } from '../errors.ts';
import { choice, examples } from '../flags.ts';
import { FAIL_ON } from '../options.ts';
import { FORMATS } from '../output.ts';
import type { RunFlags } from '../run/run-options.ts';
import { findFlags } from './cases-flags.ts';

/** `relief run CAMPAIGN -o FOLDER/`: everything, in one folder, of files that are read once. */
export function declareRun(program: Command, context: Context, finish: Finish): void {
  const { catalogue } = context;
  const { cli } = catalogue;
  const command = program
    .command('run')
    .description(cli.run)
    .argument('<files...>', cli.campaignAndLists)
    .option('-o, --output <folder>', cli.runFolder)
    .addOption(choice(catalogue, '-f, --format <format>', cli.runFormat, FORMATS))
    .option('--summary <file>', cli.summary)
    .addOption(choice(catalogue, '--fail-on <severity>', cli.failOn, FAIL_ON).default('error'))
    .option('--send', cli.runSend)
    .addOption(
      new Option('--due <day>', cli.casesDue).argParser((value) => {
        if (isDay(value)) return value;
        throw new UsageError(cli.badDue(value));
      }),
    )
    .option('--contact <words>', cli.casesContact)
    .option('--show-ids', cli.runShowIds)
    .addHelpText('after', examples(EXAMPLES, catalogue));
  findFlags(command, context).action(async (files: string[], flags: RunFlags) => {
    const folder = flags.output;
    if (folder === undefined) throw new UsageError(cli.runNeedsFolder);
    if (existsSync(folder) && !statSync(folder).isDirectory()) throw new UsageError(cli.runFolderIsFile(folder));
    const { oneCampaign } = await import('../cases.ts');
    const { runAll } = await import('../run/run-all.ts');
    const { campaign, lists } = oneCampaign(files, context);
    finish(await runAll(campaign, lists, { ...flags, folder }, context));
  });
}

const EXAMPLES = [
  'relief run campaign.yaml -o 2026春节/',
  'relief run campaign.yaml --send --due 2026-01-20 -o 2026春节/',
  'relief run campaign.yaml --format csv -o 2026春节/',
];
