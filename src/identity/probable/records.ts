import type { Lists } from '../../engine/lists.ts';
import { dropTables } from './drop-tables.ts';
import { countNames } from './name-pairs.ts';

/** SQL: of patterns, that of which most digits are known; of several of which as many are, always the same. */
const SUREST = `lpad(length(replace(pattern, '*', ''))::varchar, 2, '0') || pattern`;

/** SQL: whatever is said of a record, in an order of its own; of its lists not their numbers, which say only in which order they came. */
const CONTENT = `hash(forms, patterns, day, month, year, about, male, accounts, wholes, buildings, rooms, towns, subdistricts, list_sort(words),
  list_sort(committees), list_sort(guardians), spouses, workplaces, numbers, phones, said_by)`;

/** Gathers the records of everybody, and counts how often names are borne; `record_of` says which record is whose. */
export async function gatherRecords(lists: Lists): Promise<void> {
  await recordsFrom(lists, 'trait');
  await lists.database.run(`create or replace temp table record_of as select certain, rec from record`);
  await countNames(lists);
  await nameRecords(lists);
}

/** Gathers the records of a few, in the place of everybody's, from a table like `trait`: what is counted stays. */
export async function gatherRecordsOf(lists: Lists, traits: string): Promise<void> {
  await recordsFrom(lists, traits);
  await nameRecords(lists);
}

/** So many lines of lists are gathered at once. */
const AT_ONCE = 150_000;

/** Gathers the traits of each person: the table `record`, numbered by what it says, so that nothing depends on the order of rows. */
async function recordsFrom({ database }: Lists, traits: string): Promise<void> {
  // Nulls are no part of a set; and a list for each that is sorted once takes a fraction of what ordered aggregates do.
  const set = (value: string) => `list_sort(list_distinct(list(${value})))`;
  await database.run(`create or replace temp table phones_of_person as
    select t.person, list_sort(list(distinct q.phone)) as phones from phone_of q
    join ${traits} t on t.list = q.list and t.row = q.row and t.part = q.part group by t.person`);
  await database.run(`create temp table if not exists list_content as
    select list, sum(hash(form, pattern, day, month, year, about, is_male, account, whole, town, subdistrict, committees, spouse_form, workplace, other_id)::hugeint) as says
    from trait group by list`);
  // What is gathered of people is held several times while it is; of many, some are gathered after the others.
  const { people } = await database.one<{ people: bigint }>(`select count(*) as people from ${traits}`);
  const parts = Math.ceil(Number(people) / AT_ONCE) || 1;
  await dropTables(database, 'record', 'record_name');
  for (let part = 0; part < parts; part += 1) {
    const into = part === 0 ? 'create temp table record as' : 'insert into record';
    await database.run(`${into} select * exclude (said_by), ${CONTENT} as content, null::integer as rec from (
      select t.person as certain, bool_or(t.number is not null) as proven, min(t.number) as number,
        coalesce(max(pattern) filter (t.number is not null), arg_max(pattern, ${SUREST})) as pattern,
        bool_and(t.masked) or (bool_and(t.number is null) and bool_or(contains(pattern, '*'))) as is_masked,
        min(t.day) as day, ${set('t.day')} as days, min(t.month) as month, min(t.year) as year, min(t.about) as about,
        case when bool_and(t.is_male) = bool_or(t.is_male) then bool_or(t.is_male) end as male,
        ${set('t.name_id')} as names, ${set('t.pattern')} as patterns, ${set('t.form')} as forms, ${set('t.account')} as accounts, ${set('t.whole')} as wholes,
        coalesce(any_value(f.phones), []) as phones, ${set('t.building')} as buildings, ${set('t.room')} as rooms, ${set('t.town')} as towns, ${set('t.subdistrict')} as subdistricts,
        coalesce(list_distinct(flatten(list(t.words) filter (t.words is not null))), []) as words,
        list_distinct(flatten(list(t.committees))) as committees, list_distinct(flatten(list(t.guardians))) as guardians, ${set('t.spouse_form')} as spouses,
        ${set('t.workplace')} as workplaces, ${set('t.household')} as households, ${set('t.other_id')} as numbers,
        ${set('t.list')} as lists, ${set('c.says')} as said_by
      from ${traits} t join list_content c on c.list = t.list left join phones_of_person f on f.person = t.person
      where hash(t.person) % ${parts} = ${part} group by 1
    )`);
  }
  await database.run(`create or replace temp table record_order as
    select certain, row_number() over (order by content, certain) - 1 as rec from record`);
  await database.run('update record set rec = o.rec from record_order o where o.certain = record.certain');
  await dropTables(database, 'phones_of_person', 'record_order');
  await database.run('alter table record drop column content');
  await database.run('alter table record add column list_set integer');
  await database.run(
    'create temp table if not exists list_set (id integer, lists usmallint[], people bigint, proven bigint)',
  );
  await database.run(`insert into list_set
    select (select count(*) from list_set) + (row_number() over (order by lists) - 1), lists, count(*), count(*) filter (proven)
    from record where lists not in (select lists from list_set) group by lists`);
  await database.run('update record set list_set = s.id from list_set s where s.lists = record.lists');
}

/** What the names of the records are compared by, and how often they are borne: the table `record_name`. */
async function nameRecords({ database }: Lists): Promise<void> {
  await database.run(`create or replace temp table record_name as
    select r.rec, y.id, y.form, y.masked, y.by_parts, y.others, y.sound_rarity, y.masked_rarity, avg(l.on_lists) as on_lists, avg(l.elsewhere) as elsewhere
    from (select rec, unnest(names) as id, lists from record) r join name_rarity y on y.id = r.id
    join name_on_list l on l.form = y.form and list_contains(r.lists, l.list) group by all`);
}
