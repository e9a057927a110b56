import { ID_CLASSES, wholeNumber } from '../domain/people/id-number.ts';
import type { Row } from '../engine/database.ts';
import type { Lists } from '../engine/lists.ts';
import { Clusters } from './clusters.ts';
import { loadNameComparer } from './name-comparer.ts';
import { groupsOfNames } from './name-groups.ts';
import { contradict, patternOf, placesKnown } from './partial-id.ts';

/** SQL: whoever a row of `resolved_row`, as `r`, certainly is. */
const PERSON = 'coalesce(r.certain, r.identity)';

/** Who is on so many lists with as many heads is somebody of no one household, or a number that stands for nothing. */
const MOST_HEADS = 12;
/** More people than so many who bear a member's name, and nobody knows which is meant. */
const MOST_NAMESAKES = 12;
/** So many digits of a masked number, and the same name, are somebody's. */
const FEWEST_DIGITS = 10;

/**
 * A list that names the members of a household beside or below its head says for all lists who is of that household: its head and
 * they are of one. A member's own valid number and a near name tell for certain who that is on other lists, if the head's number is
 * valid too, or the household has one; a number in part, or the name with the committee, the address or the telephone of the head
 * tell it likely. Of whoever is of two households, nobody knows which.
 * @returns whether any list names members.
 */
export async function listedHomes(lists: Lists, certain: boolean): Promise<boolean> {
  const { database } = lists;
  const { some } = await database.one<{ some: boolean }>('select count(*) > 0 as some from listed_member');
  if (!some) return false;
  await membersWithHeads(lists);
  await database.run(`create temp table home_member as
    select distinct m.home, ${PERSON} as person, r.person > 0 as sure, true as heads
      from member_with_head m join resolved_row r on r.list = m.list and r.row = m.head_row`);
  await addSureMembers(lists);
  if (!certain) await addLikelyMembers(lists);
  await nameHomes(lists);
  await database.run(`insert into home_head select h.household, min(p.name) as head
    from home_number h join member_with_head m on m.home = h.home join any_person p on p.list = m.list and p.row = m.head_row
    group by h.household`);
  await database.run(`update resolved_row as r set household = h.household from home_number h, member_with_head m
    where h.home = m.home and r.list = m.list and r.row = m.head_row and h.sure and r.household is null`);
  const likely = certain ? [] : [['likely_household', 'true'] as const];
  for (const [into, which] of [['household', 'm.sure and h.sure'] as const, ...likely]) {
    await database.run(`update resolved_row as r set ${into} = k.household from (
        select m.person, min(h.household) as household from home_member m join home_number h using (home)
        where ${which} group by m.person having min(h.household) = max(h.household)) k
      where r.household is null and r.likely_household is null and k.person = ${PERSON}`);
  }
  return true;
}

/** Makes `member_with_head`: each member with the row of the head, which is its own or the next above that pays somebody. */
async function membersWithHeads({ database }: Lists): Promise<void> {
  // A member above the first head of a list shows that its heads do not come first.
  await database.run(`create temp table member_with_head as
    select m.*, p.row as head_row, m.list::bigint * 4294967296 + p.row as home,
      p.committee, p.address, p.phone from listed_member m
    asof left join (select list, row, name, committee, address, phone from any_person
      where list in (select list from listed_member)) p on p.list = m.list and p.row <= m.row
    qualify bool_and(p.row is not null) over (partition by m.list) and (m.head is null or m.head = p.name)`);
}

/** Adds to `home_member` whoever has a member's valid number and a near name. */
async function addSureMembers({ database }: Lists): Promise<void> {
  await database.run(`create temp table bearer as select distinct m.home, m.name as member, p.name, ${PERSON} as person
    from member_with_head m join any_person p on p.person = m.person and m.person > 0
    join resolved_row r on r.list = p.list and r.row = p.row`);
  const others = await database.all<Row & { member: string; name: string }>(
    'select distinct member, name from bearer where member <> name order by all',
  );
  const likeness = others.length > 0 ? await loadNameComparer() : null;
  await database.run('create temp table near_member (member varchar, name varchar)');
  await database.append(
    'near_member',
    others.flatMap(({ member, name }) =>
      likeness && groupsOfNames([member, name], likeness).length === 1 ? [[member, name]] : [],
    ),
  );
  await database.run(`insert into home_member select distinct home, person, true, false from bearer b
    where member is null or name is null or member = name
      or exists (select 1 from near_member n where n.member = b.member and n.name = b.name)`);
}

