import type { Measure } from '../../domain/campaign/measure.ts';
import { coverage } from '../../domain/campaign/qualifier-coverage.ts';
import {
  payoutCost,
  type Standard,
  type StandardPart,
  standardUnits,
  standardWords,
} from '../../domain/campaign/standard.ts';
import type { Duration } from '../../domain/duration.ts';
import { contains, type Interval, intersects, product, sum } from '../../domain/interval.ts';
import { type Fen, roundHalfUp } from '../../domain/money.ts';
import type { Quantity } from '../../domain/quantity.ts';
import { type Rate, rateNominal } from '../../domain/rate.ts';
import { rateFits } from '../../domain/unit.ts';

/**
 * Does a stated amount agree with count × standard? To the fen (exact); after half-up rounding to the printed digits
 * (rounded); within a standard's range (in-range); only because a qualifier covers the difference, or the standard is only
 * usual (approximate); not at all (contradicted); or something needed is not stated (unknown).
 */
export type Check = 'exact' | 'rounded' | 'in-range' | 'approximate' | 'contradicted' | 'unknown';

export interface AddingUp {
  /** count × standard at face value, in fen; a standard's range makes it one. Null where it can't be computed. */
  readonly computed: Interval | null;
  readonly check: Check;
  /** Stated − the nearest computed value, in fen, where they differ by more than rounding. */
  readonly difference: Fen | null;
  /** No figure covers the difference, but 一般 contradicts nothing. */
  readonly beyondUsual?: boolean;
}

/** Sets a measure's stated amount against its count and standard, or against what its goods are worth. */
export function addUp({ reach, standard, amount, goods = [] }: Addends): AddingUp {
  const cost = (standard && costOf(reach, standard)) ?? costOfGoods(goods);
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
  if (intersects(tolerance, coverage(amount))) return { computed: nominal, check: 'approximate', difference };
  return isUsual(standard)
    ? { computed: nominal, check: 'approximate', difference, beyondUsual: true }
    : { computed: nominal, check: 'contradicted', difference };
}

type Addends = Pick<Measure, 'reach' | 'standard' | 'amount'> & Partial<Pick<Measure, 'goods'>>;

const isUsual = (standard: Standard | undefined) =>
  [standard?.rate, ...(standard?.tiers ?? []).map(({ rate }) => rate)].some((rate) => rate?.kind === 'usual');

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
  const { tiers = [], joint, duration } = standard;
  const counts = joint ? [] : tierCounts(reach, standard);
  if (tiers.length > 0 && counts.length === tiers.length) {
    const costs = tiers.map((tier, index) =>
      costAt(counts[index] ?? [], { rate: tier.rate, average: averageOf(tier.rate), duration }),
    );
    return costs.every((cost) => cost !== undefined) ? costs.reduce(addCosts) : undefined;
  }
  return reach.length > 0 ? costAt(reach, standard) : undefined;
}

/** How many get each tier: as stated or, where only one does not say, what the others leave of the measure's own count. */
function tierCounts(reach: readonly Quantity[], { tiers = [] }: Standard): Quantity[][] {
  const unsaid = tiers.filter((tier) => !tier.reach);
  const [whole] = reach;
  if (unsaid.length === 0) return tiers.map((tier) => (tier.reach ? [tier.reach] : []));
  if (unsaid.length > 1 || tiers.length < 2 || reach.length !== 1 || !whole) return [];
  const said = tiers.flatMap((tier) => tier.reach ?? []);
  const rest = said.reduce((left, { value }) => left - value, whole.value);
  const isFirm = [whole, ...said].every(({ qualifier }) => qualifier === 'exact');
  if (!isFirm || rest < 0n) return [];
  return tiers.map((tier) => [tier.reach ?? { ...whole, value: rest, step: 1n }]);
}

/** An average stands for its rounding wherever it is written. */
function averageOf(rate: Rate): Rate | undefined {
  return rate.kind === 'average' ? rate : undefined;
}

function costAt(reach: readonly Quantity[], standard: Standard): Cost | undefined {
  const nominalRate = payoutCost(standard, 'nominal');
  const toleratedRate = payoutCost(standard, 'tolerance');
  if (!nominalRate || !toleratedRate) return undefined;
  const counts = reach.map((part) => countFor(part, standard)).filter((count) => count !== undefined);
  if (counts.length < reach.length) return undefined;
  const total = (bounds: (part: Quantity) => Interval) => counts.map(bounds).reduce(sum);
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

/** What the cash or the goods of all payouts are worth, in fen; null where that is no single figure. */
export function partAmount(
  { rate }: StandardPart,
  reach: readonly Quantity[],
  duration: Duration | undefined,
): Fen | null {
  const cost = rate && reach.length > 0 ? costAt(reach, { rate, duration }) : undefined;
  return cost && cost.nominal.low === cost.nominal.high ? cost.nominal.low : null;
}

/** The count that a standard can be multiplied by, of the two that one fact may have; undefined where none can. */
function countFor(part: Quantity, standard: Standard): Quantity | undefined {
  const units = standardUnits(standard);
  const words = standardWords(standard);
  const fits = ({ unit, orUnit, word }: Quantity) => {
    if (unit === 'none') return true;
    if (unit === 'money') return false;
    const alike =
      word === undefined || words.length === 0 || word === '件' || [word, '件'].some((each) => words.includes(each));
    return (alike && rateFits(units, unit)) || (orUnit !== undefined && rateFits(units, orUnit));
  };
  return [part, ...(part.also ? [part.also] : [])].find(fits);
}

/** A count and a standard that do not meet: what they come to at least, where each household has a person at least. */
export interface Unmet {
  readonly atLeast: Fen | null;
}

/** Whether a measure's count and standard are of unlike units, so that nothing is computed of them. */
export function unmetUnits(reach: readonly Quantity[], standard: Standard | undefined): Unmet | null {
  const rate = standard && payoutCost(standard, 'nominal');
  if (!rate || reach.length === 0 || reach.every((part) => countFor(part, standard))) return null;
  const perPerson = standardUnits(standard).every((unit) => unit === 'persons' || unit === 'personTimes');
  const ofHouseholds = reach.every(({ unit }) => unit === 'households' || unit === 'householdTimes');
  const count = reach.reduce((all, { value }) => all + value, 0n);
  return { atLeast: perPerson && ofHouseholds && rate.low !== null ? count * rate.low : null };
}

/** What lots of goods are worth, where each says it. */
function costOfGoods(goods: Measure['goods']): Cost | undefined {
  const costs = goods.map(lotCost);
  return costs.length > 0 && costs.every((cost) => cost !== undefined) ? costs.reduce(addCosts) : undefined;
}

/** The value of one times how many or, where it names no unit, of all of them. */
function lotCost({ quantity, value }: Measure['goods'][number]): Cost | undefined {
  if (!value) return undefined;
  const isOfOne = value.per.length > 0;
  if (isOfOne) return quantity && costAt([quantity], { rate: value });
  const nominal = rateNominal(value);
  return {
    nominal,
    printed: coverage(value.low),
    tolerance: { low: coverage(value.low).low, high: coverage(value.high).high },
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
  /** The document says that its items are all, and every one is known. */
  readonly complete: boolean;
  /** An item is 余/多/以上: it may be more than its figure. */
  readonly open: boolean;
}

/**
 * Sets a stated whole against its items at face value; only the whole's own qualifier gives tolerance. Items above it
 * contradict it; items below do so only when they are said to be all, are known and none may be more, and are otherwise
 * not itemised.
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
