import { type Command, Option } from 'commander';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';

/** Flags of commands that show doubts by person, or have so many of them looked at. */
export interface DoubtFlags {
  /** So many people are looked at. */
  readonly budget?: number;
  /** So many of the others are drawn by chance. */
  readonly sample?: number;
}

/** Declares them. */
export function doubtFlags(command: Command, { catalogue: { cli } }: Context): Command {
  const whole = (flag: string, least: number) => (value: string) => {
    const count = Number(value);
    if (Number.isInteger(count) && count >= least) return count;
    throw new UsageError(cli.badCount(flag, value));
  };
  return command
    .addOption(new Option('--budget <people>', cli.doubtBudget).argParser(whole('--budget', 1)))
    .addOption(new Option('--sample <people>', cli.doubtSample).argParser(whole('--sample', 0)));
}

/** @throws UsageError for a flag that only people have a use for, where findings are shown. */
export function refuseWithoutPeople(
  flags: DoubtFlags & { readonly people?: boolean },
  { catalogue: { cli } }: Context,
): void {
  const useless = (['budget', 'sample'] as const).find((flag) => flags[flag] !== undefined);
  if (useless && !flags.people) throw new UsageError(cli.doubtNeedsPeople(`--${useless}`));
}
