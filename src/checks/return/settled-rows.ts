import type { FindingData } from '../../domain/finding.ts';
import type { RowState } from '../../domain/settlement.ts';
import { maskText } from '../../domain/shown/masking.ts';
import type { Database } from '../../engine/database.ts';
import { rowState } from '../../totals/reconcile/payments.ts';
import type { GroupQuery, GroupRule } from '../group/group-rule.ts';

/**
 * Makes a table of the payouts and payments in some states, as a rule’s queries read it: `payment` is the same number for
 * what belongs together.
 */
export async function settledRows(database: Database, table: string, payments: string, slots = 'false'): Promise<void> {
  await database.run(`create or replace temp table ${table} as
    select p.list, p.row, coalesce(p.payee, -p.id) as identity, coalesce(p.payee, -p.id) as home, coalesce(p.slot, -p.id) as payment,
      p.amount, true as returned, p.state from payment p where ${payments}
    union all select s.list, s.row, s.identity, s.home, s.id, s.amount, false, null from slot s where ${slots}`);
}

/** SQL on `payment p`: is it in one of these states? */
export const rowIs = (...states: RowState[]): string => `p.state in (${states.map(rowState).join(', ')})`;

/** Every group of such a table is a finding; what is at stake is what the bank’s rows say, where nothing else is said. */
export const everyGroup = (from: string, atStake = 'sum(r.amount) filter (r.returned)'): GroupQuery => ({
  from,
  by: ['payment'],
  where: 'true',
  having: 'true',
  most: true,
  atStake,
});

/** What a rule on the bank’s last word says of a payout: the bank’s reason. */
export interface LastWord extends FindingData {
  readonly reason: string;
}

/** Payouts of which the bank’s last word is one of these. */
export function lastWord(state: 'failed' | 'reversed'): Pick<GroupRule<LastWord>, 'needs' | 'find' | 'show'> {
  const table = `${state}_row`;
  return {
    needs: [],
    find: async ({ lists: { database }, reconciled }) => {
      if (!reconciled) return 'no-return';
      await settledRows(database, table, rowIs(state), `s.payment in (select id from payment p where ${rowIs(state)})`);
      return [everyGroup(table, 'sum(r.amount) filter (not r.returned)')];
    },
    show: ({ rows }) => ({ reason: maskText(rows.findLast(({ bankSays }) => bankSays)?.bankSays ?? '') }),
  };
}
