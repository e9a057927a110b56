import { statSync } from 'node:fs';
import type { Campaign } from '../domain/campaign/campaign.ts';
import { fixedAmount } from '../domain/campaign/standard.ts';
import { InvalidInput, type Problem } from '../domain/problem.ts';
import { assign } from '../domain/row/assignment.ts';
import { LIST_ROLES, type ListRole } from '../domain/row/list-role.ts';
import { type ListInput, roleOf } from '../read/list/list-input.ts';
import type { ListFile, ListSource, OpenedList, SkippedSheet } from '../read/list/list-source.ts';
import { openList } from '../read/list/open-list.ts';
import { isSealedSource, sealedDifferently } from '../read/sealed/sealed-source.ts';
import { Assignments } from './assignments.ts';
import { cellReadings } from './cell-reading.ts';
import { Database, type EngineLimits, type StatementLog } from './database.ts';
import { BrokenDatabase } from './database-fault.ts';
import { withKnownAssignments } from './known-assignments.ts';
import { type LoadedList, type Loading, loadList } from './load.ts';
import type { LoadedField } from './loaded-field.ts';
import { withMeasureNames } from './measure-names.ts';
import { createTables, defineView, numberOthers, relationsOf } from './payouts.ts';
import { ShortLists } from './short-lists.ts';
import { unknownColumns } from './unknown-columns.ts';

/** Lists whose payouts stand in a database that can read nothing else any more. */
export interface Lists {
  readonly database: Database;
  readonly campaign: Campaign | null;
  /** One for each sheet; its index is the payouts' `list`. */
  readonly lists: readonly LoadedList[];
  /** Lists of what was paid earlier, which are only compared with; their numbers follow. */
  readonly earlier: readonly LoadedList[];
  /** Who may be paid, or must not be; their numbers follow. */
  readonly rosters: readonly LoadedList[];
  /** What the bank did; their numbers come last. */
  readonly returns: readonly LoadedList[];
  readonly files: readonly ListFile[];
  readonly skipped: readonly SkippedSheet[];
  readonly assignments: Assignments;
  /** Were they sealed? Then numbers and names are tokens, which are equal where those are, and say nothing else. */
  readonly isSealed: boolean;
  /** What the measure columns of rosters say, which are categories of people. */
  readonly categories: Assignments;
}

/** All of them, by their number. */
export const everyList = ({ lists, earlier, rosters, returns }: Lists): LoadedList[] => [
  ...lists,
  ...earlier,
  ...rosters,
  ...returns,
];

/** What the list of a number is read for. */
export function roleOfList({ lists, earlier, rosters }: Lists, list: number): ListRole {
  let end = 0;
  const at = [lists, earlier, rosters].findIndex(({ length }) => {
    end += length;
    return list < end;
  });
  return LIST_ROLES.at(at) as ListRole;
}

export interface ReadOptions extends EngineLimits {
  /** Columns that nobody asks for: reading a column less is faster. */
  readonly leaveOut?: readonly LoadedField[];
  readonly log?: StatementLog | undefined;
  /** Whether SQL reads every list, however short, and the domain's readers only what it does not: for tests of the one way and the other. */
  readonly bySql?: boolean;
}

/** Is told of an input, by its index, that is about to be read, and how many rows were read before it. */
export type Reading = (input: number, database: Database, rows: number) => void;

/**
 * Reads lists into a new database. The caller closes it. `reading` is told of each input before it is read, and how many rows came before it.
 * @throws InvalidInput with everything that is wrong with any of them; Shortage.
 */
