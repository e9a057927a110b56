import { PERSON_REASONS, type PersonReason } from '../../domain/people/person-change.ts';
import { EXCUSES } from '../../domain/row/roster-excuse.ts';
import type { Database } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import { position } from '../../engine/position.ts';
import { fate, TAKEN_OFF_NUMBERS } from '../cover/enrolment.ts';

/** SQL: one person's payouts before and now. */
export const SIDES = `bool_or(not now) as was, bool_or(now) as is_now,
  sum(amount) filter (not now) as amount_before, sum(amount) filter (now) as amount_now,
  count(*) filter (amount is null and not now) as without_before, count(*) filter (amount is null and now) as without_now`;

/** `compared_payout`: every payout with whose it is, whether it is made now, and where it belongs. */
export async function createComparedPayouts({ database, assignments: { measures } }: Lists): Promise<void> {
  const known = new Map<unknown, number>();
  const same = measures.map(({ department, measure: { is, name } }, index) => {
    const key = is ?? `${department} ${name}`;
    const first = known.get(key) ?? index;
    known.set(key, first);
    return [index, first] as const;
  });
  await database.run('create temp table compared_measure (measure integer, same integer)');
  await database.append('compared_measure', same);
  await database.run(`create temp table compared_payout as
    select r.identity, r.certain, not r.earlier as now, r.department, coalesce(m.same, r.measure) as measure, r.amount,
      coalesce(p.subdistrict, '') as subdistrict, coalesce(p.committee, '') as committee, ${position('r')} as stands
    from resolved r join any_payout p on p.list = r.list and p.row = r.row left join compared_measure m on m.measure = r.measure`);
}

const SIDE = ['before', 'now'];

/** `compared_person`: everybody, with what they got before and get now, and in what that differs. */
export async function createComparedPersons(database: Database): Promise<void> {
  const sides = (column: string) =>
    ['not now', 'now'].map((side) => `list_sort(list(distinct ${column}) filter (${side}))`);
  const place = "case when subdistrict || committee <> '' then subdistrict || ' ' || committee end";
  const places = ['not now', 'now'].map(
    (side) => `list_sort(list(distinct ${place}) filter (${side} and ${place} is not null))`,
  );
  await database.run(`create temp table compared_person as
    select *, was and is_now and (other_amount or other_measures or other_department or other_place) as differs, null::utinyint as reason from (
      select identity, ${SIDES}, min(certain) = max(certain) as sure, min(stands) filter (not now) as at_before, min(stands) filter (now) as at_now,
        ${sides('measure')
          .map((list, at) => `${list} as measures_${SIDE[at]}`)
          .join(', ')},
        ${sides('department')
          .map((list, at) => `${list} as departments_${SIDE[at]}`)
          .join(', ')},
        sum(amount) filter (not now) is distinct from sum(amount) filter (now) as other_amount, measures_before is distinct from measures_now as other_measures,
        departments_before is distinct from departments_now as other_department, coalesce(${places.join(' <> ')}, false) as other_place
      from compared_payout group by identity)`);
}

/** What is known of why somebody came or went: the surest there is. */
export async function setReasons(database: Database, hasRosters: boolean): Promise<void> {
  const set = (reason: PersonReason, of: string) =>
    database.run(`update compared_person set reason = least(coalesce(reason, 255), ${PERSON_REASONS.indexOf(reason)})
      where was <> is_now and identity in (${of})`);
  await set(
    'deceased',
    'select r.identity from resolved r join any_payout p on p.list = r.list and p.row = r.row where p.deceased',
  );
  if (hasRosters) {
    for (const [excuse, name] of EXCUSES.entries())
      await set(name, `select identity from member where excuse = ${excuse} and not blocked`);
    await set('deceased', 'select r.identity from resolved r where r.certain in (select certain from died)');
    await set(
      'blocked',
      `select identity from member where blocked and not withdrawn and coalesce(excuse not in (${TAKEN_OFF_NUMBERS}), true)`,
    );
    await set('lifted', `select identity from member where fate = ${fate('lifted')}`);
    await set('enrolled', 'select identity from member where not blocked and excuse is null');
  }
  const pairs = `from asked_pair q join compared_person a on a.identity = q.one join compared_person b on b.identity = q.other
    where a.was <> b.was and a.is_now <> b.is_now`;
  await set('perhaps', `select q.one ${pairs} union all select q.other ${pairs}`);
  await set('unknown', 'select identity from compared_person');
}
