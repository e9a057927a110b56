import { type Command, Option } from 'commander';
import { isDay } from '../domain/calendar.ts';
import type { Catalogue } from '../text/zh/catalogue.ts';
import { UsageError } from './errors.ts';
import { FAIL_ON, type FailOn } from './options.ts';

/** An option that takes one of a few words; a wrong one is refused in the user's language. */
export function choice(catalogue: Catalogue, flags: string, description: string, allowed: readonly string[]): Option {
  const option = new Option(flags, description).choices(allowed);
  return option.argParser((value) => {
    if (allowed.includes(value)) return value;
    throw new UsageError(catalogue.cli.badChoice(option.long ?? flags, value, allowed.join(', ')));
  });
}

/** Flags of commands that show sheets. */
export interface SheetFlags {
  readonly format?: string;
  readonly output?: string;
  readonly width?: number;
  readonly bom?: boolean;
}

/** Flags of commands that report what they find in campaigns. */
export interface ReportFlags extends SheetFlags {
  readonly failOn: FailOn;
}

/** Declares the flags of a command that reports in `formats`, and whose exit code is that of its findings. */
export function reportFlags(command: Command, catalogue: Catalogue, formats: readonly string[]): Command {
  const { cli } = catalogue;
  const failOn = choice(catalogue, '--fail-on <severity>', cli.failOn, FAIL_ON).default('error');
  return sheetFlags(command, catalogue, formats, cli.output, [failOn]);
}

/** Declares the flags of a command that shows sheets in `formats`, with `others` among them. */
export function sheetFlags(
  command: Command,
  catalogue: Catalogue,
  formats: readonly string[],
  output: string,
  others: readonly Option[] = [],
): Command {
  const { cli } = catalogue;
  command
    .addOption(choice(catalogue, '-f, --format <format>', cli.format, formats))
    .option('-o, --output <file>', output)
    .option('--summary <file>', cli.summary);
  for (const other of others) command.addOption(other);
  return command
    .addOption(new Option('--width <columns>', cli.width).argParser((value) => tableWidth(value, catalogue)))
    .option('--bom', cli.bom);
}

function tableWidth(value: string, { cli }: Catalogue): number {
  const columns = Number(value);
  if (Number.isInteger(columns) && columns >= 40) return columns;
  throw new UsageError(cli.badWidth(value));
}

/** Gathers an option that may be given more than once. */
export const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** The day whose state is looked at. */
export function asOfOption({ cli }: Catalogue): Option {
  return new Option('--as-of <day>', cli.asOf).argParser((value) => {
    if (isDay(value)) return value;
    throw new UsageError(cli.badAsOf(value));
  });
}

/** How many findings of each rule are listed first. */
export function limitOption({ cli }: Catalogue): Option {
  return new Option('--limit <number>', cli.limit).argParser((value) => {
    const count = Number(value);
    if (Number.isInteger(count) && count >= 0) return count;
    throw new UsageError(cli.badLimit(value));
  });
}

/** What `--help` shows last: lines to copy. */
export function examples(lines: readonly string[], { cli }: Catalogue): string {
  return `\n${cli.examples}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}
