import type { Roster } from '../../domain/row/roster.ts';
import { EXCUSES, meansDeceased, TAKEN_OFF } from '../../domain/row/roster-excuse.ts';
import type { Lists } from '../../engine/lists.ts';
import { position } from '../../engine/position.ts';
import type { ResolvedLists } from '../../identity/resolved-lists.ts';
import { type Dues, duesOf } from './dues.ts';
import { membersInDoubt } from './members-in-doubt.ts';
import { readExcuses } from './roster-excuses.ts';

/**
 * What became of somebody on a roster, best first. To be reached are the first four: who got what the roster is for; who is on
 * a list, but not for that; of whom nobody can say (`doubted`); and who is on no list.
 * The others are not: another measure excludes it or the age does not fit; dead, moved, refused, taken off.
 */
export const FATES = ['reached', 'elsewhere', 'unclear', 'omitted', 'lifted', ...EXCUSES] as const;
export type Fate = (typeof FATES)[number];

/** SQL: the number of a fate. */
export const fate = (name: Fate): number => FATES.indexOf(name);

/** Rosters that were compared with lists: what their people are to get, and the tables that say who got it. */
export interface Enrolment {
  readonly rosters: readonly Roster[];
  readonly dues: Dues;
}

/** SQL: the excuses that take somebody off a roster. */
export const TAKEN_OFF_NUMBERS = TAKEN_OFF.map((excuse) => EXCUSES.indexOf(excuse)).join(', ');

/** SQL on payouts, as `r`: does it give something? Goods have no amount. */
const GIVES = 'coalesce(r.amount, 1) > 0';

/**
 * Compares rosters with the payouts; all were resolved to people. Makes the tables
 *
 * - `roster_of`: `list`, `roster` (index), `blocked`;
 * - `listed_person`: `identity` of everybody on a list, `payouts`;
 * - `member_home`: for each roster and each of its people `roster`, `identity` and every `household` of theirs, and whether that is
 *   known (`sure`), and not only probable;
 * - `member`: the same with `roster`, `identity`, `born` (YYYYMMDD) and `age` as far as they are known, `first` (the place of the row), `names`,
 *   `comparable` (whether a valid ID number tells them from namesakes), `subdistrict`, `committee`, `category` (index among
 *   `categories`), `excuse`, `died_on` (a day, or a month), `blocked`, `withdrawn` (all that the roster has against them is
 *   marked as taken off it), `struck` (a roster of people who must not be paid says that they have died), `fate`;
 * - `died`: who certainly (`certain`) has died, as a roster says, and whether that is one of people who must not be paid (`struck`);
 * - `member_due`: for each member and due `reached`, `lifted`;
 * - `doubted`, `likely_member`: members of whom nobody can say whether a list has them (`membersInDoubt`).
 */
export async function enrol(lists: ResolvedLists, rosters: readonly Roster[]): Promise<Enrolment> {
  const dues = duesOf(rosters, lists);
  await whatWasGiven(lists, dues);
  await members(lists, rosters);
  await membersDues(lists, dues);
  await membersInDoubt(lists);
  await decideFates(lists);
  return { rosters, dues };
}

/** Who got what: `reached_person`, and of households `given_home`, also for exclusions. */
async function whatWasGiven({ database }: Lists, { all }: Dues): Promise<void> {
  await database.run(`create temp table listed_person as
    select identity, count(*) as payouts from resolved r where ${GIVES} group by identity`);
  await database.run('create temp table due_measure (due integer, measure integer, per_household boolean)');
  await database.append(
    'due_measure',
    all.flatMap(({ indexes, perHousehold }, due) =>
      indexes.map((measure) => [due, measure, perHousehold.includes(measure)] as const),
    ),
  );
  const given = `from resolved r join due_measure d on d.measure = r.measure where ${GIVES}`;
  await database.run(`create temp table reached_person as select distinct d.due, r.identity ${given}`);
  await database.run(`create temp table given_home as
    select d.due, r.household, r.household_sure as sure, bool_or(d.per_household) as per_household
    ${given} and r.household is not null group by all`);
}

