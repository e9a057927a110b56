import type { Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import { listAt, rowAt } from '../../engine/position.ts';
import { type Enrolment, FATES, type Fate, fate } from '../../totals/cover/enrolment.ts';
import { type PayoutRow, payoutRow, SHOWN } from '../payout-row.ts';

/** Somebody on a roster whom nobody reached for what it is for, as their first roster row says. */
export interface OmittedPerson {
  readonly fate: Fate;
  readonly subdistrict: string | null;
  readonly committee: string | null;
  readonly address: string | null;
  readonly row: PayoutRow;
  /** The rosters that they are on. */
  readonly rosters: readonly string[];
}

/** Everybody who was not reached, by subdistrict, committee and place on the rosters; nobody twice. */
export async function* omittedPeople(lists: Lists, { rosters }: Enrolment): AsyncGenerator<OmittedPerson> {
  const stored = lists.database.stream<Row & { fate: number; on: readonly number[] }>(
    `select m.fate, m."on", m.subdistrict, m.committee, p.address, p.list, ${SHOWN.map((column) => `p.${column}`).join(', ')}
    from (select identity, min(first) as first, list_sort(list(distinct roster)) as "on", any_value(q.fate) as fate,
        any_value(q.subdistrict) as subdistrict, any_value(q.committee) as committee
      from member n join person q using (identity) where not n.blocked and n.fate = q.fate
        and q.fate between ${fate('elsewhere')} and ${fate('omitted')} group by identity) m
    join any_row p on p.list = ${listAt('m.first')} and p.row = ${rowAt('m.first')}
    order by m.subdistrict nulls last, m.committee nulls last, m.first`,
  );
  for await (const batch of stored) {
    for (const row of batch) {
      yield {
        fate: FATES[row.fate] as Fate,
        subdistrict: (row.subdistrict ?? null) as string | null,
        committee: (row.committee ?? null) as string | null,
        address: (row.address ?? null) as string | null,
        row: payoutRow(lists, row),
        rosters: row.on.map((index) => rosters[index]?.name ?? ''),
      };
    }
  }
}
