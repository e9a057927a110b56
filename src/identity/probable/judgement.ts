import type { Lists } from '../../engine/lists.ts';
import { comparePairs } from './comparison.ts';
import { countsIn, listSets } from './counted-pairs.ts';
import { dropTables } from './drop-tables.ts';
import { type Knowledge, type LikelyEdge, mergeSurest } from './merging.ts';
import { isFirm, type Model, posteriorsOf } from './posterior.ts';
import { gatherRecords } from './records.ts';
import { forgetApart, gatherVerdicts, type RowVerdict, recordVerdicts } from './verdicts.ts';

/** Who is this sure to be one person is joined; in the first pass only the surest, since whoever is joined pulls others after them. */
export const CONFIRMED = [0.995, 0.99, 0.99] as const;
/** Less likely pairs are not kept. */
export const KEPT = 0.01;

/** Who is this likely to be of one household, or one person, is taken to live together. */
export const AT_HOME = 0.95;

/**
 * Judges the compared pairs and joins who is confirmed, or was decided to be one, in passes: who was joined is compared again with whomever a part of them was compared
 * with. Leaves the tables `judged` (`one`, `other`: people; `posterior`, `together`, `pattern`), `joining`, which has those of the pairs that joined people, and
 * `confirmed`: of each person who was joined, who they are now.
 */
export async function joinConfirmed(lists: Lists, model: Model, verdicts: readonly RowVerdict[] = []): Promise<void> {
  const { database } = lists;
  await gatherVerdicts(lists, verdicts);
  for (const table of ['judged', 'joining']) {
    await database.run(
      `create temp table ${table} (one bigint, other bigint, posterior double, together double, pattern bigint, sets bigint, firm boolean)`,
    );
  }
  await database.run('create temp table confirmed (certain bigint, identity bigint)');
  await database.run('create temp table joined_now (certain bigint, identity bigint)');
  await judge(lists, model);
  let likely = await likelyEdges(lists);
  for (const least of CONFIRMED) {
    const sure = likely.filter(({ posterior }) => posterior >= least);
    if ((await mergeConfirmed(lists, sure, verdicts.length > 0)) === 0) continue;
    await compareAgain(lists);
    await judge(lists, model);
    likely = await likelyEdges(lists);
  }
}

/** How likely each compared pair is one person, once a pattern; what was judged before and has changed is forgotten. */
async function judge(lists: Lists, model: Model): Promise<void> {
  const { database } = lists;
  const counted = await countsIn(lists, 'compared');
  await database.run(
    'create or replace temp table pattern_posterior (pattern bigint, sets bigint, posterior double, together double, firm boolean)',
  );
  const likely = posteriorsOf(counted, model, (await listSets(lists)).sets).map(({ m, h }, at) => {
    const [pattern, sets] = [counted.patterns[at] as number, counted.sets[at] as number];
    return [BigInt(pattern), BigInt(sets), m, m + h, isFirm(pattern)] as const;
  });
  await database.append(
    'pattern_posterior',
    likely.filter(([, , posterior, together]) => posterior >= KEPT || together >= AT_HOME),
  );
  const changed = '(select certain from joined_now union all select identity from joined_now)';
  await database.run(`delete from judged where one in ${changed} or other in ${changed}`);
  await database.run(`insert into judged select a.certain, b.certain, p.posterior, p.together, c.pattern, c.sets, p.firm
    from compared c join pattern_posterior p on p.pattern = c.pattern and p.sets = c.sets
    join record_of a on a.rec = c.one join record_of b on b.rec = c.other`);
  await forgetApart(lists);
}

/** Pairs of records that may be confirmed. */
async function likelyEdges({ database }: Lists): Promise<LikelyEdge[]> {
  const [ones = [], others = [], posteriors = []] = (await database.columns(
    `select a.rec, b.rec, j.posterior from judged j join record_of a on a.certain = j.one join record_of b on b.certain = j.other
    join record x on x.rec = a.rec join record y on y.rec = b.rec
    where j.posterior >= ${Math.min(...CONFIRMED)} and j.firm and not (x.proven and y.proven)`,
  )) as [number[], number[], number[]];
  return ones.map((one, at) => ({ one, other: others[at] as number, posterior: posteriors[at] as number }));
}

