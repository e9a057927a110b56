import type { Fen } from '../../domain/money.ts';
import { PERSON_REASONS, type PersonReason } from '../../domain/people/person-change.ts';
import type { Database, Row } from '../../engine/database.ts';
import type { ResolvedLists } from '../../identity/resolved-lists.ts';
import type { Enrolment } from '../cover/enrolment.ts';
import { askedPairs } from '../lists/asked-pairs.ts';
import { createComparedPayouts, createComparedPersons, SIDES, setReasons } from './compared-people.ts';

/** People and money between two lists: before = left + changed + same, now = added + changed + same; now − before closes to the fen. */
export interface Movement {
  readonly before: number;
  readonly now: number;
  readonly added: number;
  readonly left: number;
  readonly changed: number;
  readonly same: number;
  readonly money: {
    readonly before: Fen;
    readonly now: Fen;
    readonly added: Fen;
    readonly left: Fen;
    /** What those on both get more now, or less. */
    readonly changed: Fen;
  };
  /** Payouts that say no amount, before and now: where there are any, sums are lower bounds. */
  readonly withoutAmount: { readonly before: number; readonly now: number };
}

/** The same of one part of the lists; people are counted in each part that they are in. */
interface PartMovement extends Movement {
  /** Index of the department or measure; null of a committee. */
  readonly index: number | null;
  /** Subdistrict and committee as they are written, empty where nothing says; of anything else empty. */
  readonly subdistrict: string;
  readonly committee: string;
}

/** How many came or went for a reason, and their money. */
interface Reasoned {
  readonly change: 'added' | 'left';
  readonly reason: PersonReason;
  readonly persons: number;
  readonly amount: Fen;
}

export interface PeopleComparison {
  readonly total: Movement;
  readonly departments: readonly PartMovement[];
  readonly measures: readonly PartMovement[];
  readonly committees: readonly PartMovement[];
  readonly reasons: readonly Reasoned[];
  /** People who are one on both lists because that is confirmed, and not certain. */
  readonly confirmed: number;
  /** Pairs of one who went and one who came who may be one person. */
  readonly perhaps: number;
  readonly hasRosters: boolean;
}

/** SQL: what people who are on one side, on the other or on both come to. */
const SUMS = `count(*) filter (was) as before, count(*) filter (is_now) as now, count(*) filter (is_now and not was) as added,
  count(*) filter (was and not is_now) as left_now, count(*) filter (was and is_now and differs) as changed,
  coalesce(sum(amount_before), 0)::bigint as amount_before, coalesce(sum(amount_now), 0)::bigint as amount_now,
  coalesce(sum(amount_now) filter (not was), 0)::bigint as amount_added, coalesce(sum(amount_before) filter (not is_now), 0)::bigint as amount_left,
  coalesce(sum(without_before), 0)::bigint as without_before, coalesce(sum(without_now), 0)::bigint as without_now`;

/**
 * Compares the people of `lists.earlier` with those of `lists.lists`; all were resolved together. Leaves the tables
 * `compared_payout` and `compared_person`.
 */
export async function comparePeople(lists: ResolvedLists, enrolment: Enrolment | null): Promise<PeopleComparison> {
  const { database } = lists;
  await createComparedPayouts(lists);
  await createComparedPersons(database);
  await askedPairs(lists);
  await setReasons(database, enrolment !== null);
  const [total] = await movements(database, 'from compared_person', '');
  if (!total) throw new Error('a sum has a row');
  const part = (columns: string) =>
    movements(
      database,
      `select *, was and is_now and amount_before is distinct from amount_now as differs from
        (select ${columns}, identity, ${SIDES} from compared_payout group by ${columns}, identity)`,
      columns,
    );
  const { confirmed } = await database.one<Row & { confirmed: bigint }>(
    'select count(*) as confirmed from compared_person where was and is_now and not sure',
  );
  const { perhaps } = await database.one<Row & { perhaps: bigint }>(
    `select count(*) as perhaps from asked_pair q join compared_person a on a.identity = q.one join compared_person b on b.identity = q.other
      where a.was <> b.was and a.is_now <> b.is_now`,
  );
  return {
    total,
    departments: await part('department'),
    measures: await part('measure'),
    committees: await part('subdistrict, committee'),
    reasons: await reasonsOf(database),
    confirmed: Number(confirmed),
    perhaps: Number(perhaps),
    hasRosters: enrolment !== null,
  };
}

type Summed = Row &
  Readonly<Record<'before' | 'now' | 'added' | 'left_now' | 'changed' | 'without_before' | 'without_now', bigint>> &
  Readonly<Record<'amount_before' | 'amount_now' | 'amount_added' | 'amount_left', Fen>>;

/** The movements of parts, each by its columns; the most money first. */
async function movements(database: Database, persons: string, columns: string): Promise<PartMovement[]> {
  const rows = await database.all<Summed>(
    columns === ''
      ? `select ${SUMS} from (${persons})`
      : `from (select ${columns}, ${SUMS} from (${persons}) group by ${columns}) order by amount_now + amount_before desc, ${columns}`,
  );
  return rows.map((row) => {
    const [before, now, added, left, changed] = [row.before, row.now, row.added, row.left_now, row.changed].map(
      Number,
    ) as [number, number, number, number, number];
    const { amount_before, amount_now, amount_added, amount_left } = row;
    return {
      index: (row.department ?? row.measure ?? null) as number | null,
      subdistrict: (row.subdistrict ?? '') as string,
      committee: (row.committee ?? '') as string,
      before,
      now,
      added,
      left,
      changed,
      same: now - added - changed,
      money: {
        before: amount_before,
        now: amount_now,
        added: amount_added,
        left: amount_left,
        changed: amount_now - amount_added - (amount_before - amount_left),
      },
      withoutAmount: { before: Number(row.without_before), now: Number(row.without_now) },
    };
  });
}

async function reasonsOf(database: Database): Promise<Reasoned[]> {
  const rows = await database.all<Row & { is_now: boolean; reason: number; persons: bigint; amount: Fen }>(
    `select is_now, reason, count(*) as persons, coalesce(sum(coalesce(amount_now, amount_before)), 0)::bigint as amount
      from compared_person where was <> is_now group by is_now, reason order by is_now desc, reason`,
  );
  return rows.map(({ is_now, reason, persons, amount }) => ({
    change: is_now ? 'added' : 'left',
    reason: PERSON_REASONS[reason] ?? 'unknown',
    persons: Number(persons),
    amount,
  }));
}
