import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';
import { inputKind, isCalledCampaign, stdinKind } from '../read/input-kind.ts';
import type { Catalogue } from '../text/zh/catalogue.ts';
import { UsageError } from './errors.ts';
import { several } from './flags.ts';

/** Flags of commands that read lists. */
export interface ListFlags {
  /** Header → field. */
  readonly column?: ReadonlyMap<string, string>;
  readonly sheet?: string;
  readonly threads?: number;
  readonly memoryLimit?: string;
  /** Whether people are one only where that is certain. */
  readonly certain?: boolean;
  /** Whether only the lists that are given are read, and not the campaign's own. */
  readonly only?: boolean;
  /** What lists are that are given: 部门/项目, or 文件:部门/项目. */
  readonly as?: readonly string[];
}

/** Declares the flags of a command that reads lists. */
export function listFlags(command: Command, catalogue: Catalogue): Command {
  const { cli } = catalogue;
  return command
    .addOption(
      new Option('--column <title=field>', cli.column).argParser((value, given?: ReadonlyMap<string, string>) =>
        withColumn(value, given ?? new Map(), catalogue),
      ),
    )
    .option('--sheet <name>', cli.sheet)
    .option('--only', cli.only)
    .addOption(new Option('--as <department/measure>', cli.as).argParser(several))
    .option('--certain', cli.certain)
    .addOption(new Option('--threads <number>', cli.threads).argParser((value) => threads(value, catalogue)))
    .addOption(new Option('--memory-limit <size>', cli.memoryLimit).argParser((value) => memory(value, catalogue)));
}

/** Are there lists to be read: those that are given, or any campaign's own? */
export const haveLists = (
  plans: readonly { readonly source: { readonly campaign: { readonly lists: readonly unknown[] } } }[],
  given: readonly string[],
): boolean => given.length > 0 || plans.some(({ source }) => source.campaign.lists.length > 0);

/** @throws UsageError for a flag that only lists could answer, when none were read. */
export function refuseWithoutLists(
  flags: ListFlags & { readonly by?: string },
  hasLists: boolean,
  { cli }: Catalogue,
): void {
  const useless = (['by', 'column', 'sheet', 'certain', 'only', 'as'] as const).find(
    (flag) => flags[flag] !== undefined,
  );
  if (useless && !hasLists) throw new UsageError(cli.needsLists(`--${useless}`));
}

function withColumn(
  value: string,
  given: ReadonlyMap<string, string>,
  { cli }: Catalogue,
): ReadonlyMap<string, string> {
  const at = value.lastIndexOf('=');
  const [title, field] = [value.slice(0, Math.max(0, at)).trim(), value.slice(at + 1).trim()];
  if (title === '' || field === '') throw new UsageError(cli.badColumn(value));
  return new Map([...given, [title, field]]);
}

function threads(value: string, { cli }: Catalogue): number {
  const count = Number(value);
  if (Number.isInteger(count) && count >= 1 && count <= 1024) return count;
  throw new UsageError(cli.badThreads(value, availableParallelism()));
}

function memory(value: string, { cli }: Catalogue): string {
  if (/^\d+(?:\.\d+)?\s*[KMGT]i?B$/i.test(value)) return value.replace(/\s+/g, '');
  throw new UsageError(cli.badMemory(value));
}

/** What was given on the command line, each known by what it is: a campaign, or else a list. */
export interface Inputs {
  readonly campaigns: readonly string[];
  readonly lists: readonly string[];
}

/**
 * `-` is what its bytes say; where they do not, a list where there is a campaign beside it, or where `alone` says so. Where a campaign is asked for and none is there, whatever
 * is called like one is told of as one.
 */
export function sortInputs(files: readonly string[], alone: 'campaign' | 'list'): Inputs {
  const named = files.filter((file) => file !== '-');
  const known = named.filter((file) => inputKind(file) === 'campaign');
  const meant = known.length === 0 && alone === 'campaign' ? named.filter(isCalledCampaign) : known;
  const isListElse = meant.length > 0 || alone === 'list';
  const stdin = named.length < files.length ? stdinKind() : null;
  const isStdinList = stdin === null ? isListElse : stdin !== 'campaign';
  const isList = (file: string) => (file === '-' ? isStdinList : !meant.includes(file));
  return { campaigns: files.filter((file) => !isList(file)), lists: files.filter(isList) };
}
