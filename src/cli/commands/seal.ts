import { type Command, Option } from 'commander';
import { OPEN_FIELDS, type OpenField } from '../../domain/sealed/open-field.ts';
import type { Context, Finish } from '../context.ts';
import { UsageError } from '../errors.ts';
import { choice, examples } from '../flags.ts';
import { listFlags } from '../list-flags.ts';
import { FAIL_ON } from '../options.ts';
import type { SealOptions } from '../seal.ts';

/** What whoever compares needs to say what is paid twice, and by whom. */
const OPEN: readonly OpenField[] = ['department', 'measure', 'amount'];

/** `relief seal [CAMPAIGN] LIST… --key-file KEY -o FOLDER/`: lists that can be compared without anybody's number. */
export function declareSeal(program: Command, context: Context, finish: Finish): void {
  const { catalogue } = context;
  const { cli } = catalogue;
  const command = program
    .command('seal')
    .description(cli.seal)
    .argument('[files...]', cli.campaignAndLists)
    .option('--key-file <file>', cli.sealKey)
    .option('--new-key <file>', cli.sealNewKey)
    .option('-o, --output <folder>', cli.sealFolder)
    .addOption(new Option('--open <columns>', cli.sealOpen).argParser((value) => openIn(value, context)).default(OPEN))
    .option('--sm3', cli.sealSm3)
    .option('--verify', cli.sealVerify)
    .addOption(choice(catalogue, '--fail-on <severity>', cli.failOn, FAIL_ON).default('error'))
    .addHelpText('after', examples(EXAMPLES, catalogue));
  listFlags(command, catalogue).action(async (files: string[], flags: SealOptions) => {
    const { seal } = await import('../seal.ts');
    finish(await seal(files, flags, context));
  });
}

const EXAMPLES = [
  'relief seal --new-key 密封.key',
  'relief seal 民政局.xlsx --key-file 密封.key -o 密封/',
  'relief seal campaign.yaml --key-file 密封.key --open department -o 密封/',
  'relief seal 密封/*.csv --key-file 密封.key --verify',
  'relief dedupe 密封/*.csv',
];

/** Several with commas between them; `none` for nothing. */
function openIn(value: string, { catalogue }: Context): OpenField[] {
  if (value === 'none') return [];
  const named = value.split(/[,，]/).map((each) => each.trim());
  const isKnown = (each: string): each is OpenField => OPEN_FIELDS.some((field) => field === each);
  if (!named.every(isKnown)) throw new UsageError(catalogue.cli.badOpen(value, [...OPEN_FIELDS, 'none']));
  return OPEN_FIELDS.filter((field) => named.includes(field));
}
