import { tmpdir } from 'node:os';
import { Command, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { sweep } from '../read/leftovers.ts';
import { width, wrap } from '../render/width.ts';
import type { Catalogue } from '../text/zh/catalogue.ts';
import { declareAuditVerify } from './commands/audit.ts';
import { declareBudget } from './commands/budget.ts';
import { declareCases } from './commands/cases.ts';
import { declareCasesRead } from './commands/cases-read.ts';
import { declareCasesSend } from './commands/cases-send.ts';
import { declareCheck } from './commands/check.ts';
import { declareCompare } from './commands/compare.ts';
import { declareCompletion } from './commands/completion.ts';
import { declareCover } from './commands/cover.ts';
import { declareDedupe } from './commands/dedupe.ts';
import { declareDraft } from './commands/draft.ts';
import { declareExplain } from './commands/explain.ts';
import { declareExport } from './commands/export.ts';
import { declareForms } from './commands/forms.ts';
import { declareInit } from './commands/init.ts';
import { declarePay } from './commands/pay.ts';
import { declarePublish } from './commands/publish.ts';
import { declareReconcile } from './commands/reconcile.ts';
import { declareReport } from './commands/report.ts';
import { declareReview } from './commands/review.ts';
import { declareRun } from './commands/run.ts';
import { declareSchema } from './commands/schema.ts';
import { declareSeal } from './commands/seal.ts';
import { declareStatus } from './commands/status.ts';
import type { Context, Finish } from './context.ts';
import { declareOutputs } from './declared-outputs.ts';
import { awaitPipes, expandInputs } from './expand-inputs.ts';
import { choice, examples } from './flags.ts';
import { LANGUAGES, widthFor } from './options.ts';

/** The whole command line. Each action hands its exit code to `finish`. */
export function programFor(context: Context, finish: Finish): Command {
  const { catalogue, io } = context;
  const { cli } = catalogue;
  const program = new Command('relief')
    .description(cli.description)
    .version(packageJson.version, '-V, --version', cli.version)
    .helpOption('-h, --help', cli.help)
    .helpCommand('help [command]', cli.helpCommand)
    .addOption(choice(catalogue, '--lang <lang>', cli.lang, LANGUAGES))
    .option('-q, --quiet', cli.quiet)
    .option('--color', cli.color)
    .option('--no-color', cli.noColor)
    .option('--audit <file>', cli.audit)
    .addOption(new Option('--debug', cli.debug).hideHelp())
    .addHelpText(
      'after',
      `${examples(EXAMPLES, catalogue)}\n${wrap(cli.exitCodes, widthFor(undefined, io)).join('\n')}`,
    )
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: () => {}, outputError: () => {} })
    .configureHelp(localisedHelp(catalogue, widthFor(undefined, io)));
  for (const declare of [
    declareRun,
    declareBudget,
    declareCheck,
    declareDedupe,
    declareCover,
    declareReconcile,
    declarePay,
    declareCases,
    declareCasesSend,
    declareCasesRead,
    declareReview,
    declareForms,
    declarePublish,
    declareSeal,
    declareExport,
    declareReport,
    declareStatus,
    declareCompare,
    declareDraft,
    declareExplain,
    declareInit,
    declareAuditVerify,
    declareSchema,
    declareCompletion,
  ]) {
    declare(program, context, finish);
  }
  program.hook('preAction', async (_, command) => {
    sweep(tmpdir());
    await expandInputs(command, context);
    context.runs.command = command.name();
    declareOutputs(command, context.outputs);
    declareJournal(program.opts().audit, context);
  });
  for (const command of program.commands) {
    command.helpOption('-h, --help', cli.help).copyInheritedSettings(program);
    command.hook('preAction', (_, called) => awaitPipes(called));
  }
  return program;
}

const EXAMPLES = [
  'relief draft notice.docx -o campaign.yaml',
  'relief init',
  'relief budget campaigns/putuo-2017.yaml',
  'relief budget campaign.yaml -o budget.xlsx',
  'relief check campaigns/*.yaml',
  'relief run campaign.yaml -o 2026春节/',
  'relief dedupe recipients.csv',
  'relief status campaign.yaml',
  'relief compare campaigns/putuo-2008.yaml campaigns/putuo-2017.yaml',
  'relief explain amount-contradicts-standard',
];

/** The journal is added to when the run is at its end; it is no other output, and nothing that is read. */
function declareJournal(path: string | undefined, { outputs, runs }: Context): void {
  if (path === undefined) return;
  outputs.declare({ flag: '--audit', path, kind: 'file' });
  runs.journal = path;
}

/** A command line in which the two words of a command (`cases send`) are one, as its name is. */
export function withWholeNames(argv: readonly string[], { commands }: Command): string[] {
  const at = argv.findIndex((word, index) =>
    commands.some((command) => command.name() === `${word} ${argv[index + 1]}`),
  );
  return at < 0 ? [...argv] : [...argv.slice(0, at), `${argv[at]} ${argv[at + 1]}`, ...argv.slice(at + 2)];
}

/** commander's headings and remarks in the user's language. */
function localisedHelp({ cli, parenthesised, list }: Catalogue, helpWidth: number) {
  const titles: Record<string, string> = {
    'Usage:': cli.usage,
    'Arguments:': cli.arguments,
    'Options:': cli.options,
    'Commands:': cli.commands,
    'Global Options:': cli.globalOptions,
  };
  return {
    helpWidth,
    showGlobalOptions: true,
    styleTitle: (title: string) => titles[title] ?? title,
    optionDescription: ({ description, argChoices, defaultValue }: Option) => {
      const remarks = [
        argChoices && argChoices.length > 1 && cli.choices(list(argChoices)),
        typeof defaultValue === 'string' && cli.defaultValue(defaultValue),
      ].filter(Boolean);
      return remarks.length > 0 ? description + parenthesised(remarks.join('; ')) : description;
    },
    // A Chinese character takes two columns, and a line may end behind any of them.
    displayWidth: width,
    boxWrap: (text: string, most: number) =>
      text
        .split('\n')
        .flatMap((line) => wrap(line, most))
        .join('\n'),
    subcommandDescription: (command: Command) => command.description(),
  };
}
