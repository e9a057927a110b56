import { type Command, Option } from 'commander';
import type { Context } from '../context.ts';
import { several } from '../flags.ts';
import { type ListFlags, listFlags } from '../list-flags.ts';
import type { ReturnFlags } from '../returns.ts';

/** Flags of whatever finds cases. */
export interface FindFlags extends ListFlags, ReturnFlags {
  readonly roster?: readonly string[];
  readonly blocked?: readonly string[];
  readonly hints?: boolean;
}

/** Declares the flags of a command that finds cases. */
export function findFlags(command: Command, context: Context): Command {
  const { cli } = context.catalogue;
  return listFlags(command, context.catalogue)
    .addOption(new Option('--roster <file>', cli.roster).argParser(several))
    .addOption(new Option('--blocked <file>', cli.blockedRoster).argParser(several))
    .addOption(new Option('--returns <file>', cli.returns).argParser(several))
    .option('--cumulative', cli.cumulative)
    .option('--complete', cli.complete)
    .option('--hints', cli.casesHints);
}
