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
import { type Interval, product, sum } from '../../domain/interval.ts';
import type { Fen } from '../../domain/money.ts';
import type { Quantity } from '../../domain/quantity.ts';
import { type Rate, rateNominal } from '../../domain/rate.ts';
import { rateFits } from '../../domain/unit.ts';

/** What a count at a standard, or goods, cost, in fen. */
interface Cost {
  /** At face value. */
  readonly nominal: Interval;
  /** All that bare figures may stand for as printed: a count of 3.8万 is 3.75万 up to 3.85万. */
  readonly printed: Interval;
  /** All that the figures may stand for, qualifiers included. */
  readonly tolerance: Interval;
}

/** What a count at a standard costs, in fen; undefined when either is missing or the rate is per something else. */
export function costOf(reach: readonly Quantity[], standard: Standard): Cost | undefined {
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
export function costOfGoods(goods: Measure['goods']): Cost | undefined {
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
