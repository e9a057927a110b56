import type { Database } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import { findCandidates, type SkippedBlocks } from './blocks.ts';
import { nameEvidence, namesakesOf } from './calibration.ts';
import { comparePairs } from './comparison.ts';
import { countsIn, listSets } from './counted-pairs.ts';
import { drawHouseholdPairs, drawRandomPairs } from './draw-pairs.ts';
import { dropTables } from './drop-tables.ts';
import { expectedEvidence, learn } from './estimate.ts';
import { AT_HOME, joinConfirmed } from './judgement.ts';
import { tellPairs } from './likely-pairs.ts';
import { gatherMentions, isEverybodyKnown } from './mentions.ts';
import type { Model } from './posterior.ts';
import { gatherRecords } from './records.ts';
import { gatherTraits } from './traits.ts';
import type { RowVerdict } from './verdicts.ts';

/** What was learnt of who is probably one, and what was not compared. */
export interface Probable {
  readonly skipped: readonly SkippedBlocks[];
  /** Null where nobody was compared: everybody is known, or nobody has anything in common. */
  readonly model: Model | null;
}

/** What is there where everybody is known: the tables that others ask. */
const EVERYBODY_KNOWN = [
  'trait (list usmallint, row uinteger, part utinyint, person bigint, certain bigint, name varchar, number bigint)',
  'at_home (one bigint, other bigint)',
];
/** The same, whoever is known, where nobody was compared. */
const NOBODY_COMPARED = [
  'joining (one bigint, other bigint, posterior double, pattern bigint, sets bigint)',
  'open_pair (one bigint, other bigint, pattern bigint, sets bigint, rivals integer, asked boolean)',
  'confirmed (certain bigint, identity bigint)',
];

/** What was skipped of each kind: of names, those of everybody are more than those of whoever is worth comparing. */
function together(some: readonly SkippedBlocks[], others: readonly SkippedBlocks[]): SkippedBlocks[] {
  const kinds = new Map<string, SkippedBlocks>();
  for (const each of [...some, ...others]) {
    const known = kinds.get(each.block);
    kinds.set(each.block, {
      block: each.block,
      keys: Math.max(each.keys, known?.keys ?? 0),
      largest: Math.max(each.largest, known?.largest ?? 0),
    });
  }
  return [...kinds.values()];
}

/** Streets and numbers that are there in two towns: whoever names none lives with whoever else names none. */
const OF_TWO_TOWNS = 'select whole from trait group by whole having min(town) <> max(town)';

/** A flat of few is a household's, also where everybody has a valid number and nobody was compared. */
const OF_ONE_FLAT = `select min(person) over (partition by whole, case when whole in (${OF_TWO_TOWNS}) then town end), person
  from trait where whole is not null and room is not null`;

/** What is asked of who is probably one. */
export interface ProbableOptions {
  /** The year in which lists say how old people are. */
  readonly year: number;
  /** What people decided of rows that may be one person's. */
  readonly verdicts?: readonly RowVerdict[];
  /** Whether any two people may be weighed against each other afterwards: then it is learnt how, even where nobody has anything in common. */
  readonly toExplain?: boolean;
}

/**
 * Joins people who are confirmed to be one, and leaves the pairs that may be: the tables `confirmed` (`certain`, and the `identity`
 * that it is a part of) and `judged` (`one`, `other`: certain people that stand for joined ones; `posterior`, `pattern`).
 */
export async function resolveProbable(
  lists: Lists,
  { year, verdicts = [], toExplain = false }: ProbableOptions,
): Promise<Probable> {
  const { database } = lists;
  const isAnySaid = verdicts.length > 0;
  if (!isAnySaid && (await isEverybodyKnown(lists))) {
    await createTables(database, [...EVERYBODY_KNOWN, ...NOBODY_COMPARED]);
    return { skipped: [], model: null };
  }
  const unlooked = await gatherMentions(lists, year);
  await gatherTraits(lists, year);
  await database.run('create temp table name_pair (one integer, other integer, level utinyint)');
  await gatherRecords(lists);
  const { people } = await database.one<{ people: bigint }>('select count(*) as people from record');
  const skipped = together(unlooked, await findCandidates(lists, Number(people)));
  const { pairs } = await database.one<{ pairs: bigint }>('select count(*) as pairs from candidate');
  if (pairs === 0n && !isAnySaid && !toExplain) {
    await createTables(database, NOBODY_COMPARED);
    await database.run(`create temp table at_home (one, other) as ${OF_ONE_FLAT}`);
    return { skipped, model: null };
  }
  await drawRandomPairs(lists, Number(people));
  await drawHouseholdPairs(lists);
  await database.run(`create temp table pair_to_compare as
    select one, other from candidate union select one, other from random_pair union select one, other from household_pair`);
  await comparePairs(lists, 'pair_to_compare', 'compared');
  await dropTables(database, 'pair_to_compare');
  const model = learn({
    candidates: await countsIn(lists, 'candidate'),
    random: await countsIn(lists, 'random_pair'),
    household: await countsIn(lists, 'household_pair'),
    people: Number(people),
    names: { nameEvidence: await nameEvidence(lists, expectedEvidence), namesakes: await namesakesOf(lists) },
    lists: await listSets(lists),
  });
  await database.run(
    'create or replace temp table compared as select * from compared semi join candidate using (one, other)',
  );
  await dropTables(database, 'random_pair', 'household_pair');
  await joinConfirmed(lists, model, verdicts);
  await tellPairs(lists);
  await database.run(`create temp table at_home as
    select one, other from judged where together >= ${AT_HOME} union all ${OF_ONE_FLAT}`);
  return { skipped, model };
}

async function createTables(database: Database, tables: readonly string[]): Promise<void> {
  for (const table of tables) await database.run(`create temp table ${table}`);
}
