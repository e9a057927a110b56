import type { Lists } from '../../engine/lists.ts';
import { matches } from '../../engine/plain-form.ts';
import { dropTables } from './drop-tables.ts';

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
        a.whole, a.building, a.room, a.town, string_split(a.words, ' ') as words,
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
  await dropTables(database, 'mention', 'place_form');
  const crowded = (value: string, from: string) =>
    `select ${value} from ${from} group by ${value} having count(distinct form) > ${MOST_SHARING}`;
  await database.run(`delete from phone_of where phone in (
    select q.phone from phone_of q join trait t on t.list = q.list and t.row = q.row and t.part = q.part
    group by q.phone having count(distinct t.form) > ${MOST_SHARING})`);
  for (const column of ['account', 'whole']) {
    await database.run(`update trait set ${column} = null where ${column} in (${crowded(column, 'trait')})`);
  }
}
