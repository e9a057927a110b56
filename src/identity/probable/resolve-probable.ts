import type { Lists } from '../../engine/lists.ts';
import { BANDS, type Band } from '../bands.ts';
import { findCandidates, type SkippedBlocks } from './blocks.ts';
import { nameEvidence, namesakesOf } from './calibration.ts';
import { comparePairs } from './comparison.ts';
import { type Counted, expectedEvidence, learn, type Model, posteriorsOf } from './estimate.ts';
import { gatherMentions, ROWS } from './mentions.ts';
import { type Knowledge, type LikelyEdge, mergeSurest } from './merging.ts';
import { evidenceOf } from './model.ts';
import type { ListSets } from './overlap.ts';
import { mostQuestions, questionsAmong } from './questions.ts';
import { gatherRecords, gatherTraits } from './records.ts';

export interface Probable {
  readonly skipped: readonly SkippedBlocks[];
  readonly model: Model;
}

/** Who is this sure to be one person is joined; in the first pass only the surest, since whoever is joined pulls others after them. */
const CONFIRMED = [0.995, 0.99, 0.99] as const;
/** Who is this likely to be one person is asked about. */
export const REVIEW = 0.1;
/** Less likely pairs are not kept. */
const KEPT = 0.01;

/** Who is this likely to be of one household, or one person, is taken to live together. */
const AT_HOME = 0.95;

/** So many pairs at random show what unrelated people have in common. */
const RANDOM_PAIRS = 100_000;
/** So many people, at least half of them, show what people of one household have in common. */
const HOUSEHOLD_PEOPLE = 20_000;

/**
 * Joins people who are confirmed to be one, and leaves the pairs that may be: the tables `confirmed` (`certain`, and the `identity`
 * that it is a part of) and `judged` (`one`, `other`: certain people that stand for joined ones; `posterior`, `pattern`).
 */
export async function resolveProbable(lists: Lists, year: number): Promise<Probable> {
  const { database } = lists;
  await gatherMentions(lists);
  await gatherTraits(lists, year);
  await database.run('create temp table name_pair (one integer, other integer, level utinyint)');
  await gatherRecords(lists);
  const skipped = await findCandidates(lists);
  const { people } = await database.one<{ people: bigint }>('select count(*) as people from record');
  await comparePairs(lists, 'candidate', 'compared');
  await drawRandomPairs(lists, Number(people));
  await comparePairs(lists, 'random_pair', 'compared_random');
  await drawHouseholdPairs(lists);
  await comparePairs(lists, 'household_pair', 'compared_household');
  const model = learn({
    candidates: await countsIn(lists, 'compared'),
    random: await countsIn(lists, 'compared_random'),
    household: await countsIn(lists, 'compared_household'),
    people: Number(people),
    names: { nameEvidence: await nameEvidence(lists, expectedEvidence), namesakes: await namesakesOf(lists) },
    lists: await listSets(lists),
  });
  await database.run(
    'create temp table judged (one bigint, other bigint, posterior double, together double, pattern bigint)',
  );
  await database.run('create temp table confirmed (certain bigint, identity bigint)');
  await database.run(
    'create temp table joining (one bigint, other bigint, posterior double, together double, pattern bigint)',
  );
  for (const [pass, least] of CONFIRMED.entries()) {
    if (pass > 0 && !(await compareAgain(lists))) break;
    await judge(lists, model, pass);
    if ((await mergeConfirmed(lists, least)) === 0) break;
  }
  await tellPairs(lists);
  // A flat of few is a household's, also where everybody has a valid number and nobody was compared.
  await database.run(`create temp table at_home as
    select one, other from judged where together >= ${AT_HOME}
    union all select min(person) over (partition by whole), person from trait where whole is not null and room is not null`);
  return { skipped, model };
}

