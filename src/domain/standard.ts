import { hull, type Interval } from './interval.ts';
import type { Quantity } from './quantity.ts';
import { type Rate, rateCoverage, rateNominal } from './rate.ts';
import type { ReachUnit } from './unit.ts';

/** One step of a standard that depends on the household's size, the age, the category or who funds it. */
export interface Tier {
  /** `1`, `2-4` or `2+` people. */
  readonly household?: string | undefined;
  /** `60-79` or `80+` years. */
  readonly age?: string | undefined;
  readonly category?: string | undefined;
  readonly funder?: string | undefined;
  readonly rate: Rate;
  /** How many get this rate, where the document says. */
  readonly reach?: Quantity | undefined;
}

/** A base and what is added to it for each further person, up to a limit. */
interface Increase {
  readonly base: Rate;
  readonly each: Rate;
  readonly upTo?: Rate | undefined;
}

/** What one payout of a measure is to be. A document may give a range, a ceiling and an average at once. */
export interface Standard {
  /** As printed, when it is given in one phrase. */
  readonly text?: string | undefined;
  /** A fixed or usual rate, or a range. */
  readonly rate?: Rate | undefined;
  readonly average?: Rate | undefined;
  readonly ceiling?: Rate | undefined;
  readonly tiers?: readonly Tier[] | undefined;
  readonly increase?: Increase | undefined;
  /** Who is to set the standard, when the document does not (各街镇自定). */
  readonly delegatedTo?: string | undefined;
}

/** The units that a standard's rates are per, without repetition; none where no rate names one. */
export function standardUnits(standard: Standard): ReachUnit[] {
  const rates = [
    standard.rate,
    standard.average,
    standard.ceiling,
    standard.increase?.base,
    ...(standard.tiers ?? []).map((tier) => tier.rate),
  ];
  return [...new Set(rates.flatMap((rate) => rate?.per ?? []))];
}

/** Is a standard known to be per household (每户, 户次), and per nothing else? */
export function isPerHousehold(standard: Standard): boolean {
  const units = standardUnits(standard);
  return units.length > 0 && units.every((unit) => unit === 'households' || unit === 'householdTimes');
}

/** What every payout of a standard is, in fen; null where it leaves a choice, says 约 or 一般, or leaves it to somebody. */
export function fixedAmount({ rate, average, ceiling, tiers, increase, delegatedTo }: Standard): bigint | null {
  const leavesOpen = [average, ceiling, tiers, increase, delegatedTo].some((each) => each !== undefined);
  if (!rate || leavesOpen || rate.kind !== 'fixed') return null;
  const isExact = rate.low.qualifier === 'exact' && rate.high.qualifier === 'exact';
  return isExact && rate.low.value === rate.high.value ? rate.low.value : null;
}

/**
 * What one payout costs, in fen: its nominal bounds or, `within` tolerance, all that the figures as printed may stand
 * for. Undefined where the document leaves the standard open. An average decides over the range and ceiling beside it.
 */
export function payoutCost(standard: Standard, within: 'nominal' | 'tolerance'): Interval | undefined {
  const bounds = within === 'nominal' ? rateNominal : rateCoverage;
  if (standard.average) return bounds(standard.average);
  if (standard.tiers) return standard.tiers.map((tier) => bounds(tier.rate)).reduce(hull);
  if (standard.increase) {
    const { base, upTo } = standard.increase;
    return { low: bounds(base).low, high: upTo ? bounds(upTo).high : null };
  }
  const rate = standard.rate && bounds(standard.rate);
  if (!standard.ceiling) return rate;
  return { low: rate?.low ?? null, high: bounds(standard.ceiling).high };
}
