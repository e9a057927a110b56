import type { Database } from '../../engine/database.ts';
import { type Key, slotState } from './match-key.ts';
import { type PoolRow, poolsOf, Results } from './payment-pools.ts';
import { rowState } from './payments.ts';
import type { Run } from './return-scope.ts';

/**
 * Payments of another amount than any payout that is still open: all of them in one transfer, or, unless `onlyWhole`, one each, in
 * the order of amounts.
 */
export async function matchOther(
  database: Database,
  { ofPayment, ofSlot }: Key,
  run: Run,
  onlyWhole = false,
): Promise<void> {
  const stored = database.stream<PoolRow>(
    `with p as (select id, ${ofPayment} as who, amount, outcome, list from payment where state is null and ${ofPayment} is not null and ${run.payments}),
      s as (select id, ${ofSlot} as who, amount, turn from slot
        where through_bank and state = ${slotState('open')} and ${ofSlot} is not null and ${run.slots}),
      pool as (select who from p intersect select who from s)
    select who, amount, true as is_slot, id, 0 as state, null::bigint as payment, null::integer as file, turn from s semi join pool using (who)
    union all select who, amount, false, id, outcome::integer, null, list::integer, 0 from p semi join pool using (who)
    order by who, is_slot desc, amount, turn, id`,
  );
  const results = new Results(database);
  for await (const { slots, payments } of poolsOf(stored, ({ who }) => String(who))) {
    const [only] = payments;
    const sum = slots.reduce((all, { amount }) => all + amount, 0n);
    if (only && payments.length === 1 && slots.length > 1 && only.amount === sum) {
      for (const { id, amount } of slots) {
        results.slot(id, slotState(only.outcome), only.id, only.file, only.outcome === 'paid' ? amount : null);
      }
      results.payment(only.id, rowState(only.outcome), slots[0]?.id ?? 0n);
      continue;
    }
    if (onlyWhole) continue;
    for (const [index, { id, amount, outcome, file }] of payments.entries()) {
      const slot = slots[index];
      if (!slot) break;
      results.slot(slot.id, slotState(outcome), id, file, outcome === 'paid' ? amount : null);
      results.payment(id, rowState(outcome === 'paid' ? 'differs' : outcome), slot.id);
    }
  }
  await results.take();
}
