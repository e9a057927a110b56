import type { Campaign } from '../domain/campaign.ts';
import { InvalidInput, type Problem, Shortage } from '../domain/problem.ts';
import { invalidFile } from '../read/file-fault.ts';
import type { ListFile, ListInput, OpenedList, SkippedSheet } from '../read/list/list-source.ts';
import { openList } from '../read/list/open-list.ts';
import { Assignments } from './assignments.ts';
import { cellReadings } from './cell-reading.ts';
import { Database, type EngineLimits } from './database.ts';
import { type LoadedList, loadList } from './load.ts';
import type { LoadedField } from './loaded-field.ts';
import { createTables, definePayouts, numberContacts, numberPersons } from './payouts.ts';

/** Lists whose payouts stand in a database that can read nothing else any more. */
export interface Lists {
  readonly database: Database;
  readonly campaign: Campaign | null;
  /** One for each sheet; its index is the payouts' `list`. */
  readonly lists: readonly LoadedList[];
  /** Lists of what was paid earlier, which are only compared with; their numbers follow. */
  readonly earlier: readonly LoadedList[];
  readonly files: readonly ListFile[];
  readonly skipped: readonly SkippedSheet[];
  readonly assignments: Assignments;
}

export interface ReadOptions extends EngineLimits {
  /** Columns that nobody asks for: reading a column less is faster. */
  readonly leaveOut?: readonly LoadedField[];
}

/**
 * Reads lists into a new database. The caller closes it. `reading` is told of each input before it is read.
 * @throws InvalidInput with everything that is wrong with any of them; Shortage.
 */
export async function readLists(
  inputs: readonly ListInput[],
  campaign: Campaign | null,
  options: ReadOptions = {},
  reading: (input: number) => void = () => {},
): Promise<Lists> {
  const database = await Database.open(options);
  try {
    const readings = cellReadings(0, 100n);
    await createTables(database, readings);
    const all: LoadedList[] = [];
    const files: ListFile[] = [];
    const skipped: SkippedSheet[] = [];
    const problems: Problem[] = [];
    const assignments = new Assignments();
    const newFirst = [...inputs.entries()].sort(
      ([, a], [, b]) => Number(a.earlier ?? false) - Number(b.earlier ?? false),
    );
    for (const [index, input] of newFirst) {
      reading(index);
      const opened = await openOrNote(input, database, problems);
      if (!opened) continue;
      try {
        for (const source of opened.sources) {
          if (problems.length > 0) {
            void source.body; // nothing will be added up: only what else is wrong matters, which the survey shows
            continue;
          }
          all.push(await loadList(database, all.length, source, campaign, assignments, options.leaveOut ?? []));
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
    if (problems.length > 0) throw new InvalidInput(problems);
    const [lists, earlier] = [false, true].map((wanted) =>
      all.filter(({ source }) => (source.input.earlier ?? false) === wanted),
    ) as [LoadedList[], LoadedList[]];
    const plainOf = (some: readonly LoadedList[]) => some.map(({ plain }) => plain);
    await numberPersons(database, plainOf(all));
    await numberContacts(database);
    await definePayouts(database, plainOf(lists), plainOf(earlier), readings);
    await database.lock();
    return { database, campaign, lists, earlier, files, skipped, assignments };
  } catch (error) {
    database.close();
    throw error;
  }
}

async function openOrNote(input: ListInput, database: Database, problems: Problem[]): Promise<OpenedList | null> {
  try {
    return await openList(input, database.spill, (path) => csvOfParquet(path, input, database));
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    problems.push(...error.problems);
    return null;
  }
}

/**
 * A Parquet file as text: exact, for its integers never passed through a spreadsheet.
 * @throws InvalidInput when it is damaged; Shortage.
 */
async function csvOfParquet(path: string, { file }: ListInput, database: Database): Promise<string> {
  const csv = database.spill.file('.csv');
  try {
    await database.run(
      `copy (select * from read_parquet($1)) to '${csv.replaceAll("'", "''")}' (format csv, header true)`,
      [path],
    );
  } catch (error) {
    if (error instanceof Shortage) throw error;
    throw invalidFile(file, 'parquet-damaged', {});
  }
  return csv;
}
