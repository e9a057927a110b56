import type { Lists } from '../../engine/lists.ts';
import { matches } from '../../engine/plain-form.ts';
import { countNames } from './name-pairs.ts';

/** A telephone, an account or a flat that more names than this share is a village's, an office's or a home's: it tells nobody from others. */
const MOST_SHARING = 10;

/** What is left of a committee's name: 第一居委会, 一居委 and 一居 are one. */
const committeeStem = (column: string) =>
  `nullif(regexp_replace(regexp_replace(${column}, '(?:社区)?(?:居民委员会|村民委员会|居委会|村委会|居委|村委|社区|村|居)$', ''), '^第', ''), '')`;

/** SQL: the check digit of the first 17 digits of a number (GB 11643, ISO 7064 MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const whole = (number: string) => {
  const sum = WEIGHTS.map((weight, place) => `${weight} * (${number} // ${10n ** BigInt(16 - place)} % 10)`).join(
    ' + ',
  );
  return `(lpad(${number}::varchar, 17, '0') || substr('10X98765432', ((${sum}) % 11)::integer + 1, 1))`;
};

/** SQL: eight digits of a birth date within an 18-character pattern, if they are all known. */
const BORN = `case when ${matches('substr(pattern, 7, 8)', '[0-9]{8}')} then substr(pattern, 7, 8)::integer end`;
/** SQL: of patterns, that of which most digits are known; of several of which as many are, always the same. */
const SUREST = `lpad(length(replace(pattern, '*', ''))::varchar, 2, '0') || pattern`;

/** SQL: whatever is said of a record, in an order of its own; of its lists not their numbers, which say only in which order they came. */
const CONTENT = `hash(forms, patterns, day, month, year, about, male, accounts, wholes, buildings, rooms, subdistricts, list_sort(words),
  list_sort(committees), list_sort(guardians), spouses, workplaces, numbers, phones, said_by)`;

/**
 * What is known of each mention in the form in which it is compared: the table `trait`. `year` is the year in which lists say how
 * old somebody is.
 */
export async function gatherTraits({ database }: Lists, year: number): Promise<void> {
  await database.run(`create temp table phone_of as
    select m.list, m.row, m.part, unnest(list_distinct(list_filter([m.phone] || coalesce(try_cast(string_split(m.more_phones, ' ') as bigint[]), []), lambda p: p is not null))) as phone
    from mention m where m.phone is not null or m.more_phones is not null`);
  // A number of the fixed network is the same with its area code and without.
  await database.run(
    `update phone_of set phone = phone % 100000000 where phone not between 13000000000 and 19999999999 and phone >= 1000000000 and phone < 100000000000`,
  );
  await database.run(`create temp table trait as
    with known as (
      select m.*, n.id as name_id, n.form, n.sound, n.surname, n.surname_sound, n.given_sound, n.outline, n.masked,
        coalesce(case when m.number is not null then ${whole('m.number')} end, q.pattern) as pattern,
        a.whole, a.building, a.room, string_split(a.words, ' ') as words,
        list_distinct(list_filter([${committeeStem('m.committee')}, a.committee], lambda c: c is not null)) as committees,
        list_filter([g.form, h.form], lambda f: f is not null and f <> n.form) as guardians, s.form as spouse_form, s.sound as spouse_sound,
        r.household
      from mention m join name_form n on n.name = m.name
      left join partial_number q on q.id = case when m.number is null then m.id end
      left join place_form a on a.address = m.address
      left join name_form s on s.name = m.spouse
      left join name_form g on g.name = m.guardian
      left join name_form h on h.name = m.head_name
      left join resolved_row r on r.list = m.list and r.row = m.row
    ), born as (
      select *, coalesce(${BORN}, case when length(birth) = 10 then replace(birth, '-', '')::integer end) as day from known
    )
    select certain as person, * exclude (birth, age, address, spouse, guardian, head_name, committee),
      coalesce(day // 100, case when length(birth) = 7 then replace(birth, '-', '')::integer end) as month,
      coalesce(day // 10000, left(birth, 4)::integer) as year,
      case when day is null and birth is null and age between 0 and 120 then ${year} - age end as about,
      coalesce(case when ${matches('substr(pattern, 17, 1)', '[0-9]')} then substr(pattern, 17, 1)::integer % 2 = 1 end, male) as is_male
    from born`);
  for (const table of ['mention', 'place_form']) await database.run(`drop table ${table}`);
  const crowded = (value: string, from: string) =>
    `select ${value} from ${from} group by ${value} having count(distinct form) > ${MOST_SHARING}`;
  await database.run(`delete from phone_of where phone in (
    select q.phone from phone_of q join trait t on t.list = q.list and t.row = q.row and t.part = q.part
    group by q.phone having count(distinct t.form) > ${MOST_SHARING})`);
  for (const column of ['account', 'whole']) {
    await database.run(`update trait set ${column} = null where ${column} in (${crowded(column, 'trait')})`);
  }
}

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
    select list, sum(hash(form, pattern, day, month, year, about, is_male, account, whole, subdistrict, committees, spouse_form, workplace, other_id)::hugeint) as says
    from trait group by list`);
  // What is gathered of people is held several times while it is; of many, some are gathered after the others.
  const { people } = await database.one<{ people: bigint }>(`select count(*) as people from ${traits}`);
  const parts = Math.ceil(Number(people) / AT_ONCE) || 1;
  await database.run('drop table if exists record');
  for (let part = 0; part < parts; part += 1) {
    const into = part === 0 ? 'create temp table record as' : 'insert into record';
    await database.run(`${into} select * exclude (said_by), ${CONTENT} as content, null::integer as rec from (
      select t.person as certain, bool_or(t.number is not null) as proven, min(t.number) as number,
        coalesce(max(pattern) filter (t.number is not null), arg_max(pattern, ${SUREST})) as pattern,
        bool_and(t.masked) or (bool_and(t.number is null) and bool_or(contains(pattern, '*'))) as is_masked,
        min(t.day) as day, ${set('t.day')} as days, min(t.month) as month, min(t.year) as year, min(t.about) as about,
        case when bool_and(t.is_male) = bool_or(t.is_male) then bool_or(t.is_male) end as male,
        ${set('t.name_id')} as names, ${set('t.pattern')} as patterns, ${set('t.form')} as forms, ${set('t.account')} as accounts, ${set('t.whole')} as wholes,
        coalesce(any_value(f.phones), []) as phones, ${set('t.building')} as buildings, ${set('t.room')} as rooms, ${set('t.subdistrict')} as subdistricts,
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
