import type { Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import { isSplitSql } from '../node.ts';
import { dropTables } from './drop-tables.ts';

/** What people have in common who are worth comparing. */
type BlockName =
  | 'id-number'
  | 'account'
  | 'name'
  | 'address'
  | 'household'
  | 'number'
  | 'birth-surname'
  | 'birth-given'
  | 'birth'
  | 'name-year'
  | 'name-workplace'
  | 'room-surname'
  | 'building-given'
  | 'spouse-name'
  | 'last-four-surname'
  | 'last-four-given'
  | 'first-fourteen'
  | 'outline-last-four'
  | 'phone'
  | 'committee-given'
  | 'committee-surname-year'
  | 'committee-outline'
  | 'spouse-committee'
  | 'subdistrict-given-year'
  | 'name-about';

/** SQL on traits, as `t`, and where it says enough. */
interface Block {
  readonly name: BlockName;
  /** Of what a mention may have several of: SQL of a table with `list`, `row`, `part`, and a `value`, which `key` has as `x`. */
  readonly from?: string;
  readonly key: readonly string[];
  readonly where: string;
  /** More people than this have it in common by chance. */
  readonly most: number;
}

/** So many people of one name, and nothing else in common, are hardly ever one: at most 6 in 100. */
export const NAMESAKES = 40;
const MOST = 120;
/** A valid number of more names than this is a placeholder that everybody on a list was given. */
export const NAMES_OF_A_NUMBER = 5;

const LAST_FOUR = `case when not contains(right(t.pattern, 4), '*') then right(t.pattern, 4) end`;

/**
 * Of all others nobody is compared who has a valid number with somebody else who has one. Names that have nothing in common are no slip
 * of the pen: that they stand under one number is said by `identity-conflict`, and nobody is asked whether they are one person.
 */
const ONE_NUMBER: readonly Block[] = ['t.surname_sound', 't.given_sound'].map((part) => ({
  name: 'id-number',
  key: ['t.number', part],
  where: `t.number is not null and ${isSplitSql('t.person')}`,
  most: NAMES_OF_A_NUMBER,
}));
/** SQL: the number of a block of these. */
const IS_ONE_NUMBER = `in (${ONE_NUMBER.map((_, index) => index)})`;

const OF_ONE_VALUE: readonly Block[] = [
  ...ONE_NUMBER,
  { name: 'account', key: ['t.account'], where: 't.account is not null', most: MOST },
  { name: 'name', key: ['t.sound'], where: 'not t.masked', most: NAMESAKES },
  { name: 'address', key: ['t.whole'], where: 't.whole is not null', most: MOST },
  { name: 'household', key: ['t.household'], where: 't.household is not null', most: MOST },
  { name: 'number', key: ['t.other_id'], where: 't.other_id is not null', most: MOST },
  { name: 'birth-surname', key: ['t.day', 't.surname_sound'], where: 't.day is not null', most: MOST },
  { name: 'birth-given', key: ['t.day', 't.given_sound'], where: 't.day is not null and not t.masked', most: MOST },
  { name: 'birth', key: ['t.day'], where: 't.day is not null', most: 8 },
  { name: 'name-year', key: ['t.sound', 't.year'], where: 't.year is not null and not t.masked', most: NAMESAKES },
  {
    name: 'name-workplace',
    key: ['t.given_sound', 't.workplace'],
    where: 't.workplace is not null and not t.masked',
    most: MOST,
  },
  { name: 'room-surname', key: ['t.room', 't.surname'], where: 't.room is not null', most: MOST },
  {
    name: 'building-given',
    key: ['t.building', 't.given_sound'],
    where: 't.building is not null and not t.masked',
    most: MOST,
  },
  {
    name: 'spouse-name',
    key: ['t.spouse_form', 't.surname_sound'],
    where: 't.spouse_form is not null',
    most: NAMESAKES,
  },
  { name: 'last-four-surname', key: [LAST_FOUR, 't.surname'], where: 't.pattern is not null', most: MOST },
  {
    name: 'last-four-given',
    key: [LAST_FOUR, 't.given_sound'],
    where: 't.pattern is not null and not t.masked',
    most: MOST,
  },
  {
    name: 'first-fourteen',
    key: ['left(t.pattern, 14)', 't.surname_sound'],
    where: `t.pattern is not null and not contains(left(t.pattern, 14), '*')`,
    most: MOST,
  },
  { name: 'outline-last-four', key: ['t.outline', LAST_FOUR], where: 't.pattern is not null', most: MOST },
];

const COMMITTEE = `(select list, row, part, unnest(committees) as value from trait)`;

/** Where a year is known by age, it may be the one before or after. */
const YEARS = `(select list, row, part, unnest(case when year is not null then [year] else [about - 1, about, about + 1] end) as value
  from trait where coalesce(year, about) is not null)`;

const OF_SEVERAL_VALUES: readonly Block[] = [
  {
    name: 'phone',
    from: '(select list, row, part, phone as value from phone_of)',
    key: ['x.value'],
    where: 'true',
    most: MOST,
  },
  { name: 'committee-given', from: COMMITTEE, key: ['x.value', 't.given_sound'], where: 'not t.masked', most: MOST },
  {
    name: 'committee-surname-year',
    from: COMMITTEE,
    key: ['x.value', 't.surname_sound', 'coalesce(t.year, t.about)'],
    where: 'coalesce(t.year, t.about) is not null',
    most: NAMESAKES,
  },
  { name: 'committee-outline', from: COMMITTEE, key: ['x.value', 't.outline'], where: 'true', most: NAMESAKES },
  {
    name: 'spouse-committee',
    from: COMMITTEE,
    key: ['x.value', 't.spouse_form'],
    where: 't.spouse_form is not null',
    most: MOST,
  },
  {
    name: 'subdistrict-given-year',
    from: YEARS,
    key: ['x.value', 't.subdistrict', 't.given_sound'],
    where: 't.subdistrict is not null and not t.masked',
    most: NAMESAKES,
  },
  { name: 'name-about', from: YEARS, key: ['x.value', 't.sound'], where: 'not t.masked', most: NAMESAKES },
];

const BLOCKS: readonly Block[] = [...OF_ONE_VALUE, ...OF_SEVERAL_VALUES];

const KINDS = BLOCKS.map((_, kind) => kind);
const OF_ONE_TABLE = [...new Set(BLOCKS.map(({ from }) => from))].map((from) =>
  KINDS.filter((kind) => BLOCKS[kind]?.from === from),
);

/** Of so many people the keys of all kinds are found at once; of more that takes a gigabyte of a million rows. */
const FEW = 20_000;

/** SQL: the keys of some kinds of blocks, all of one table. */
function keysOf(kinds: readonly number[]): string {
  const from = BLOCKS[kinds[0] as number]?.from;
  const keys = kinds.map((kind) => {
    const { key, where } = BLOCKS[kind] as Block;
    return `{'block': ${kind}::utinyint, 'key': case when ${where} and ${known(key)} then hash(${kind}, ${key.join(', ')}) end}`;
  });
  return `select unnest([${keys.join(', ')}]) as its, t.rec, t.proven from keyed t
    ${from ? `join ${from} x on x.list = t.list and x.row = t.row and x.part = t.part` : ''}`;
}

/** Pairs of a kind that were not compared, because too many people have the same in common. */
export interface SkippedBlocks {
  readonly block: BlockName;
  /** How many accounts, names … it is. */
  readonly keys: number;
  /** People in the largest. */
  readonly largest: number;
}

/**
 * Pairs of records that are worth comparing: the table `candidate`. Both have a valid ID number only where it is one, under two names. What
 * is shared by too many is skipped, and told.
 */
export async function findCandidates({ database }: Lists, people: number): Promise<SkippedBlocks[]> {
  await database.run(
    `create temp view keyed as select t.*, r.rec, r.proven from trait t join record r on r.certain = t.person`,
  );
  await database.run('create temp table block_key (block utinyint, key ubigint, rec integer, proven boolean)');
  // Who has a valid number is compared with those who have none: of a million rows, of which few have none, few keys are worth keeping.
  for (const keys of people > FEW
    ? KINDS.map((kind) => keysOf([kind]))
    : [OF_ONE_TABLE.map(keysOf).join(' union all ')])
    await database.run(`insert into block_key
      with k as ${people > FEW ? 'not materialized' : 'materialized'} (select its.block, its.key, rec, proven from (${keys}) where its.key is not null)
      select distinct * from k
      where not proven or block ${IS_ONE_NUMBER} or key in (select key from k where not proven)`);
  const most = BLOCKS.map(({ most }, index) => `when ${index} then ${most}`).join(' ');
  await database.run(`create temp table block as
    select block, key, count(*) as people, count(*) > case block ${most} end as crowded from block_key
    group by block, key having count(*) > 1 and (not bool_and(proven) or block ${IS_ONE_NUMBER})`);
  await database.run(`create temp table candidate as
    select a.rec as one, b.rec as other, bit_or(1::integer << a.block) as blocks
    from (select k.* from block_key k join block c on c.block = k.block and c.key = k.key where not c.crowded) a
    join block_key b on b.block = a.block and b.key = a.key and a.rec < b.rec
      and (not (a.proven and b.proven) or a.block ${IS_ONE_NUMBER})
    group by a.rec, b.rec`);
  const skipped = await database.all<Row & { block: number; keys: bigint; largest: bigint }>(
    'select block, count(*) as keys, max(people) as largest from block where crowded group by block order by block',
  );
  await dropTables(database, 'block_key', 'block');
  return skipped.map(({ block, keys, largest }) => ({
    block: (BLOCKS[block] as Block).name,
    keys: Number(keys),
    largest: Number(largest),
  }));
}

/** SQL: is every part of a key said? */
const known = (key: readonly string[]) => key.map((part) => `${part} is not null`).join(' and ');