/** Fills `likely_pair` with what joined people, and with what may. */
async function tellPairs(lists: Lists): Promise<void> {
  const { database } = lists;
  await database.run(
    `create temp table final_person as select t.certain, any_value(t.person) as person from trait t group by t.certain`,
  );
  const [patterns = []] = (await database.columns(
    'select distinct pattern::double from (select pattern from joining union all select pattern from judged) order by all',
  )) as [number[]];
  await database.run('create temp table pattern_evidence (pattern bigint, evidence varchar)');
  await database.append(
    'pattern_evidence',
    patterns.map((pattern) => [BigInt(pattern), evidenceOf(pattern)]),
  );
  const band = (name: Band) => BANDS.indexOf(name);
  await database.run(`create temp table stands_for as
    select person, arg_min(list, position) as list, arg_min(row, position) as row, arg_min(part, position) as part from (
      select unnest(list_distinct([person, certain])) as person, list, row, part, list::bigint * ${ROWS} + row as position from trait
    ) group by person`);
  // Who was joined last was not compared again: of what was judged of them, the likeliest stands.
  await database.run(`create temp table open_pair as
    select one, other, max(posterior) as posterior, arg_max(pattern, posterior) as pattern, false as asked from (
      select least(a.person, b.person) as one, greatest(a.person, b.person) as other, j.posterior, j.pattern from judged j
      join final_person a on a.certain = j.one join final_person b on b.certain = j.other
      where j.posterior >= ${KEPT} and a.person <> b.person
    ) group by one, other`);
  await chooseQuestions(lists);
  await database.run(`insert into likely_pair
    select j.one, j.other, j.band, j.posterior, a.list, a.row, a.part, b.list, b.row, b.part, e.evidence from (
      select one, other, posterior, pattern, ${band('confirmed')} as band from joining
      union all select one, other, posterior, pattern, case when asked then ${band('review')} else ${band('apart')} end from open_pair
    ) j join pattern_evidence e on e.pattern = j.pattern
    join stands_for a on a.person = j.one join stands_for b on b.person = j.other`);
}

/** Marks the open pairs that are to be asked about. */
async function chooseQuestions({ database }: Lists): Promise<void> {
  const [ones = [], others = [], posteriors = [], pairs = []] = (await database.columns(
    `select a.rec, b.rec, p.posterior, p.rowid from open_pair p
    join record_of a on a.certain = p.one join record_of b on b.certain = p.other
    where p.posterior >= ${REVIEW} order by least(a.rec, b.rec), greatest(a.rec, b.rec)`,
  )) as [number[], number[], number[], bigint[]];
  const { rows } = await database.one<{ rows: bigint }>('select count(*) as rows from resolved_row');
  const asked = questionsAmong(
    ones.map((one, at) => ({ one, other: others[at] as number, posterior: posteriors[at] as number })),
    mostQuestions(Number(rows)),
  );
  await database.run('create temp table question (pair bigint)');
  await database.append(
    'question',
    [...asked].map((at) => [pairs[at] as bigint]),
  );
  await database.run('update open_pair set asked = true where rowid in (select pair from question)');
}

/** Pairs of records that share nothing: each with some, by a hash of its number, which says nothing but what the record says. */
async function drawRandomPairs({ database }: Lists, people: number) {
  const times = Math.max(1, Math.ceil(RANDOM_PAIRS / Math.max(1, people)));
  await database.run(`create temp table random_pair as
    select distinct least(rec, other) as one, greatest(rec, other) as other from (
      select rec, (hash(rec, time) % ${Math.max(1, people)})::integer as other
      from record cross join range(${times}) t(time) where hash(rec) % ${Math.max(1, Math.floor(people / RANDOM_PAIRS))} = 0
    ) where rec <> other`);
}

/** Pairs of people who have different ID numbers and one home, by its number or, of a flat, by where it is. */
async function drawHouseholdPairs({ database }: Lists) {
  await database.run(`create temp table household_pair as
    with home as (
      select rec, unnest(households) as home from record where proven
      union select r.rec, (hash(t.whole) >> 1)::bigint from trait t join record r on r.certain = t.person where r.proven and t.room is not null and t.whole is not null
    )
    select distinct a.rec as one, b.rec as other from home a join home b on b.home = a.home and b.rec > a.rec
    where hash(a.home) % greatest(1, (select count(*) from home) // ${HOUSEHOLD_PEOPLE}) = 0`);
}

async function countsIn({ database }: Lists, table: string): Promise<Counted> {
  const [patterns = [], sets = [], pairs = []] = (await database.columns(
    `select pattern::double, sets::double, count(*)::double from ${table} group by pattern, sets order by pattern, sets`,
  )) as [number[], number[], number[]];
  return { patterns, sets, pairs };
}

async function listSets({ database }: Lists): Promise<ListSets> {
  const [sets = [], people = [], proven = []] = (await database.columns(
    `select array_to_string(lists, ' '), people::double, proven::double from list_set order by id`,
  )) as [string[], number[], number[]];
  return { sets: sets.map((set) => set.split(' ').map(Number)), people, proven };
}

