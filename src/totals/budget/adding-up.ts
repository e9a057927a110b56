import type { Measure } from '../../domain/campaign/measure.ts';
import { coverage } from '../../domain/campaign/qualifier-coverage.ts';
import type { Standard } from '../../domain/campaign/standard.ts';
import { contains, type Interval, intersects } from '../../domain/interval.ts';
import { type Fen, roundHalfUp } from '../../domain/money.ts';
import type { Quantity } from '../../domain/quantity.ts';
import { costOf, costOfGoods } from './cost.ts';

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
