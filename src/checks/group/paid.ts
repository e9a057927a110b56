import { grouped, yuan } from '../../domain/money.ts';
import type { PayoutRow } from '../payout-row.ts';

/** SQL: does a row pay something, or take it back? Goods have no amount and are paid. */
export const PAYS = 'coalesce(r.amount, 1) <> 0';

/** SQL in aggregates: is more paid than was taken back, and that more than once? */
export const PAID_OFTEN = 'count(*) filter (coalesce(r.amount, 1) > 0) - count(*) filter (r.amount < 0) > 1';

/** SQL in aggregates: all that is paid. */
export const SUM = 'sum(r.amount)';

/** SQL in aggregates: what was paid too much, at least: all but the largest of the payments. Null where rows don't say how much. */
export const TOO_MUCH = 'nullif(sum(r.amount) - max(r.amount), 0)';

/** What rows add up to, in yuan as it is printed; null where one of them does not say. */
export function totalOf(rows: readonly PayoutRow[]): string | null {
  if (rows.some(({ amount }) => amount === null)) return null;
  return grouped(yuan(rows.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n)));
}