/** How likely each compared pair is one person, once a pattern; what was judged before and has changed is forgotten. */
async function judge(lists: Lists, model: Model, pass: number): Promise<void> {
  const { database } = lists;
  const counted = await countsIn(lists, 'compared');
  await database.run(
    'create or replace temp table pattern_posterior (pattern bigint, sets bigint, posterior double, together double)',
  );
  const likely = posteriorsOf(counted, model, (await listSets(lists)).sets).map(
    ({ m, h }, at) => [BigInt(counted.patterns[at] as number), BigInt(counted.sets[at] as number), m, m + h] as const,
  );
  await database.append(
    'pattern_posterior',
    likely.filter(([, , posterior, together]) => posterior >= KEPT || together >= AT_HOME),
  );
  if (pass > 0) {
    const changed = '(select certain from joined_now union all select identity from joined_now)';
    await database.run(`delete from judged where one in ${changed} or other in ${changed}`);
  }
  await database.run(`insert into judged select a.certain, b.certain, p.posterior, p.together, c.pattern
    from compared c join pattern_posterior p on p.pattern = c.pattern and p.sets = c.sets
    join record_of a on a.rec = c.one join record_of b on b.rec = c.other`);
}

/** Joins who is confirmed; of merged people, the traits then say so. @returns how many were joined. */
async function mergeConfirmed({ database }: Lists, least: number): Promise<number> {
  const [ones = [], others = [], posteriors = []] = (await database.columns(
    `select a.rec, b.rec, j.posterior from judged j join record_of a on a.certain = j.one join record_of b on b.certain = j.other
    where j.posterior >= ${least}`,
  )) as [number[], number[], number[]];
  const edges = ones.map(
    (one, at): LikelyEdge => ({ one, other: others[at] as number, posterior: posteriors[at] as number }),
  );
  const clusters = mergeSurest(edges, await knowledgeOf(database, edges));
  const [certain = []] = (await database.columns('select certain from record order by rec')) as [bigint[]];
  const joined = clusters.flatMap((cluster) => {
    const its = cluster.map((record) => certain[record] as bigint);
    const identity = its.find((one) => one > 0n) ?? its.reduce((least, one) => (one > least ? one : least));
    return its.map((one) => [one, identity] as const);
  });
  const cluster = new Map(clusters.flatMap((records, index) => records.map((record) => [record, index] as const)));
  const held = edges.flatMap(({ one, other }) => {
    const [a, b] = [cluster.get(one), cluster.get(other)];
    return a !== undefined && a === b ? [[certain[one] as bigint, certain[other] as bigint] as const] : [];
  });
  await database.run('create or replace temp table held (one bigint, other bigint)');
  await database.append('held', held);
  await database.run(`insert into joining select j.* from judged j join held h on h.one = j.one and h.other = j.other`);
  await database.run('create or replace temp table joined_now (certain bigint, identity bigint)');
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

async function knowledgeOf(database: Lists['database'], edges: readonly LikelyEdge[]): Promise<Knowledge> {
  const known = new Map<number, { proven: boolean; masked: boolean; patterns: readonly string[] }>();
  const asked = new Set(edges.flatMap(({ one, other }) => [one, other]));
  const [records = [], proven = [], masked = [], patterns = []] = (await database.columns(
    `select rec, proven, is_masked, array_to_string(patterns, ' ') from record where proven or is_masked or len(patterns) > 0`,
  )) as [number[], boolean[], boolean[], string[]];
  for (const [at, record] of records.entries()) {
    if (!asked.has(record)) continue;
    const its = (patterns[at] ?? '').split(' ').filter((pattern) => pattern !== '');
    known.set(record, { proven: proven[at] ?? false, masked: masked[at] ?? false, patterns: its });
  }
  return {
    isProven: (record) => known.get(record)?.proven ?? false,
    isMasked: (record) => known.get(record)?.masked ?? false,
    patternsOf: (record) => known.get(record)?.patterns ?? [],
  };
}

/** Compares those who were joined with whomever a part of them was compared with. @returns whether there is anybody. */
async function compareAgain(lists: Lists): Promise<boolean> {
  const { database } = lists;
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
    join record a on a.rec = c.one join record b on b.rec = c.other where c.again and not (a.proven and b.proven)`);
  await comparePairs(lists, 'recompared', 'compared');
  const { pairs } = await database.one<{ pairs: bigint }>('select count(*) as pairs from compared');
  return pairs > 0n;
}
