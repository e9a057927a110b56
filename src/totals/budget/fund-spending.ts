import type { Measure } from '../../domain/campaign/measure.ts';
import { coverage } from '../../domain/campaign/qualifier-coverage.ts';
import type { Interval } from '../../domain/interval.ts';
import type { Fen } from '../../domain/money.ts';
import type { Quantity } from '../../domain/quantity.ts';
import type { Listed } from '../lists/listed.ts';
import type { Budget } from './budget.ts';
import { assignedOf, type FundPlan, fundedMeasures, partOf } from './funds.ts';
import type { MeasureBudget } from './measure-budget.ts';

/** What lists pay: altogether, and of each measure of the plan that they name. */
export interface ListedMoney {
  readonly total: ListedAmount;
  readonly of: ReadonlyMap<Measure, ListedAmount>;
}
export type ListedAmount = Pick<Listed, 'amount' | 'withoutAmount'>;

/** What a fund pays: at least `low`; at most `high`, where that can be said. */
export interface Spending extends Interval {
  readonly low: Fen;
}

/** What a fund may pay: as much as it is allowed to (上限), and as much as it got (已筹). */
export const LIMITS = ['ceiling', 'income'] as const;

/** What a plan charges to a fund; null where nothing is known of it. */
export function plannedSpending({ known, unsplit, bounded }: FundPlan): Spending | null {
  if (known === null && !bounded) return null;
  const low = known ?? 0n;
  return { low, high: bounded ? low + (unsplit ?? 0n) : null };
}

/** What lists pay of a fund's measures; null where they name none of them. */
export function listedSpending({ fund, measures }: FundPlan, { of }: ListedMoney): Spending | null {
  const parts = measures.flatMap((measure) => {
    const paid = of.get(measure.measure);
    return paid ? [listedPart(measure, fund.id, paid)] : [];
  });
  return parts.length > 0 ? parts.reduce(together) : null;
}

const together = (a: Spending, b: Spending): Spending => ({
  low: a.low + b.low,
  high: a.high === null || b.high === null ? null : a.high + b.high,
});

/**
 * A split is the plan's and no list says who paid: a fund that pays with others paid its planned part where the lists pay
 * exactly what is planned, and otherwise anything up to all of it.
 */
function listedPart(found: MeasureBudget, fund: string, { amount, withoutAmount }: ListedAmount): Spending {
  const { measure, adopted } = found;
  const part = partOf(found, fund);
  const high = withoutAmount > 0 ? null : amount;
  const alone = measure.funds.every((share) => share.fund === fund) && (adopted === null || part === adopted);
  if (alone) return { low: amount, high };
  if (part !== null && high !== null && high === adopted && assignedOf(found) <= adopted)
    return { low: part, high: part };
  return { low: 0n, high };
}

/** What a spending leaves of a limit: less than nothing where it is exceeded. */
export function leftOf(
  limit: Quantity | undefined,
  spent: Spending | null,
): (Interval & { readonly high: Fen }) | null {
  if (!limit || !spent) return null;
  return { low: spent.high === null ? null : limit.value - spent.high, high: limit.value - spent.low };
}

/** Whether an amount is more than a limit can stand for: 约30万元 is up to 35万, a bare 30万元 not a fen more. */
export function exceeds(amount: Fen, limit: Quantity): boolean {
  const most = limit.qualifier === 'exact' ? limit.value : coverage(limit).high;
  return most !== null && amount > most;
}

/** What lists pay of measures that no fund is named for, or that the plan does not have. */
export function listedOutsideFunds(budget: Budget, { total, of }: ListedMoney): ListedAmount {
  return fundedMeasures(budget)
    .flatMap(({ measure }) => of.get(measure) ?? [])
    .reduce(
      (rest, { amount, withoutAmount }) => ({
        amount: rest.amount - amount,
        withoutAmount: rest.withoutAmount - withoutAmount,
      }),
      total,
    );
}
