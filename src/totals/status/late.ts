import type { Day } from '../../domain/calendar.ts';
import type { Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import { paidAfter } from './payout-deadline.ts';

/** Payouts by their day. */
export interface Late {
  /** Dated after the deadline; null where no payout is dated at all. */
  readonly payouts: number | null;
  /** Without a day that could be read: nobody knows whether these are late. */
  readonly undated: number;
}

/** How many payouts are late, by the index of their department among the lists'. */
export async function lateByDepartment({ database }: Lists, until: Day): Promise<ReadonlyMap<number, Late>> {
  const rows = await database.all<Row & { department: number }>(
    `select department, count(*) filter (${paidAfter(until)}) as late, count(p.paid_on) as dated, count(*) as payouts
    from payout p group by department`,
  );
  return new Map(
    rows.map(({ department, late, dated, payouts }) => [
      department,
      { payouts: dated === 0n ? null : Number(late), undated: Number(payouts) - Number(dated) },
    ]),
  );
}

/** All of them together. */
export function lateInAll(each: Iterable<Late>): Late {
  const all = [...each];
  const dated = all.flatMap(({ payouts }) => payouts ?? []);
  return {
    payouts: dated.length > 0 ? dated.reduce((sum, payouts) => sum + payouts, 0) : null,
    undated: all.reduce((sum, { undated }) => sum + undated, 0),
  };
}
