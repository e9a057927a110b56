import type { Lists } from '../../src/engine/lists.ts';
import { BANDS, type Band } from '../../src/identity/bands.ts';

/** A row, as `list:row`. */
type At = string;

const AT = `list || ':' || "row"`;
const texts = (all: readonly string[]) => all.map((text) => `'${text}'`).join(', ');

/** Every row of payouts and rosters, resolved. */
const everyRow = ({ rosters }: Lists) =>
  ['resolved', ...(rosters.length > 0 ? ['enrolled'] : [])].map(
    (relation) => `select ${AT} as place, certain from ${relation}`,
  );

/** Gives rows other values than they were resolved to: SQL by column, on `r`, with `m` of `changes` joined by `on`. */
async function change(
  lists: Lists,
  changes: string,
  on: string,
  columns: Readonly<Record<string, string>>,
): Promise<void> {
  const { database } = lists;
  const replaced = Object.entries(columns).map(([column, sql]) => `${sql} as ${column}`);
  const changed = (relation: string) =>
    `select r.* replace (${replaced.join(', ')}) from ${relation} r left join (${changes}) m on ${on}`;
  await database.run(`create or replace temp table resolved_now as ${changed('resolved')}`);
  await database.run('create or replace temp view resolved as select * from resolved_now');
  await database.run(`create or replace temp table repeated as
    select list, row, earlier, identity, certain, department, measure, amount, account, day from resolved
    where identity in (select identity from resolved group by identity having count(*) > 1)`);
  if (lists.rosters.length === 0) return;
  await database.run(`create or replace temp table enrolled_now as ${changed('enrolled')}`);
  await database.run('create or replace temp table enrolled as select * from enrolled_now');
}

/** Takes people for one each, as if that had been confirmed: each is said by a row of theirs. Lists were resolved before. */
export async function confirm(lists: Lists, people: readonly (readonly At[])[]): Promise<void> {
  for (const rows of people) {
    await lists.database.run(`create or replace temp table same_person as
      select distinct certain from (${everyRow(lists).join(' union all ')}) where place in (${texts(rows)})`);
    const identity = 'case when m.certain is null then r.identity else (select min(certain) from same_person) end';
    await change(lists, 'select certain from same_person', 'm.certain = r.certain', {
      identity,
      home: `coalesce(r.household, (hash(${identity}) >> 1)::bigint)`,
    });
  }
}

/** Makes the households of some rows probable only. */
export async function doubtHouseholds(lists: Lists, rows: readonly At[]): Promise<void> {
  await change(lists, `select distinct unnest([${texts(rows)}]) as place`, `m.place = r.list || ':' || r."row"`, {
    household_sure: 'm.place is null',
  });
}

/** Says of those rows no household at all, as where only what is certain counts. */
export async function withoutHouseholds(lists: Lists, rows: readonly At[]): Promise<void> {
  await change(lists, `select distinct unnest([${texts(rows)}]) as place`, `m.place = r.list || ':' || r."row"`, {
    household: 'case when m.place is null then r.household end',
    household_sure: 'm.place is null and r.household_sure',
    home: 'case when m.place is null then r.home else (hash(r.identity) >> 1)::bigint end',
  });
}

interface Likely {
  readonly one: At;
  readonly other: At;
  readonly band?: Band;
  readonly posterior?: number;
  readonly evidence?: string;
}

/** Makes pairs of people likely ones: each of the two is said by a row that stands for them. */
export async function likely(lists: Lists, pairs: readonly Likely[]): Promise<void> {
  const all = `(${everyRow(lists).join(' union all ')})`;
  for (const { one, other, band = 'review', posterior = 0.5, evidence = 'name:same' } of pairs) {
    const [a, b] = [one, other].map((at) => at.split(':').join(', '));
    await lists.database.run(`insert into likely_pair (one, other, band, posterior, one_list, one_row, other_list, other_row, evidence)
      select a.certain, b.certain, ${BANDS.indexOf(band)}, ${posterior}, ${a}, ${b}, '${evidence}'
      from ${all} a, ${all} b where a.place = '${one}' and b.place = '${other}'`);
  }
}
