import { isAbsolute, join } from 'node:path';
import type { Roster } from '../domain/roster.ts';
import { type Lists, readLists } from '../engine/lists.ts';
import type { Probable } from '../identity/probable/resolve-probable.ts';
import { type ResolveOptions, resolveIdentities } from '../identity/resolve.ts';
import type { ListInput } from '../read/list/list-source.ts';
import type { ListWords } from '../text/lists-zh.ts';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';
import { folderOf, sayLeftOut } from './files-of.ts';
import type { ListFlags } from './list-flags.ts';
import { type CampaignAt, calledAfterFiles, listGiven, listsOf, repeated } from './list-inputs.ts';
import { Progress } from './progress.ts';
import { rostersFor } from './rosters.ts';

/** What is read besides lists, and how who is who is decided. */
export interface Resolving extends ListFlags, ResolveOptions {
  /** Lists of what was paid earlier. */
  readonly against?: readonly string[];
  /** Rosters besides the campaign's: of people to be reached, and of people who must not be paid. */
  readonly roster?: readonly string[];
  readonly blocked?: readonly string[];
  /** Bank returns as they are to be read: they say nothing of who is who. */
  readonly returned?: readonly ListInput[];
  /** Lists in the place of those that are given, or the campaign's own. */
  readonly payouts?: readonly ListInput[];
  /** Whether a list without departments is that of the one it is called after. */
  readonly byFile?: boolean;
  /** Whether lists may say nothing of what is paid. */
  readonly amountOptional?: boolean;
}

/** Lists whose rows were resolved to people, the rosters that were read with them, and the words to say it with. */
export interface Resolved {
  readonly lists: Lists;
  readonly rosters: readonly Roster[];
  /** Null where only what is certain counts. */
  readonly probable: Probable | null;
  readonly words: ListWords;
}

/**
 * Reads all that belongs to a campaign, with every column, and resolves its rows together: lists (those that are given, else its
 * own), rosters, and what was paid earlier. There is no other way to read lists, for one row more, or one column less, can make
 * one person of two: so all commands name the same people. Shows progress, and closes the lists where `work` does not come to its end.
 * @throws InvalidInput with everything that is wrong with any of them; UsageError when one is given twice.
 */
export async function whileResolved<T>(
  given: readonly string[],
  campaign: CampaignAt | null,
  resolving: Resolving,
  { io, catalogue, quiet, say }: Context,
  work: (resolved: Resolved) => Promise<T>,
): Promise<T> {
  const { threads, memoryLimit, column = new Map() } = resolving;
  const { rosters, inputs: ofRosters } = rostersFor(campaign, resolving.roster, resolving.blocked, column);
  const inputs = [...payoutsOf(given, campaign, resolving), ...ofRosters, ...(resolving.returned ?? [])];
  const { default: words } = await (catalogue.language === 'zh'
    ? import('../text/lists-zh.ts')
    : import('../text/lists-en.ts'));
  const twice = repeated(inputs);
  if (twice !== undefined) throw new UsageError(twice === '-' ? words.stdinTwice : words.twice(twice));
  const limits = {
    ...(threads === undefined ? {} : { threads }),
    ...(memoryLimit === undefined ? {} : { memory: memoryLimit }),
  };
  if (campaign) sayLeftOut(namedBy(campaign, given, resolving), { say, catalogue });
  const progress = new Progress(io, quiet);
  try {
    const lists = await readLists(inputs, campaign?.campaign ?? null, limits, (index) =>
      progress.say(words.progress(index + 1, inputs.length, inputs[index]?.file ?? '')),
    );
    try {
      const probable = await resolveIdentities(lists, resolving);
      return await work({ lists, rosters, probable, words });
    } catch (error) {
      lists.database.close();
      throw error;
    }
  } finally {
    progress.end();
  }
}

/** What a campaign names and is read: files, patterns and folders, as seen from here. */
function namedBy({ path, campaign }: CampaignAt, given: readonly string[], { returned = [] }: Resolving): string[] {
  const { lists, rosters, returns } = campaign;
  const read = [...(given.length === 0 ? lists : []), ...rosters, ...(returned.length > 0 ? returns : [])];
  return read.map(({ file }) => (isAbsolute(file) ? file : join(folderOf(path), file)));
}

/** Lists of what is to be paid, and of what was paid earlier. */
function payoutsOf(given: readonly string[], campaign: CampaignAt | null, resolving: Resolving): ListInput[] {
  const { against = [], byFile = false, amountOptional = false } = resolving;
  const asked = resolving.payouts ?? listsOf(given, campaign, resolving);
  const earlier = against.map((file): ListInput => ({ ...listGiven(file, resolving), role: 'earlier' }));
  const inputs = [...asked, ...earlier].map((input) => (amountOptional ? { ...input, amountOptional } : input));
  return byFile ? calledAfterFiles(inputs) : inputs;
}