interface Namesake extends Row {
  readonly home: bigint;
  readonly member: bigint;
  readonly person: bigint;
  readonly number: string | null;
  readonly own: string | null;
  readonly own_class: number;
  readonly bearer: bigint | null;
  readonly id: string | null;
  readonly id_class: number;
  readonly near: boolean;
}

/** Adds to `home_member` who is likely meant by a member without a valid number: the only one of the name of whom the rest fits. */
async function addLikelyMembers({ database }: Lists): Promise<void> {
  const found = await database.all<Namesake>(`with doubtful as (select rowid as member, * from member_with_head
      where name is not null and coalesce(person, 0) <= 0),
    bearer as (select p.name, p.person as bearer, p.id, p.id_class, p.committee, p.address, p.phone, ${PERSON} as person
      from any_person p join resolved_row r on r.list = p.list and r.row = p.row where p.name in (select name from doubtful)),
    rare as (select name from bearer group by name having count(distinct person) <= ${MOST_NAMESAKES})
    select d.home, d.member, b.person, d.id as own, d.id_class as own_class, b.bearer, b.id, b.id_class,
      bool_or(coalesce(d.committee = b.committee, false) or coalesce(d.address = b.address, false)
        or coalesce(d.phone = b.phone, false)) as near
    from doubtful d join rare using (name) join bearer b using (name)
    where not exists (select 1 from home_member h where h.home = d.home and h.person = b.person)
    group by all order by all`);
  const ofMember = new Map<bigint, Namesake[]>();
  for (const each of found) {
    const others = ofMember.get(each.member);
    if (others) others.push(each);
    else ofMember.set(each.member, [each]);
  }
  await database.append(
    'home_member',
    [...ofMember.values()].flatMap((namesakes) => {
      const fitting = namesakes.filter(mayBe);
      const people = new Set(fitting.map(({ person }) => person));
      const [one] = fitting;
      const isTold = people.size === 1 && fitting.some((each) => each.near || fits(each));
      return one && isTold ? [[one.home, one.person, false, false]] : [];
    }),
  );
}

const numbersOf = ({ own, own_class, bearer, id, id_class }: Namesake) => {
  const pattern = (text: string | null, found: number) =>
    text === null ? null : patternOf(ID_CLASSES[found] ?? 'malformed', text);
  return [
    pattern(own, own_class),
    bearer !== null && bearer > 0n ? wholeNumber(bearer) : pattern(id, id_class),
  ] as const;
};

function mayBe(each: Namesake): boolean {
  const [own, other] = numbersOf(each);
  return own === null || other === null || !contradict(own, other);
}

function fits(each: Namesake): boolean {
  const [own, other] = numbersOf(each);
  if (own === null || other === null || contradict(own, other)) return false;
  return placesKnown(own).filter((place) => other[place] !== undefined && other[place] !== '*').length >= FEWEST_DIGITS;
}

/**
 * Makes `home_number`: the number of each household, and whether it is sure. It is what is known of one of its people already; where
 * that is several, nobody knows which; where it is none, it is the household's own. Two lists that name two of the same people together speak of one household.
 */
async function nameHomes({ database }: Lists): Promise<void> {
  const [ones = [], others = []] = (await database.columns(`with few as (select person from home_member where sure
      group by person having count(distinct home) between 2 and ${MOST_HEADS}),
    told as (select distinct home, person from home_member where sure and person in (select person from few))
    select a.home as one, b.home as other from told a join told b on a.person = b.person and a.home < b.home
    group by all having count(*) > 1 order by all`)) as [bigint[], bigint[]];
  const same = new Clusters(() => false);
  same.join(ones.map((one, at) => [one, others[at] as bigint]));
  await database.run('create temp table same_home (home bigint, first bigint)');
  await database.append(
    'same_home',
    [...new Set([...ones, ...others])].map((home) => [home, same.of(home)]),
  );
  await database.run(`create temp table home_number as
    with placed as (select m.*, coalesce(s.first, m.home) as whole from home_member m left join same_home s using (home)),
      known as (select p.whole, min(r.household) as one, max(r.household) as other from placed p
        join resolved_row r on ${PERSON} = p.person where p.sure and r.household is not null group by p.whole),
      own as (select whole, min(hash(person)) filter (heads and sure) as surely, min(hash(person)) as any_of from placed group by whole)
    select distinct p.home, coalesce(k.one, (coalesce(o.surely, o.any_of) >> 1)::bigint) as household,
      k.one is not null or o.surely is not null as sure
    from placed p join own o using (whole) left join known k using (whole) where k.one is null or k.one = k.other`);
}
