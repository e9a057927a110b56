import type { KeyPath } from '../domain/place.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { TotalCheck } from '../totals/adding-up.ts';
import { allReach, type Budget } from '../totals/budget.ts';

/** A whole that the document states, and what its items add up to. */
export interface StatedTotal {
  /** The department's name; null for the whole campaign. */
  readonly whole: string | null;
  readonly figure: 'amount' | 'reach';
  readonly stated: Quantity;
  /** Fen, or a count. */
  readonly items: bigint;
  readonly at: KeyPath;
}

/** The stated totals that stand to their items in one of `checks`. */
export function* statedTotals(budget: Budget, checks: readonly TotalCheck[]): Generator<StatedTotal> {
  const { campaign, itemised } = budget;
  const amount = campaign.stated?.amount;
  const reach = campaign.stated?.reach;
  if (amount && checks.includes(budget.amountCheck)) {
    const at = ['stated', 'amount'];
    yield { whole: null, figure: 'amount', stated: amount, items: itemised.amount ?? 0n, at };
  }
  if (reach && checks.includes(budget.reachCheck)) {
    const unit = reach.unit === 'money' || reach.unit === 'none' ? 'personTimes' : reach.unit;
    const items = unit === 'personTimes' ? allReach(itemised.reach) : itemised.reach[unit];
    yield { whole: null, figure: 'reach', stated: reach, items: items ?? 0n, at: ['stated', 'reach'] };
  }
  for (const { department, index, check, amount: sum } of budget.departments) {
    const stated = department.stated?.amount;
    if (!stated || !checks.includes(check)) continue;
    const at = ['departments', index, 'stated', 'amount'];
    yield { whole: department.name, figure: 'amount', stated, items: sum ?? 0n, at };
  }
}