export async function readLists(
  inputs: readonly ListInput[],
  campaign: Campaign | null,
  options: ReadOptions = {},
  reading: Reading = () => {},
): Promise<Lists> {
  const threads = options.threads ?? (areSmall(inputs) ? 1 : undefined);
  const database = await Database.open({ ...options, ...(threads && { threads }) }, undefined, options.log);
  const read = (trusting: boolean) =>
    readInto(
      database,
      inputs,
      { campaign, leaveOut: options.leaveOut ?? [], bySql: options.bySql ?? false, trusting },
      reading,
    );
  try {
    try {
      return await read(true);
    } catch (error) {
      if (!(error instanceof BrokenDatabase)) throw error;
      await database.restart(); // some bytes break DuckDB's reader of CSV files, which then shall see only what we wrote
      return await read(false);
    }
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Bytes of lists of which several threads have nothing to do but to wait for each other. */
const SMALL = 1 << 20;

/** Are all lists together so small? Of a pipe, and of what can't be opened, nobody knows. */
const areSmall = (inputs: readonly ListInput[]): boolean =>
  inputs.reduce((sum, { file }) => sum + (sizeOf(file) ?? SMALL), 0) < SMALL;

function sizeOf(file: string): number | null {
  try {
    const stats = statSync(file);
    return stats.isFile() ? stats.size : null;
  } catch {
    return null;
  }
}

/** Reads lists into an empty database, which stays open. */
export async function readInto(
  database: Database,
  inputs: readonly ListInput[],
  { campaign, ...how }: Omit<Loading, 'assignments' | 'outcomes'>,
  reading: Reading = () => {},
): Promise<Lists> {
  const readings = cellReadings(0, 100n);
  await createTables(database, readings);
  const all: LoadedList[] = [];
  const files: ListFile[] = [];
  const skipped: SkippedSheet[] = [];
  const problems: Problem[] = [];
  const short = new ShortLists(database);
  const outcomes = campaign?.outcomes ?? {};
  const assignments = new Assignments();
  const categories = new Assignments();
  const inOrder = [...inputs.entries()].sort(
    ([, a], [, b]) => LIST_ROLES.indexOf(roleOf(a)) - LIST_ROLES.indexOf(roleOf(b)),
  );
  for (const [index, input] of inOrder) {
    const pays = ['payouts', 'earlier'].includes(roleOf(input));
    const rows = all.reduce((sum, list) => sum + list.rows, 0);
    reading(index, database, rows);
    const asked = pays ? withMeasureNames(withStandard(input, campaign), campaign) : input;
    const opened = await openOrNote(asked, database, problems);
    if (!opened) continue;
    try {
      const belongs = pays ? { campaign, assignments } : { campaign: null, assignments: categories };
      for (const source of opened.sources) {
        // Where something is wrong nothing will be added up: only what else is matters, which the survey shows.
        if (problems.length > 0) await source.survey();
        else all.push(await load(database, all.length, source, { ...how, ...belongs, outcomes }, short));
      }
      files.push(...opened.sources.slice(0, 1).map(({ origin }) => origin));
      skipped.push(...opened.skipped);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      problems.push(...error.problems);
    } finally {
      await opened.close();
    }
  }
  problems.push(...sealedDifferently(all.map(({ source }) => source)), ...unknownColumns(inputs, all));
  if (problems.length > 0) throw new InvalidInput(problems);
  for (const [number, list] of await short.finish()) all[number] = list;
  const [lists = [], earlier = [], rosters = [], returns = []] = LIST_ROLES.map((role) =>
    all.filter(({ source }) => roleOf(source.input) === role),
  );
  const plain = all.map((list) => list.plain);
  const isSealed = all.some(({ source }) => isSealedSource(source));
  if (!isSealed) await numberOthers(database);
  for (const [view, end] of relationsOf({ lists, earlier, rosters, returns })) {
    await defineView(database, view, plain.slice(0, end), readings, end < all.length ? end : undefined);
  }
  await database.lock();
  const paid = [...lists, ...earlier];
  const assigned = campaign ? await withKnownAssignments(database, paid, assignments) : paid;
  return {
    database,
    campaign,
    lists: assigned.slice(0, lists.length),
    earlier: assigned.slice(lists.length),
    rosters,
    returns,
    files,
    skipped,
    isSealed,
    assignments,
    categories,
  };
}

/** Loads a list in the way that is fastest for it. */
async function load(
  database: Database,
  number: number,
  source: ListSource,
  loading: Loading,
  short: ShortLists,
): Promise<LoadedList> {
  if (isSealedSource(source)) return (await import('./load-sealed.ts')).loadSealed(database, number, source, loading);
  const taken = await short.take(number, source, loading);
  return 'bySql' in taken ? loadList(database, number, taken.bySql, loading) : taken;
}

/** The list with what each of its payouts is, where it is of one measure with a fixed standard. */
function withStandard(input: ListInput, campaign: Campaign | null): ListInput {
  const { is } = assign(input.department ?? '', input.measure ?? '', campaign).measure;
  const fen = is?.standard ? fixedAmount(is.standard) : null;
  return fen === null ? input : { ...input, standard: { fen, text: is?.standard?.rate?.text ?? '' } };
}

async function openOrNote(input: ListInput, database: Database, problems: Problem[]): Promise<OpenedList | null> {
  try {
    return await openList(input, database.spill, async (path) => {
      const { csvOfParquet } = await import('./csv-of-parquet.ts');
      return csvOfParquet(path, input.file, database);
    });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    problems.push(...error.problems);
    return null;
  }
}
