import type { Fen } from '../domain/money.ts';
import {
  PERSON_DIFFERENCES,
  PERSON_REASONS,
  type PersonChange,
  type PersonDifference,
  type PersonReason,
} from '../domain/people/person-change.ts';
import type { Place } from '../domain/place.ts';
import type { Row } from '../engine/database.ts';
import { everyList, type Lists } from '../engine/lists.ts';
import { listAt, rowAt } from '../engine/position.ts';
import { type PayoutRow, payoutRow, SHOWN } from './payout-row.ts';

/** Somebody on one of two lists, as they stand there, unmasked: whoever shows it masks it. */
interface Side {
  readonly payout: PayoutRow;
  readonly place: Place;
  /** All that they get there; null where nothing says. */
  readonly amount: Fen | null;
  /** So many payouts. */
  readonly payouts: number;
  /** Everything that they get there, and from whom. */
  readonly measures: readonly string[];
  readonly departments: readonly string[];
}

/** Somebody who came, went, or is on both lists and otherwise. */
export interface ComparedPerson {
  readonly change: Exclude<PersonChange, 'same'>;
  readonly before: Side | null;
  readonly now: Side | null;
  readonly differences: readonly PersonDifference[];
  /** Why somebody came or went; null of who is on both. */
  readonly reason: PersonReason | null;
  /** Whether rows of both lists certainly are this person's. */
  readonly sure: boolean;
}

/** Everybody who is not the same on both lists: those who went, who came, who changed; in each the most money first. */
export async function* comparedPeople(lists: Lists, most?: number): AsyncGenerator<ComparedPerson> {
  const shown = (of: string) =>
    [...SHOWN, 'subdistrict', 'committee'].map((column) => `${of}.${column} as ${of}_${column}`);
  const rank = 'case when not is_now then 0 when not was then 1 else 2 end';
  const money = 'greatest(abs(coalesce(amount_now, 0) - coalesce(amount_before, 0)), 0)';
  const some =
    most === undefined
      ? ''
      : `qualify row_number() over (partition by ${rank} order by ${money} desc, coalesce(at_now, at_before)) <= ${most}`;
  const side = (of: string, at: string) =>
    `left join any_payout ${of} on ${of}.list = ${listAt(`c.${at}`)} and ${of}.row = ${rowAt(`c.${at}`)}
      left join (select identity, now, count(*) as payouts from compared_payout group by all) n_${of} on n_${of}.identity = c.identity and n_${of}.now = ${of === 'q'}`;
  const stored = lists.database.stream(
    `with c as materialized (select *, ${rank} as rank, ${money} as money from compared_person where was <> is_now or differs ${some})
    select c.*, p.list as p_list, p.row as p_row, n_p.payouts as p_payouts, ${shown('p').join(', ')},
      q.list as q_list, q.row as q_row, n_q.payouts as q_payouts, ${shown('q').join(', ')}
    from c ${side('p', 'at_before')} ${side('q', 'at_now')}
    order by c.rank, c.money desc, coalesce(c.at_now, c.at_before)`,
  );
  const all = everyList(lists);
  for await (const batch of stored) for (const row of batch) yield person(row, lists, all);
}

function person(row: Row, lists: Lists, all: ReturnType<typeof everyList>): ComparedPerson {
  const { was, is_now, sure, reason } = row;
  const both = was === true && is_now === true;
  return {
    change: both ? 'changed' : is_now === true ? 'added' : 'left',
    before: was === true ? side(row, 'p', row.amount_before, lists, all) : null,
    now: is_now === true ? side(row, 'q', row.amount_now, lists, all) : null,
    differences: both ? PERSON_DIFFERENCES.filter((each) => row[`other_${each}`] === true) : [],
    reason: both ? null : (PERSON_REASONS[reason as number] ?? 'unknown'),
    sure: sure === true,
  };
}

function side(row: Row, of: 'p' | 'q', amount: unknown, lists: Lists, all: ReturnType<typeof everyList>): Side {
  const own = Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (name.startsWith(`${of}_`) ? [[name.slice(2), value]] : [])),
  ) as Row;
  const source = all[own.list as number]?.source;
  return {
    payout: payoutRow(lists, own),
    place: { file: source?.origin.file ?? '', sheet: source?.sheet ?? null, row: own.row as number, column: null },
    amount: (amount ?? null) as Fen | null,
    payouts: Number(own.payouts),
    measures: namesOf(
      row[`measures_${SIDE[of]}`],
      lists.assignments.measures.map(({ measure }) => measure.name),
    ),
    departments: namesOf(
      row[`departments_${SIDE[of]}`],
      lists.assignments.departments.map(({ name }) => name),
    ),
  };
}

const SIDE = { p: 'before', q: 'now' } as const;

/** Names by their indexes, which the database gives as a list. */
function namesOf(indexes: unknown, names: readonly string[]): string[] {
  return [...((indexes ?? []) as readonly number[])].flatMap((index) => names[Number(index)] || []);
}
