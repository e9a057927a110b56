import { statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { type Resolved as Answer, readResolved } from '../answer/resolved.ts';
import { everyList, type Lists, type Reading } from '../engine/lists.ts';
import type { ResolveOptions } from '../identity/resolve.ts';
import { isSealedFile } from '../read/input-kind.ts';
import type { ListInput } from '../read/list/list-input.ts';
import { wordsFor } from '../text/words.ts';
import type { ListWords } from '../text/zh/lists.ts';
import { batchedPayments } from './batched.ts';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';
import { folderOf, sayLeftOut } from './files-of.ts';
import type { GatheredLists } from './gather-lists.ts';
import type { ListFlags } from './list-flags.ts';
import { type CampaignAt, calledAfterFiles, listsOf } from './list-inputs.ts';
import { outputNames } from './output-names.ts';
import { type Advance, Progress } from './progress.ts';
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
  /** Lists in the place of those that are given and the campaign's own. */
  readonly payouts?: GatheredLists;
  /** Whether a list without departments is that of the one it is called after. */
  readonly byFile?: boolean;
  /** Whether lists may say nothing of what is paid. */
  readonly amountOptional?: boolean;
  /** Whether lists may be sealed. */
  readonly takesSealed?: boolean;
  /** Whether it matters which bank an account is of; who is who, it never does. */
  readonly withBanks?: boolean;
}

/** Lists that were read and resolved, and the words to say it with. */
export interface Resolved extends Answer {
  readonly words: ListWords;
}

/**
 * Reads all that belongs to a campaign, with every column, and resolves its rows together: lists (its own and those that are
 * given), rosters, and what was paid earlier. There is no other way to read lists, for one row more, or one column less, can make
 * one person of two: so all commands name the same people. Shows progress, and closes the lists where `work` does not come to its end.
 * @throws InvalidInput with everything that is wrong with any of them; UsageError when one is given twice.
 */
export async function whileResolved<T>(
  given: readonly string[],
  campaign: CampaignAt | null,
  resolving: Resolving,
  context: Context,
  work: (resolved: Resolved) => Promise<T>,
): Promise<T> {
  const { io, catalogue, quiet, say } = context;
  const { threads, memoryLimit, column = new Map() } = resolving;
  const payouts = payoutsOf(given, campaign, resolving, context);
  const isSealed = await areSealed(payouts.inputs, resolving, context);
  // Rosters are not sealed: those that a campaign names are read only beside open lists.
  const {
    rosters,
    inputs: ofRosters,
    notes,
  } = isSealed
    ? { rosters: [], inputs: [], notes: [] }
    : rostersFor(campaign, resolving.roster, resolving.blocked, column);
  const gathered = { ...payouts.gathered, notes: [...payouts.gathered.notes, ...notes] };
  const inputs = [...payouts.inputs, ...ofRosters, ...(resolving.returned ?? [])];
  const words = await wordsFor('lists', catalogue.language);
  if (inputs.filter(({ file }) => file === '-').length > 1) throw new UsageError(catalogue.cli.stdinTwice);
  protectLists(inputs, payouts.inputs, context);
  const limits = {
    ...(threads === undefined ? {} : { threads }),
    ...(memoryLimit === undefined ? {} : { memory: memoryLimit }),
    leaveOut: resolving.withBanks ? [] : (['bank'] as const),
    log: context.debug ? await (await import('./statement-log.ts')).statementLog(io) : undefined,
  };
  const payments = resolving.returned?.length ? await batchedPayments(campaign) : null;
  if (campaign) sayLeftOut(namedBy(campaign, resolving), { say, catalogue });
  const progress = new Progress(io, quiet, words.progress);
  try {
    const lists = await readResolved(inputs, campaign?.campaign ?? null, {
      ...resolving,
      limits: { ...limits, watched: progress.isSeen },
      ...(progress.isSeen ? { onFile: whileReading(inputs, progress, words) } : {}),
      onRead: (lists) => progress.stage(words.progress.comparing, advanceOf(lists)),
    });
    try {
      progress.stage(words.progress.examining, advanceOf(lists));
      return await work({ lists, gathered, rosters, payments, words });
    } catch (error) {
      lists.database.close();
      throw error;
    }
  } finally {
    progress.end();
  }
}

/**
 * Are any of the lists sealed?
 * @throws UsageError where the command can't compare such.
 */
async function areSealed(
  inputs: readonly ListInput[],
  { takesSealed = false }: Resolving,
  { catalogue }: Context,
): Promise<boolean> {
  const sealed = inputs.find(({ file }) => isSealedFile(file));
  if (!sealed) return false;
  if (takesSealed) return true;
  const say = await wordsFor('seal', catalogue.language);
  throw new UsageError(say.refused.notHere(sealed.file));
}

/** Says which list is being read, and how much of all of them has been, by their bytes. */
function whileReading(inputs: readonly ListInput[], progress: Progress, { progress: words }: ListWords): Reading {
  const sizes = inputs.map(({ file }) => (file === '-' ? 0 : (statSync(file, { throwIfNoEntry: false })?.size ?? 0)));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const told: number[] = [];
  return (index, database, before) => {
    const from = told.reduce((sum, each) => sum + (sizes[each] ?? 0), 0);
    told.push(index);
    progress.stage(words.reading(told.length, inputs.length, inputs[index]?.file ?? ''), () => {
      const done = 100 * from + (database.progress() ?? 0) * (sizes[index] ?? 0);
      return { rows: before, percent: all === 0 ? null : done / all };
    });
  };
}

/** How far the statement is that runs over all rows; many follow each other. */
function advanceOf(lists: Lists): () => Advance {
  const rows = everyList(lists).reduce((sum, list) => sum + list.rows, 0);
  return () => ({ rows, percent: lists.database.progress(), isOfStep: true });
}

/** @throws UsageError where what is to be written is one of the files that are read. */
function protectLists(inputs: readonly ListInput[], payouts: readonly ListInput[], { outputs }: Context): void {
  outputs.holdsPeople = true;
  outputs.protect(inputs.map(({ file }) => file));
  const written = payouts.filter(({ file, paid, role }) => file !== '-' && paid === undefined && role !== 'earlier');
  const files = [...new Set(written.map(({ file }) => file))];
  outputs.expectLists(() => outputNames(files, ''));
}

/** What a campaign names and is read: files, patterns and folders, as seen from here. */
function namedBy({ path, campaign }: CampaignAt, { only = false, returned = [] }: Resolving): string[] {
  const { lists, rosters, returns } = campaign;
  const read = [...(only ? [] : lists), ...rosters, ...(returned.length > 0 ? returns : [])];
  return read.map(({ file }) => (isAbsolute(file) ? file : join(folderOf(path), file)));
}

/** Lists of what is to be paid, and of what was paid earlier. */
function payoutsOf(
  given: readonly string[],
  campaign: CampaignAt | null,
  { against = [], byFile = false, amountOptional = false, payouts, ...flags }: Resolving,
  { catalogue }: Context,
): GatheredLists {
  const { inputs, gathered } = payouts ?? listsOf({ given, against }, campaign, flags, catalogue);
  const asked = inputs.map((input) => (amountOptional ? { ...input, amountOptional } : input));
  return { inputs: byFile ? calledAfterFiles(asked) : asked, gathered };
}
