import type { Department } from '../../domain/campaign.ts';
import type { KeyPath } from '../../domain/place.ts';
import type { Quantity } from '../../domain/quantity.ts';
import type { TotalCheck } from '../../totals/adding-up.ts';
import { allReach, type Budget, type DepartmentBudget } from '../../totals/budget.ts';

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
  yield* totalsOf(null, campaign.stated, { ...budget, ...itemised }, ['stated'], checks);
  for (const whole of budget.departments) {
    yield* totalsOf(
      whole.department.name,
      whole.department.stated,
      whole,
      ['departments', whole.index, 'stated'],
      checks,
    );
  }
}

type Whole = Pick<DepartmentBudget, 'amount' | 'reach' | 'amountCheck' | 'reachCheck'>;

function* totalsOf(
  whole: string | null,
  stated: Department['stated'],
  { amount, reach, amountCheck, reachCheck }: Whole,
  at: KeyPath,
  checks: readonly TotalCheck[],
): Generator<StatedTotal> {
  if (stated?.amount && checks.includes(amountCheck)) {
    yield { whole, figure: 'amount', stated: stated.amount, items: amount ?? 0n, at: [...at, 'amount'] };
  }
  if (stated?.reach && checks.includes(reachCheck)) {
    const { unit } = stated.reach;
    const items = unit === 'money' || unit === 'none' || unit === 'personTimes' ? allReach(reach) : reach[unit];
    yield { whole, figure: 'reach', stated: stated.reach, items: items ?? 0n, at: [...at, 'reach'] };
  }
}
