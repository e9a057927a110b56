import type { Database, Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import { idIs } from '../../engine/payout-sql.ts';
import type { Conflicts } from '../conflicts.ts';
import { type Edge, onlyOne } from '../edge.ts';
import { countNames } from '../name-census.ts';
import { setApart } from '../vague-numbers.ts';
import { each, whileAsked } from './asked.ts';

/** SQL: what was sealed of the rows of a relation `p`. */
const SEALED = 'join sealed_row s on s.list = p.list and s.row = p.row';

/**
 * Of rows of one name with the same masked or cut number, makes each one of its own where so many people have the name that another may
 * have these digits too. Who has a masked name nobody can count.
 */
export async function setSealedApart({ database }: Lists): Promise<void> {
  const partials = await database.all<Row & { person: bigint; name: string | null; bearers: number; isWhole: boolean }>(
    `select distinct p.person, p.name, s.bearers, s.form is not null as "isWhole" from odd_payout p ${SEALED}
    where p.person < 0 and ${idIs('masked', 'damaged')} and s.bearers is not null`,
  );
  if (partials.length === 0) return;
  const people = await peopleNamed(
    database,
    partials.flatMap(({ name }) => name ?? []),
  );
  const vague = partials.filter(
    ({ name, bearers, isWhole }) => name === null || !isWhole || (people.get(name) ?? 0) > bearers,
  );
  await setApart(
    database,
    vague.map(({ person }) => person),
  );
}

interface Fitting extends Row {
  readonly person: bigint;
  readonly name: string;
  readonly bearers: number;
  readonly valid: bigint;
  readonly valid_name: string;
}

/** SQL: people with a number of which six digits and four are known, and everybody whose valid number has those. */
const FITTING = `with sought as (
    select distinct p.person, p.name, s.mask, s.bearers, s.form, s.sounds from any_person p ${SEALED}
    where p.person < 0 and ${idIs('masked', 'damaged', 'malformed')} and s.pattern = 'mask' and s.form is not null),
  fitting as (
    select distinct p.person, p.name, s.mask, s.form, s.sounds from any_person p ${SEALED}
    where p.person > 0 and p.name is not null and s.mask in (select mask from sought))
  select w.person, w.name, w.bearers, f.person as valid, f.name as valid_name from sought w join fitting f on f.mask = w.mask`;
/** SQL: do names sound alike that have sounds, as Chinese ones have? */
const ALIKE = 'list_has_any(f.sounds, w.sounds)';

/** As `partialIds`, of numbers of which the first six digits and the last four are known. */
export async function sealedPartials({ database }: Lists, known: Promise<Conflicts>): Promise<Edge[]> {
  const same = await database.all<Fitting>(`${FITTING} where f.name = w.name order by all`);
  const near = await database.all<Fitting>(`${FITTING} where f.name <> w.name and ${ALIKE} order by all`);
  const conflicts = await known;
  const people = await peopleNamed(
    database,
    same.map(({ name }) => name),
  );
  const sounding = await peopleSounding(
    database,
    near.map(({ name }) => name),
  );
  const found = byPerson(same);
  const others = byPerson(near.filter(({ person }) => !found.has(person)));
  const edges = (all: ReadonlyMap<bigint, Fitting[]>, counts: ReadonlyMap<string, number>) =>
    [...all].flatMap(([person, fitting]) => {
      const [{ name, bearers }] = fitting as [Fitting];
      if ((counts.get(name) ?? 0) > bearers) return [];
      return onlyOne(person, new Set(fitting.map((each) => conflicts.nodeOf(each.valid, each.valid_name))));
    });
  return [...edges(found, people), ...edges(others, sounding)];
}

function byPerson(all: readonly Fitting[]): Map<bigint, Fitting[]> {
  const found = new Map<bigint, Fitting[]>();
  for (const fitting of all) found.set(fitting.person, [...(found.get(fitting.person) ?? []), fitting]);
  return found;
}

/** How many people have each of these names. */
async function peopleNamed(database: Database, names: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (names.length === 0) return new Map();
  return whileAsked(database, 'name varchar', each(names), (asked) =>
    countNames(database, `p.name in (select name from ${asked})`),
  );
}

/** How many people have a name that is heard as each of these may be. */
async function peopleSounding(database: Database, names: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (names.length === 0) return new Map();
  const pairs = await whileAsked(database, 'name varchar', each(names), (asked) =>
    database.all<Row & { name: string; other: string }>(
      `with heard as (select distinct name, unnest(list_concat(sounds, joined)) as sound from sealed_row)
      select distinct w.name, h.name as other from heard w join heard h on h.sound = w.sound
      where w.name in (select name from ${asked})`,
    ),
  );
  const people = await peopleNamed(
    database,
    pairs.map(({ other }) => other),
  );
  const sums = new Map<string, number>();
  for (const { name, other } of pairs) sums.set(name, (sums.get(name) ?? 0) + (people.get(other) ?? 0));
  return sums;
}
