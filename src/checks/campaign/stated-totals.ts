import type { Department } from '../../domain/campaign/campaign.ts';
import { coverage } from '../../domain/campaign/qualifier-coverage.ts';
import type { KeyPath } from '../../domain/place.ts';
import type { Quantity } from '../../domain/quantity.ts';
import type { TotalCheck } from '../../totals/budget/adding-up.ts';
import { type Budget, type DepartmentBudget, itemisedReach } from '../../totals/budget/budget.ts';
import type { MeasureBudget } from '../../totals/budget/measure-budget.ts';

/** A whole that the document states, and what its items add up to. */
export interface StatedTotal {
  /** The department's name; null for the whole campaign. */
  readonly whole: string | null;
  readonly figure: 'amount' | 'reach';
  readonly stated: Quantity;
  /** Fen, or a count. */
  readonly items: bigint;
  /** The measures of the whole. */
  readonly measures: readonly MeasureBudget[];
  readonly at: KeyPath;
}

/** The stated totals that stand to their items in one of `checks`. */
export function* statedTotals(budget: Budget, checks: readonly TotalCheck[]): Generator<StatedTotal> {
  const { campaign, itemised } = budget;
  const measures = budget.departments.flatMap((department) => department.measures);
  yield* totalsOf(null, campaign.stated, { ...budget, ...itemised, measures }, ['stated'], checks);
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

/** Stated people or households that are fewer than those of the measures, which may be the same ones. */
export function* exceededPeople(budget: Budget): Generator<StatedTotal> {
  for (const total of statedTotals(budget, ['unknown'])) {
    if (total.figure !== 'reach') continue;
    const most = coverage(total.stated).high;
    if (most !== null && total.items > most) yield total;
  }
}

type Whole = Pick<DepartmentBudget, 'amount' | 'reach' | 'amountCheck' | 'reachCheck' | 'measures'>;

function* totalsOf(
  whole: string | null,
  stated: Department['stated'],
  { amount, reach, amountCheck, reachCheck, measures }: Whole,
  at: KeyPath,
  checks: readonly TotalCheck[],
): Generator<StatedTotal> {
  if (stated?.amount && checks.includes(amountCheck)) {
    yield { whole, figure: 'amount', stated: stated.amount, items: amount ?? 0n, measures, at: [...at, 'amount'] };
  }
  if (stated?.reach && checks.includes(reachCheck)) {
    const items = itemisedReach(stated.reach, reach) ?? 0n;
    yield { whole, figure: 'reach', stated: stated.reach, items, measures, at: [...at, 'reach'] };
  }
}
