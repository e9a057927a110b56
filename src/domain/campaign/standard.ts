import { type Duration, timesWithin } from '../duration.ts';
import { hull, type Interval, product, sum } from '../interval.ts';
import type { Quantity } from '../quantity.ts';
import { type Rate, rateCoverage, rateNominal } from '../rate.ts';
import type { CountUnit } from '../unit.ts';

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

/** Cash or goods of one payout: 2000元现金, 500元物品, 米面油1套. */
export interface StandardPart {
  readonly form: 'cash' | 'goods';
  /** What it is worth, where the document says. */
  readonly rate?: Rate | undefined;
  readonly text: string;
}

/** So much of a base that the campaign names: 低保标准的50%. */
export interface BaseShare {
  readonly base: string;
  /** In hundredths of a percent. */
  readonly share: bigint;
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
  /** Each payout gets all tiers (国家150元 and 省55元); else it gets one of them. */
  readonly joint?: boolean | undefined;
  /** Each payout gets all of them, each in its own form. */
  readonly parts?: readonly StandardPart[] | undefined;
  /** How long what recurs (每月600元) is given. */
  readonly duration?: Duration | undefined;
  readonly share?: BaseShare | undefined;
  readonly increase?: Increase | undefined;
  /** Who is to set the standard, when the document does not (各街镇自定). */
  readonly delegatedTo?: string | undefined;
}

const ratesOf = ({ rate, average, ceiling, increase, tiers = [], parts = [] }: Standard): Rate[] =>
  [rate, average, ceiling, increase?.base, ...[...tiers, ...parts].map((each) => each.rate)].filter(
    (each) => each !== undefined,
  );

/** The units that a standard's rates are per, without repetition; none where no rate names one. */
export function standardUnits(standard: Standard): CountUnit[] {
  return [...new Set(ratesOf(standard).flatMap((rate) => rate.per))];
}

/** The measure words of those that are pieces or institutions. */
export function standardWords(standard: Standard): string[] {
  return [...new Set(ratesOf(standard).flatMap((rate) => rate.words ?? []))];
}

/** Is a standard known to be per household (每户, 户次), and per nothing else? */
export function isPerHousehold(standard: Standard): boolean {
  const units = standardUnits(standard);
  return units.length > 0 && units.every((unit) => unit === 'households' || unit === 'householdTimes');
}

/**
 * What every payout of a standard is, in fen; null where it leaves a choice, says 约 or 一般, recurs, or leaves it to
 * somebody.
 */
export function fixedAmount({ rate, average, ceiling, tiers, parts, increase, delegatedTo }: Standard): bigint | null {
  const leavesOpen = [average, ceiling, tiers, parts, increase, delegatedTo].some((each) => each !== undefined);
  if (!rate || leavesOpen || rate.kind !== 'fixed' || rate.each) return null;
  const isExact = rate.low.qualifier === 'exact' && rate.high.qualifier === 'exact';
  return isExact && rate.low.value === rate.high.value ? rate.low.value : null;
}

/**
 * What one payout costs, in fen: its nominal bounds or, `within` tolerance, all that the figures as printed may stand
 * for. Undefined where the document leaves the standard open, or does not say how long what recurs is given. An average
 * decides over the range and ceiling beside it; goods without a value leave the upper end open.
 */
export function payoutCost(standard: Standard, within: 'nominal' | 'tolerance'): Interval | undefined {
  const once = within === 'nominal' ? rateNominal : rateCoverage;
  const bounds = (rate: Rate) => recurring(once(rate), rate, standard.duration);
  const { average, tiers, joint, parts, increase, rate, ceiling } = standard;
  if (average) return bounds(average);
  if (tiers)
    return joined(
      tiers.map((tier) => bounds(tier.rate)),
      joint ? sum : hull,
    );
  if (parts)
    return joined(
      parts.map((part) => (part.rate ? bounds(part.rate) : UNVALUED)),
      sum,
    );
  if (increase) {
    const { base, upTo } = increase;
    return { low: bounds(base)?.low ?? null, high: (upTo && bounds(upTo)?.high) ?? null };
  }
  const own = rate && bounds(rate);
  return ceiling ? { low: own?.low ?? null, high: bounds(ceiling)?.high ?? null } : own;
}

const UNVALUED: Interval = { low: 0n, high: null };

function joined(all: readonly (Interval | undefined)[], join: (a: Interval, b: Interval) => Interval) {
  const known = all.filter((each) => each !== undefined);
  return known.length === all.length && known.length > 0 ? known.reduce(join) : undefined;
}

/** So much of a base: 50% of 1510元/人. Half a fen is a whole one. */
export function shareOfBase(base: Rate, { share }: BaseShare): Rate {
  const part = (quantity: Quantity): Quantity => ({
    ...quantity,
    value: (quantity.value * share + 5000n) / 10_000n,
    step: 1n,
  });
  return { ...base, low: part(base.low), high: part(base.high) };
}

/** Is it paid time after time: 每月600元? */
export const recurs = (standard: Standard): boolean => ratesOf(standard).some(({ each }) => each !== undefined);

/** What a rate comes to over a duration. */
export function recurring(once: Interval, { each }: Rate, duration: Duration | undefined): Interval | undefined {
  if (!each) return once;
  const times = duration && timesWithin(each, duration);
  return times && product(once, times);
}
