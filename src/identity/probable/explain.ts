import type { Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import type { Band } from '../bands.ts';
import { GROUNDS, type Ground } from '../ground.ts';
import type { ResolvedLists } from '../resolved-lists.ts';
import { comparePairs } from './comparison.ts';
import { listSets } from './counted-pairs.ts';
import { CONFIRMED } from './judgement.ts';
import { REVIEW } from './likely-pairs.ts';
import { isFirm } from './posterior.ts';
import { gatherRecordsOf } from './records.ts';
import type { Probable } from './resolve-probable.ts';
import { type Weighed, weigh } from './weighing.ts';

/** Somebody whom a row pays: the second of a couple's is the person 2. */
interface ExplainedRow {
  readonly list: number;
  readonly row: number;
  readonly person: number;
  readonly name: string;
  /** How the row came to its certain person; null for the second of a couple's. */
  readonly ground: Ground | null;
}

/**
 * Why two people were not weighed against each other: only what is certain counts; they have two valid ID numbers, or one under names that
 * differ too much; or nearly everybody has a valid number, and one of them has nothing in common with whoever has none.
 */
type NotWeighed = 'certain-only' | 'two-numbers' | 'one-number' | 'nothing-in-common';

/** Why people who are this likely one were not joined: a name that differs needs more; or somebody else among them contradicts. */
type NotJoined = 'name-differs' | 'contradicted';

interface Rows {
  readonly rows: readonly [ExplainedRow, ExplainedRow];
}

export interface WeighedMatch extends Rows, Weighed {
  readonly kind: 'weighed';
  readonly band: Band;
  /** Whether the two are one person through others, with whom each was joined. */
  readonly throughOthers: boolean;
  /** How many rows each of the two that were compared has: who is confirmed to be one is compared as one. */
  readonly rowsOf: readonly [number, number];
  /** Whether they were compared when the lists were; else nothing that is looked for by was the same, or too many shared it. */
  readonly wasCompared: boolean;
  /** Whether each has a valid ID number, by rows that were joined to them after these two were compared. */
  readonly provenApart: boolean;
  readonly notJoined: NotJoined | null;
  /** Whether nobody is asked about them, likely as they are: others are asked about first. */
  readonly notAsked: boolean;
}

/** How two rows were compared. */
export type Explained =
  | (Rows & { readonly kind: 'certain' })
  | (Rows & { readonly kind: 'not-weighed'; readonly why: NotWeighed })
  | WeighedMatch;

interface At {
  readonly list: number;
  readonly row: number;
}

/** A row's person: who that certainly is, and who with everybody who was joined to them. */
interface Person extends ExplainedRow {
  readonly certain: bigint;
  readonly identity: bigint;
  /** The valid ID number of the row itself. */
  readonly number: bigint | null;
}

/**
 * Says how two rows that name somebody were compared. Of couples' rows the two people are taken who are the likeliest to be one. The last
 * thing that is asked of the lists: the records of all others are lost.
 */
export async function explainMatch(lists: ResolvedLists, one: At, other: At): Promise<Explained> {
  const { probable } = lists;
  const [ones, others] = [await peopleOf(lists, one, probable), await peopleOf(lists, other, probable)];
  const found: Explained[] = [];
  for (const a of ones) for (const b of others) found.push(await compared(lists, probable, a, b));
  const likely = (explained: Explained) =>
    explained.kind === 'certain' ? 2 : explained.kind === 'weighed' ? explained.posterior : -1;
  const [best] = found.toSorted((a, b) => likely(b) - likely(a));
  if (!best) throw new Error('a row that names nobody can’t be explained');
  return best;
}

async function peopleOf({ database, rosters }: Lists, { list, row }: At, probable: Probable | null): Promise<Person[]> {
  const enrolled = rosters.length > 0 ? 'union all select list, row, identity, certain, ground from enrolled' : '';
  const second = `union all select list, row, person, certain, 2, name, null, null from trait where part = 2 and list = $1 and row = $2`;
  const people = await database.all<Row & Omit<Person, 'ground'> & { ground: number | null }>(
    `select r.list, r.row, r.identity, r.certain, 1 as person, p.name, r.ground, case when p.person > 0 then p.person end as number
    from (select list, row, identity, certain, ground from resolved ${enrolled}) r
    join any_person p on p.list = r.list and p.row = r.row where r.list = $1 and r.row = $2 and p.name is not null
    ${probable ? second : ''} order by person`,
    [list, row],
  );
  return people.map(({ ground, ...person }) => ({
    ...person,
    ground: ground === null ? null : (GROUNDS[ground] as Ground),
  }));
}

const rowOf = ({ list, row, person, name, ground }: Person): ExplainedRow => ({ list, row, person, name, ground });

async function compared(lists: Lists, probable: Probable | null, one: Person, other: Person): Promise<Explained> {
  const rows = [rowOf(one), rowOf(other)] as const;
  if (one.certain === other.certain) return { kind: 'certain', rows };
  if (!probable) return { kind: 'not-weighed', rows, why: 'certain-only' };
  const joined = one.identity === other.identity;
  const why = joined ? null : await notWeighed(lists, one, other);
  const by = joined ? 'certain' : 'person';
  const people: Two = joined ? [one.certain, other.certain] : [one.identity, other.identity];
  const stored = joined ? await joinedAs(lists, people) : await openPair(lists, people);
  if (why && !stored) return { kind: 'not-weighed', rows, why };
  if (!probable.model) throw new Error('people who are known were weighed against each other');
  const { pattern, sets, rivals } = stored ?? (await comparedAfresh(lists, by, people));
  const wasCompared = stored !== null || joined || (await wereCandidates(lists, people));
  const weighed = weigh(Number(pattern), Number(sets), probable.model, (await listSets(lists)).sets, rivals);
  const band = joined ? 'confirmed' : stored?.asked ? 'review' : 'apart';
  return {
    kind: 'weighed',
    rows,
    band,
    throughOthers: joined && !stored,
    rowsOf: [await rowsIn(lists, by, people[0]), await rowsIn(lists, by, people[1])],
    wasCompared,
    provenApart: why === 'two-numbers',
    notJoined: band === 'confirmed' || !wasCompared || why ? null : notJoined(weighed.alone, Number(pattern)),
    notAsked: band === 'apart' && wasCompared && !why && weighed.posterior >= REVIEW,
    ...weighed,
  };
}

type Two = readonly [bigint, bigint];
interface Compared {
  readonly pattern: bigint;
  readonly sets: bigint;
  readonly rivals: number;
}

/** Who is joined is decided before anybody's rivals are. */
function notJoined(alone: number, pattern: number): NotJoined | null {
  if (alone < CONFIRMED[0]) return null;
  return isFirm(pattern) ? 'contradicted' : 'name-differs';
}

async function notWeighed({ database }: Lists, one: Person, other: Person): Promise<NotWeighed | null> {
  const numbers = new Map(
    (
      await database.all<Row & { person: bigint; number: bigint | null }>(
        'select person, min(number) as number from trait where person in ($1, $2) group by person',
        [one.identity, other.identity],
      )
    ).map(({ person, number }) => [person, number]),
  );
  // Who was not gathered has a valid number on every row.
  const [a, b] = [one, other].map(({ identity, number }) => (numbers.has(identity) ? numbers.get(identity) : number));
  if (typeof a === 'bigint' && typeof b === 'bigint') return a === b ? 'one-number' : 'two-numbers';
  return numbers.size < 2 ? 'nothing-in-common' : null;
}

/** As what two certain people were joined. */
async function joinedAs({ database }: Lists, people: Two): Promise<(Compared & { asked: boolean }) | null> {
  const [stored] = await database.all<Row & Compared & { asked: boolean }>(
    `select pattern, sets, 0 as rivals, false as asked from joining where one in ($1, $2) and other in ($1, $2) order by posterior desc limit 1`,
    people,
  );
  return stored ?? null;
}

/** As what two people were compared who may be one. */
async function openPair({ database }: Lists, people: Two): Promise<(Compared & { asked: boolean }) | null> {
  const [stored] = await database.all<Row & Compared & { asked: boolean }>(
    'select pattern, sets, rivals, asked from open_pair where one = least($1, $2) and other = greatest($1, $2)',
    people,
  );
  return stored ?? null;
}

async function wereCandidates({ database }: Lists, people: Two): Promise<boolean> {
  const { pairs } = await database.one<{ pairs: bigint }>(
    `with own as (select r.rec, f.person from record_of r join final_person f on f.certain = r.certain where f.person in ($1, $2))
    select count(*) as pairs from candidate c join own a on a.rec = c.one join own b on b.rec = c.other where a.person <> b.person`,
    people,
  );
  return pairs > 0n;
}

/** Compares two people, who are named by a column of `trait`. */
async function comparedAfresh(lists: Lists, by: 'certain' | 'person', people: Two): Promise<Compared> {
  const { database } = lists;
  await database.run(
    `create or replace temp table trait_to_explain as select * replace (${by} as person) from trait where ${by} in ($1, $2)`,
    people,
  );
  await gatherRecordsOf(lists, 'trait_to_explain');
  await database.run('create or replace temp table pair_to_explain as select 0 as one, 1 as other');
  await comparePairs(lists, 'pair_to_explain', 'explained');
  return database.one<Row & Compared>('select pattern, sets, 0 as rivals from explained');
}

async function rowsIn({ database }: Lists, by: 'certain' | 'person', person: bigint): Promise<number> {
  const { rows } = await database.one<{ rows: bigint }>(`select count(*) as rows from trait where ${by} = $1`, [
    person,
  ]);
  return Number(rows);
}
