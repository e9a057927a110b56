import { readAddress } from '../../domain/people/address.ts';
import { ID_CLASSES } from '../../domain/people/id-number.ts';
import type { Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import { idIs, PERSON } from '../../engine/payout-sql.ts';
import { patternOf } from '../partial-id.ts';
import { NAMES_OF_A_NUMBER, NAMESAKES, type SkippedBlocks } from './blocks.ts';
import { dropTables } from './drop-tables.ts';
import { nameForm, soundOfWord } from './name-forms.ts';

/** The second person of a couple's row is nobody whom anything else is known of: a node of its own, below those of rows. */
const PARTNERS = 2n ** 61n;
const ROWS = 2n ** 32n;
/** SQL on payouts, as `p`. */
const PARTNER = `(-(${PARTNERS} + p.list::bigint * ${ROWS} + p.row))`;

/**
 * Everybody whom a row names as paid: the table `mention`, with a line for each row of `any_person`, and another for the second of a
 * couple; `certain` says who it certainly is, and `year` is the one in which lists say how old somebody is. Beside it `name_form` and `place_form`, what names and addresses are compared by.
 */
export async function gatherMentions(lists: Lists, year: number): Promise<readonly SkippedBlocks[]> {
  const { database } = lists;
  const { where, skipped } = await worthComparing(lists, year);
  await database.run(`create temp table said as
    select p.list, p.row, r.identity as certain, case when p.person > 0 then p.person end as number,
      p.id, p.id_class, p.name, p.couple, p.spouse, p.guardian, p.head_name, p.birth, p.age, p.male, p.phone, p.more_phones,
      p.account, p.subdistrict, p.committee, p.address, p.workplace, p.other_id
    from (select * from any_person p where p.name is not null and ${where}) p
    join resolved_row r on r.list = p.list and r.row = p.row`);
  await database.run(`create temp table mention as
    select list, row, 1::utinyint as part, certain, number, id, id_class, name, spouse, guardian, head_name, birth, age, male,
      phone, more_phones, account, subdistrict, committee, address, workplace, other_id from said
    union all
    select list, row, 2, ${PARTNER}, null, null, ${ID_CLASSES.indexOf('missing')}, spouse, name, null, null, null, null, not male,
      phone, more_phones, account, subdistrict, committee, address, null, null from said p where couple and spouse is not null`);
  await dropTables(database, 'said');
  await nameForms(lists);
  await placeForms(lists);
  await partialNumbers(lists);
  return skipped;
}

/** Has every row a valid ID number, under which it stands for one person? Then there is nobody to compare. */
export async function isEverybodyKnown({ database }: Lists): Promise<boolean> {
  const { known } = await database.one<{ known: boolean }>(
    'select coalesce(bool_and(person > 0 and identity > 0), true) as known from resolved_row',
  );
  return known;
}

/** Where fewer than one in so many lacks a valid ID number, not everybody is compared. */
const FEW = 10;

/** SQL on payouts, as `p`, that are worth comparing; and which names are not, because too many have them. */
interface WorthComparing {
  readonly where: string;
  readonly skipped: readonly SkippedBlocks[];
}

/**
 * Everybody; or, where nearly all have a valid number and are who they are, whoever has none and who has
 * something in common with those; and people who have one number under several names.
 */
async function worthComparing({ database }: Lists, year: number): Promise<WorthComparing> {
  await database.run(
    `create temp table unknown_person as select list, row from resolved_row where identity <= 0 and (person is null or person <= 0)`,
  );
  const { rows, unknown } = await database.one<{ rows: bigint; unknown: bigint }>(
    'select (select count(*) from resolved_row) as rows, (select count(*) from unknown_person) as unknown',
  );
  if (unknown * BigInt(FEW) > rows) return { where: 'true', skipped: [] };
  await database.run(`create temp table in_common as select distinct p.name, p.phone, p.account, p.address, p.household_id, p.other_id,
      p.committee, p.workplace, try_cast(replace(p.birth, '-', '') as integer) as birth, coalesce(left(p.birth, 4)::integer, ${year} - p.age) as year
    from any_person p semi join unknown_person u on u.list = p.list and u.row = p.row`);
  // Of a name that many have, nobody is compared who has no more in common.
  await database.run(`create temp table name_in_common as select name, count(distinct person) as people from any_person
    where name in (select name from in_common) group by name`);
  const shares = ['phone', 'account', 'address', 'household_id', 'other_id'].map(
    (column) => `p.${column} in (select ${column} from in_common where ${column} is not null)`,
  );
  const withName = ['committee', 'workplace'].map(
    (column) =>
      `hash(p.name, p.${column}) in (select hash(name, ${column}) from in_common where ${column} is not null)`,
  );
  const years = `select unnest([hash(name, year - 1), hash(name, year), hash(name, year + 1)]) from in_common where year is not null`;
  const some = [
    ...shares,
    ...withName,
    `p.name in (select name from name_in_common where people <= ${NAMESAKES})`,
    `hash(p.name, ${PERSON.born} // 10000) in (${years})`,
    `${PERSON.born} in (select birth from in_common where birth > 9999999)`,
  ];
  const namedTwice = `select person from disputed_id group by person having count(distinct identity) <= ${NAMES_OF_A_NUMBER}`;
  const [crowded] = await database.all<Row & { keys: bigint; largest: bigint }>(
    `select count(*) as keys, max(people) as largest from name_in_common where people > ${NAMESAKES} having count(*) > 0`,
  );
  return {
    where: `(p.person is null or p.person <= 0 or p.person in (${namedTwice}) or ${some.join(' or ')})`,
    skipped: crowded ? [{ block: 'name', keys: Number(crowded.keys), largest: Number(crowded.largest) }] : [],
  };
}

async function nameForms({ database }: Lists): Promise<void> {
  const [names = []] = (await database.columns(
    `select distinct name from (select unnest([name, spouse, guardian, head_name]) as name from mention) where name is not null order by all`,
  )) as [string[]];
  await database.run(`create temp table name_form (name varchar, id integer, form varchar, sound varchar, surname varchar, given varchar,
    surname_sound varchar, given_sound varchar, outline varchar, masked boolean)`);
  await database.append(
    'name_form',
    names.map((name, id) => {
      const { form, sound, surname, given, surnameSound, givenSound, outline, masked } = nameForm(name);
      return [name, id, form, sound, surname, given, surnameSound, givenSound, outline, masked];
    }),
  );
}

async function placeForms({ database }: Lists): Promise<void> {
  const [addresses = []] = (await database.columns(
    'select distinct address from mention where address is not null order by all',
  )) as [string[]];
  await database.run(`create temp table place_form (address varchar, whole varchar, building varchar, room varchar,
    committee varchar, town varchar, words varchar)`);
  await database.append(
    'place_form',
    addresses.map((address) => {
      const { street, numbers, committee, town, words } = readAddress(address);
      const at = (last: number) => `${street} ${numbers.slice(0, last).join('-')}`;
      return [
        address,
        numbers.length > 0 && street !== '' ? at(numbers.length) : null,
        numbers.length > 0 && street !== '' ? at(Math.max(1, numbers.length - 1)) : null,
        numbers.length > 1 ? numbers.slice(-2).join('-') : null,
        committee || null,
        town || null,
        words.length > 0 ? [...words.map(soundOfWord), ...numbers].join(' ') : null,
      ];
    }),
  );
}

/** Numbers of which some digits are known, or that have a mistake: as 18 characters, with stars for what is not known. */
async function partialNumbers({ database }: Lists): Promise<void> {
  const partials = await database.all<Row & { id: string; id_class: number }>(
    `select distinct p.id, p.id_class from mention p where p.number is null and p.id is not null
      and ${idIs('masked', 'damaged', 'malformed', 'checksum', 'birth-date')} order by all`,
  );
  await database.run('create temp table partial_number (id varchar, pattern varchar)');
  await database.append(
    'partial_number',
    partials.flatMap(({ id, id_class }) => {
      const pattern = patternOf(ID_CLASSES[id_class] ?? 'malformed', id);
      return pattern === null ? [] : [[id, pattern]];
    }),
  );
}