async function members(lists: ResolvedLists, rosters: readonly Roster[]): Promise<void> {
  const { database } = lists;
  const first = lists.lists.length + lists.earlier.length;
  await database.run('create temp table roster_of (list integer, roster integer, blocked boolean, dead boolean)');
  await database.append(
    'roster_of',
    lists.rosters.map(({ source: { input } }, index) => {
      const { blocked = null } = rosters[input.entry ?? 0] ?? {};
      return [first + index, input.entry ?? 0, blocked !== null, blocked !== null && meansDeceased(blocked)] as const;
    }),
  );
  await readExcuses(lists, first);
  const at = position('e');
  const said = `enrolled e join roster_of o on o.list = e.list join any_row p on p.list = e.list and p.row = e.row
    left join excuse_said a on a.text = p.result left join excuse_said b on b.text = p.remark,
    lateral (select least(a.excuse, b.excuse, case when p.deceased or p.died_on is not null or p.died_on_unread is not null or o.dead then 0 end) as excuse) s`;
  await database.run(`create temp table member as
    select o.roster, o.blocked, e.identity, min(${at}) as first,
      max(case when e.person > 0 then e.person // 1000 % 100000000 when length(p.birth) = 10 then replace(p.birth, '-', '')::bigint end) as born,
      max(p.age) as age,
      list(distinct p.name) filter (p.name is not null) as names, coalesce(bool_or(e.person > 0), false) as comparable,
      arg_min(p.subdistrict, ${at}) as subdistrict, arg_min(p.committee, ${at}) as committee,
      arg_min(e.measure, ${at}) as category, min(s.excuse) filter (not o.blocked or s.excuse = 0) as excuse,
      min(p.died_on) as died_on, bool_and(o.blocked and coalesce(s.excuse in (${TAKEN_OFF_NUMBERS}), false)) as withdrawn,
      coalesce(bool_or(o.blocked and s.excuse = 0), false) as struck,
      null::utinyint as fate
    from ${said} group by o.roster, o.blocked, e.identity`);
  await database.run(`create temp table died as
    select e.certain, bool_or(o.blocked) as struck from ${said} where s.excuse = 0 group by e.certain`);
  await database.run(`create temp table member_home as
    select distinct o.roster, e.identity, e.household, e.household_sure as sure
    from enrolled e join roster_of o on o.list = e.list where e.household is not null`);
  // Whoever has died is dead on every roster; what else a roster says holds for that roster.
  await database.run(`update member as m set excuse = 0, died_on = coalesce(m.died_on, d.died_on), struck = d.struck
    from (select identity, min(died_on) as died_on, bool_or(struck) as struck from member where excuse = 0 group by identity) d
    where d.identity = m.identity`);
}

async function membersDues({ database }: Lists, { all, ofRoster, exclusions }: Dues): Promise<void> {
  await database.run('create temp table roster_due (roster integer, due integer)');
  await database.append(
    'roster_due',
    ofRoster.flatMap((dues, roster) => dues.map((due) => [roster, due] as const)),
  );
  const ages = all.flatMap(({ ofAge }, due) => (ofAge === 'true' ? [] : [`when ${due} then not ${ofAge}`]));
  const notOfAge = ages.length > 0 ? `case d.due ${ages.join(' ')} else false end` : 'false';
  await database.run(`create temp table member_due as
    with at_home as (select distinct h.roster, h.identity, g.due from member_home h
      join given_home g on g.household = h.household where g.per_household and g.sure and h.sure)
    select m.roster, m.identity, d.due, p.identity is not null or h.identity is not null as reached, ${notOfAge} as lifted
    from member m join roster_due d on d.roster = m.roster
    left join reached_person p on p.due = d.due and p.identity = m.identity
    left join at_home h on h.roster = m.roster and h.identity = m.identity and h.due = d.due
    where m.excuse is null and not m.blocked`);
  for (const { due, other, ofHousehold } of exclusions) {
    const whoever = ofHousehold
      ? `identity in (select h.identity from member_home h join given_home g on g.due = ${other} and g.household = h.household
          where g.sure and h.sure)
        or identity in (select identity from reached_person where due = ${other})`
      : `identity in (select identity from reached_person where due = ${other})`;
    await database.run(`update member_due set lifted = true where due = ${due} and not reached and (${whoever})`);
  }
}

async function decideFates({ database }: Lists): Promise<void> {
  await database.run(`update member set fate = ${fate('deceased')} + excuse where excuse is not null and not blocked`);
  await database.run(`update member as m set fate = f.fate from (
    select x.roster, x.identity, case
        when d.reached then ${fate('reached')} when d.lifted then ${fate('lifted')}
        when l.identity is not null then ${fate('elsewhere')}
        when n.identity is not null then ${fate('unclear')}
        else ${fate('omitted')} end as fate
    from (select roster, identity, bool_or(reached) as reached, bool_and(lifted) as lifted from member_due group by all) d
    join member x on x.roster = d.roster and x.identity = d.identity
    left join listed_person l on l.identity = d.identity
    left join doubted n on n.roster = x.roster and n.identity = x.identity
  ) f where f.roster = m.roster and f.identity = m.identity`);
}
