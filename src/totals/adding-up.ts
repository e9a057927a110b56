import { contains, type Interval, intersects, product, sum } from '../domain/interval.ts';
import type { Measure } from '../domain/measure.ts';
import { type Fen, roundHalfUp } from '../domain/money.ts';
import { coverage, type Quantity } from '../domain/quantity.ts';
import type { Rate } from '../domain/rate.ts';
import { payoutCost, type Standard, standardUnits } from '../domain/standard.ts';
import { rateFits } from '../domain/unit.ts';

/**
 * Does a stated amount agree with count × standard? To the fen (exact); after half-up rounding to the printed digits
 * (rounded); within a standard's range (in-range); only because a qualifier covers the difference (approximate); not at
 * all (contradicted); or something needed is not stated (unknown).
 */
export type Check = 'exact' | 'rounded' | 'in-range' | 'approximate' | 'contradicted' | 'unknown';

export interface AddingUp {
  /** count × standard at face value, in fen; a standard's range makes it one. Null where it can't be computed. */
  readonly computed: Interval | null;
  readonly check: Check;
  /** Stated − the nearest computed value, in fen, where they differ by more than rounding. */
  readonly difference: Fen | null;
}

/** Sets a measure's stated amount against its count and standard. */
export function addUp({ reach, standard, amount }: Pick<Measure, 'reach' | 'standard' | 'amount'>): AddingUp {
  const cost = standard && costOf(reach, standard);
  if (!cost) return { computed: null, check: 'unknown', difference: null };
  const { nominal, tolerance } = cost;
  if (!amount) return { computed: nominal, check: 'unknown', difference: null };
  const printed = coverage({ ...amount, qualifier: 'exact' });
  const agrees = (check: Check): AddingUp => ({ computed: nominal, check, difference: null });
  if (nominal.low !== null && nominal.low === nominal.high) {
    if (nominal.low === amount.value) return agrees('exact');
    if (roundHalfUp(nominal.low, amount.step) === amount.value || intersects(cost.printed, printed))
      return agrees('rounded');
  } else if (intersects(nominal, printed)) {
    return agrees('in-range');
  }
  const difference = amount.value - nearestEnd(nominal, amount.value);
  const covered = intersects(tolerance, coverage(amount));
  return { computed: nominal, check: covered ? 'approximate' : 'contradicted', difference };
}

interface Cost {
  /** At face value. */
  readonly nominal: Interval;
  /** All that bare figures may stand for as printed: a count of 3.8万 is 3.75万 up to 3.85万. */
  readonly printed: Interval;
  /** All that the figures may stand for, qualifiers included. */
  readonly tolerance: Interval;
}

/** What a count at a standard costs, in fen; undefined when either is missing or the rate is per something else. */
function costOf(reach: readonly Quantity[], standard: Standard): Cost | undefined {
  const { tiers = [] } = standard;
  if (tiers.length > 0 && tiers.every((tier) => tier.reach)) {
    const costs = tiers.map((tier) =>
      costAt(tier.reach ? [tier.reach] : [], { rate: tier.rate, average: averageOf(tier.rate) }),
    );
    return costs.every((cost) => cost !== undefined) ? costs.reduce(addCosts) : undefined;
  }
  return reach.length > 0 ? costAt(reach, standard) : undefined;
}

/** An average stands for its rounding wherever it is written. */
function averageOf(rate: Rate): Rate | undefined {
  return rate.kind === 'average' ? rate : undefined;
}

function costAt(reach: readonly Quantity[], standard: Standard): Cost | undefined {
  const nominalRate = payoutCost(standard, 'nominal');
  const toleratedRate = payoutCost(standard, 'tolerance');
  if (!nominalRate || !toleratedRate) return undefined;
  const units = standardUnits(standard);
  if (!reach.every(({ unit }) => unit === 'none' || (unit !== 'money' && rateFits(units, unit)))) return undefined;
  const total = (bounds: (part: Quantity) => Interval) => reach.map(bounds).reduce(sum);
  const rounded = standard.average ? toleratedRate : nominalRate;
  return {
    nominal: product(total(faceValue), nominalRate),
    printed: product(
      total((part) => (part.qualifier === 'exact' ? coverage(part) : faceValue(part))),
      rounded,
    ),
    tolerance: product(total(coverage), toleratedRate),
  };
}

function addCosts(a: Cost, b: Cost): Cost {
  return {
    nominal: sum(a.nominal, b.nominal),
    printed: sum(a.printed, b.printed),
    tolerance: sum(a.tolerance, b.tolerance),
  };
}

function faceValue({ value }: Quantity): Interval {
  return { low: value, high: value };
}

function nearestEnd({ low, high }: Interval, value: bigint): bigint {
  if (low !== null && value < low) return low;
  if (high !== null && value > high) return high;
  return value;
}

/** How the sum of items stands to the whole that the document states. */
export type TotalCheck = 'exact' | 'rounded' | 'approximate' | 'not-itemised' | 'contradicted' | 'unknown';

/** The items of a total, as far as they are known. */
export interface Items {
  readonly sum: bigint;
  /** Every item is known. */
  readonly complete: boolean;
  /** An item is 余/多/以上: it may be more than its figure. */
  readonly open: boolean;
}

/**
 * Sets a stated whole against its items at face value; only the whole's own qualifier gives tolerance. Items above it
 * contradict it; items below do so only when all are known and none may be more, and are otherwise not itemised.
 */
export function checkTotal(stated: Quantity | undefined, { sum, complete, open }: Items): TotalCheck {
  if (!stated) return 'unknown';
  if (sum === stated.value) return 'exact';
  if (roundHalfUp(sum, stated.step) === stated.value) return 'rounded';
  const covers = coverage(stated);
  if (contains(covers, sum)) return 'approximate';
  const above = covers.high !== null && sum > covers.high;
  return above || (complete && !open) ? 'contradicted' : 'not-itemised';
}