/** Joins who is confirmed, or was decided to be one; of merged people, the traits then say so. @returns how many were joined. */
async function mergeConfirmed(lists: Lists, likely: readonly LikelyEdge[], isAnySaid: boolean): Promise<number> {
  const { database } = lists;
  const verdicts = isAnySaid ? await recordVerdicts(lists) : [];
  const same = verdicts.filter((verdict) => verdict.same);
  const apart = verdicts.filter((verdict) => !verdict.same);
  const edges = [...same.map(({ one, other }) => ({ one, other, posterior: 1 })), ...likely];
  await database.run('create or replace temp table joined_now (certain bigint, identity bigint)');
  if (edges.length === 0) return 0;
  const { certain, ...knowledge } = await knowledgeOf(database, edges);
  const clusters = mergeSurest(likely, knowledge, { same, apart });
  const joined = clusters.flatMap((cluster) => {
    const its = cluster.map(certain);
    const proven = cluster.find((record) => knowledge.numberOf(record) !== null);
    const identity = proven === undefined ? its.reduce((most, one) => (one > most ? one : most)) : certain(proven);
    return its.map((one) => [one, identity] as const);
  });
  const cluster = new Map(clusters.flatMap((records, index) => records.map((record) => [record, index] as const)));
  const held = edges.flatMap(({ one, other }) => {
    const [a, b] = [cluster.get(one), cluster.get(other)];
    return a !== undefined && a === b ? [[certain(one), certain(other)] as const] : [];
  });
  await database.run('create or replace temp table held (one bigint, other bigint)');
  await database.append('held', held);
  await database.run(`insert into joining select j.* from judged j join held h on h.one = j.one and h.other = j.other`);
  await database.append('joined_now', joined);
  await database.run(
    'update confirmed set identity = j.identity from joined_now j where j.certain = confirmed.identity',
  );
  await database.run(
    `insert into confirmed select * from joined_now where certain not in (select certain from confirmed)`,
  );
  await database.run('update trait set person = j.identity from joined_now j where j.certain = trait.person');
  return joined.length;
}

/** What is known of the records of edges, and which people they are: those of everybody would fill the memory. */
async function knowledgeOf(
  database: Lists['database'],
  edges: readonly LikelyEdge[],
): Promise<Knowledge & { readonly certain: (record: number) => bigint }> {
  const asked = new Set(edges.flatMap(({ one, other }) => [one, other]));
  await database.run('create or replace temp table asked_record (rec integer)');
  await database.append(
    'asked_record',
    [...asked].map((record) => [record]),
  );
  const [records = [], people = [], numbers = [], masked = [], patterns = []] = (await database.columns(
    `select rec, certain, number::varchar, is_masked, array_to_string(patterns, ' ') from record semi join asked_record using (rec)`,
  )) as [number[], bigint[], (string | null)[], boolean[], string[]];
  await dropTables(database, 'asked_record');
  const placeOf = new Map(records.map((record, at) => [record, at]));
  const at = (record: number) => placeOf.get(record) ?? -1;
  const its = records.map((_, at) => (patterns[at] ?? '').split(' ').filter((pattern) => pattern !== ''));
  return {
    certain: (record) => people[at(record)] as bigint,
    numberOf: (record) => numbers[at(record)] ?? null,
    isMasked: (record) => masked[at(record)] ?? false,
    patternsOf: (record) => its[at(record)] ?? [],
  };
}

/** Compares those who were joined with whomever a part of them was compared with. */
async function compareAgain(lists: Lists): Promise<void> {
  const { database } = lists;
  await dropTables(database, 'compared', 'pattern_posterior', 'held');
  await database.run('create or replace temp table record_before as select * from record_of');
  await gatherRecords(lists);
  await database.run(`create or replace temp table renumbered as
    select b.rec as before, r.rec, j.certain is not null as grown from record_before b
    left join (select certain, identity from joined_now) j on j.certain = b.certain
    join record_of r on r.certain = coalesce(j.identity, b.certain)`);
  await database.run(`create or replace temp table candidate_again as
    select least(a.rec, b.rec) as one, greatest(a.rec, b.rec) as other, bool_or(a.grown or b.grown) as again
    from candidate c join renumbered a on a.before = c.one join renumbered b on b.before = c.other
    where a.rec <> b.rec group by 1, 2`);
  await database.run('create or replace temp table candidate as select one, other from candidate_again');
  await database.run(`create or replace temp table recompared as select c.one, c.other from candidate_again c
    join record a on a.rec = c.one join record b on b.rec = c.other where c.again and coalesce(a.number = b.number, true)`);
  await dropTables(database, 'record_before', 'renumbered', 'candidate_again');
  await comparePairs(lists, 'recompared', 'compared');
  await dropTables(database, 'recompared');
}
