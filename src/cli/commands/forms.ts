import { type Command, Option } from 'commander';
import { type Day, isDay } from '../../domain/calendar.ts';
import type { Context, Finish } from '../context.ts';
import { EXIT, UsageError } from '../errors.ts';
import { examples } from '../flags.ts';
import { type ListFlags, listFlags } from '../list-flags.ts';

interface Flags extends ListFlags {
  readonly output?: string;
  readonly due?: Day;
  readonly contact?: string;
  readonly rows: number;
  /** False with --no-lists: streets and committees are not looked up in lists and rosters. */
  readonly lists: boolean;
}

/** `relief forms CAMPAIGN -o FOLDER/`: the 花名册 that each department, and each street, fills in. */
export function declareForms(program: Command, context: Context, finish: Finish): void {
  const { catalogue } = context;
  const { cli } = catalogue;
  const command = program
    .command('forms')
    .description(cli.forms)
    .argument('<files...>', cli.campaignAlone)
    .option('-o, --output <folder>', cli.formsFolder)
    .addOption(
      new Option('--due <day>', cli.formsDue).argParser((value) => {
        if (isDay(value)) return value;
        throw new UsageError(cli.badAsOf(value).replace('--as-of', '--due'));
      }),
    )
    .option('--contact <words>', cli.formsContact)
    .addOption(
      new Option('--rows <number>', cli.formsRows).default(200).argParser((value) => {
        const rows = Number(value);
        if (Number.isInteger(rows) && rows >= 1 && rows <= MOST_ROWS) return rows;
        throw new UsageError(cli.badRows(value, MOST_ROWS));
      }),
    )
    .addOption(new Option('--no-lists', cli.formsNoLists))
    .addHelpText('after', examples(EXAMPLES, catalogue));
  listFlags(command, catalogue).action(async (files: string[], flags: Flags) => {
    if (flags.output === undefined) throw new UsageError(cli.formsNeedFolder);
    const { writeForms } = await import('../forms.ts');
    const count = await writeForms(files, { ...flags, folder: flags.output }, context);
    context.say(cli.formsWritten(count, flags.output));
    finish(EXIT.ok);
  });
}

const MOST_ROWS = 20_000;

const EXAMPLES = [
  'relief forms campaign.yaml -o 表样/',
  'relief forms campaign.yaml --due 2026-01-10 --contact 救助科 -o 表样/',
  'relief forms campaign.yaml --rows 1000 -o 表样/',
];
