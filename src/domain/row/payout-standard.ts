import { payoutCost, recurring, type Standard, type Tier } from '../campaign/standard.ts';
import { type Duration, type Recurrence, timesWithin } from '../duration.ts';
import { contains, type Interval, product, sum } from '../interval.ts';
import type { Fen } from '../money.ts';
import { type Rate, rateCoverage, rateNominal } from '../rate.ts';
import { fitsCondition } from './condition.ts';
import type { SaidTiers } from './said-tiers.ts';

/** What a row says that its standard may depend on; null where it does not say. */
export interface PayoutFacts {
  readonly amount: Fen;
  readonly householdSize: number | null;
  readonly age: number | null;
  readonly quantity: number | null;
  /** What its remark says of the step that is due. */
  readonly said?: SaidTiers | null;
}

/** Whether an amount is one that its standard allows; `soft` where the standard is 一般 or 约. */
export type StandardVerdict = 'fits' | 'off' | 'soft-off';

/**
 * Judges one payout. Null where the standard leaves it open: nothing is stated, somebody else sets it, it recurs for nobody
 * knows how long, or it is an average or usual, which no single row can break (a range or ceiling beside it can be).
 */
export function judgeAmount(standard: Standard, given: PayoutFacts): StandardVerdict | null {
  const facts = { ...given, householdSize: given.householdSize ?? given.said?.householdSize ?? null };
  const rates = ratesFor(standard, facts);
  const allowed = [
    ...rates.flatMap((rate) => multiples(rate, facts, standard.duration)),
    ...together(standard, facts, rates),
  ];
  const steps = standard.increase ? increased(standard.increase, facts) : [];
  if (allowed.length + steps.length === 0) return null;
  if ([...allowed, ...steps].some((interval) => contains(interval, facts.amount))) return 'fits';
  return [...rates, ...(standard.increase ? [standard.increase.base, standard.increase.each] : [])].some(isSoft)
    ? 'soft-off'
    : 'off';
}

/** Is there any payout that the standard would find off? */
export const judgesAmounts = (standard: Standard): boolean =>
  judgeAmount(standard, { amount: 1n, householdSize: null, age: null, quantity: null }) !== null;

/** May a payout get more or less by what its row says of whom it is for? */
export const hasSteps = ({ joint, increase, tiers = [] }: Standard): boolean =>
  !joint && (increase !== undefined || areOfDifferentRates(tiers));

/**
 * Does a row not say what decides which step is due to it: the size of a household, an age, or, where each step is of a category, any of
 * those? Whatever any of these steps allows then passes.
 */
export function isStepOpen(
  { increase, joint, tiers = [] }: Standard,
  { householdSize, age, said }: PayoutFacts,
): boolean {
  if (joint) return false;
  const size = householdSize ?? said?.householdSize ?? null;
  if (increase && size === null) return true;
  const open = openTiers(tiers, { householdSize: size, age, said: said ?? null });
  const lacks =
    (size === null && open.some(({ household }) => household !== undefined)) ||
    (age === null && open.some((tier) => tier.age !== undefined)) ||
    (!said && tiers.every(({ category }) => category !== undefined));
  return lacks && areOfDifferentRates(open);
}

const areOfDifferentRates = (tiers: readonly Tier[]) => new Set(tiers.map(({ rate }) => rate.text)).size > 1;

/** From the least to the most that a standard names for one payout, by whatever rate; null where it names none. */
export function amountBounds(standard: Standard): { low: Fen; high: Fen } | null {
  const { rate, ceiling, tiers = [], parts = [], increase, duration } = standard;
  const rates = [rate, ceiling, ...[...tiers, ...parts].map((each) => each.rate), increase?.base, increase?.upTo];
  const figures = rates.flatMap((each) => {
    if (!each) return [];
    const whole = recurring(rateNominal(each), each, duration);
    return [rateNominal(each), ...(whole ? [whole] : [])];
  });
  const whole = standard.joint || parts.length > 0 ? payoutCost(standard, 'nominal') : undefined;
  if (whole) figures.push(whole);
  const named = figures.flatMap(({ low, high }) => [low, high]).filter((bound) => bound !== null && bound > 0n);
  const [first, ...others] = named as Fen[];
  if (first === undefined) return null;
  return others.reduce(
    ({ low, high }, bound) => ({ low: bound < low ? bound : low, high: bound > high ? bound : high }),
    { low: first, high: first },
  );
}

/** The rates that a row of these facts can have been paid by. */
function ratesFor({ rate, ceiling, tiers = [], parts = [] }: Standard, facts: PayoutFacts): Rate[] {
  return [rate, ceiling, ...[...openTiers(tiers, facts), ...parts].map((each) => each.rate)].filter(
    (each) => each !== undefined && each.kind !== 'average' && each.kind !== 'usual',
  ) as Rate[];
}

/** The tiers that may be due to a row of these facts. What it does not say excludes none. */
function openTiers(
  tiers: readonly Tier[],
  { householdSize, age, said }: Pick<PayoutFacts, 'householdSize' | 'age' | 'said'>,
): Tier[] {
  const fits = (condition: string | undefined, value: number | null) =>
    condition === undefined || value === null || fitsCondition(condition, value);
  return tiers.filter(
    (tier) => (!said || said.open.has(tier)) && fits(tier.household, householdSize) && fits(tier.age, age),
  );
}

/** All that one payout gets together: from each funder of a joint standard, in cash and goods of one in parts, as far as they have a value. */
function together({ joint, parts = [], duration }: Standard, facts: PayoutFacts, rates: readonly Rate[]): Interval[] {
  const isWhole = (joint || parts.length > 0) && rates.length > 1;
  if (!isWhole) return [];
  const each = rates.map((rate) => multiples(rate, facts, duration));
  const least = Math.min(...each.map((intervals) => intervals.length));
  return Array.from({ length: least }, (_, times) => each.flatMap((intervals) => intervals[times] ?? []).reduce(sum));
}

function boundsOf(rate: Rate): Interval {
  const { low, high } = isSoft(rate) ? rateCoverage(rate) : rateNominal(rate);
  return { low: low ?? 1n, high };
}

const isSoft = ({ kind, low, high }: Rate) =>
  kind === 'usual' || low.qualifier !== 'exact' || high.qualifier !== 'exact';

/** Once, or for everybody in the household where the rate is per person, or for each package. */
function multiples(rate: Rate, { householdSize, quantity }: PayoutFacts, duration: Duration | undefined): Interval[] {
  const bounds = boundsOf(rate);
  if (rate.each) return overTime(bounds, rate.each, duration);
  const counts = [
    1,
    ...(householdSize !== null && rate.per.some((unit) => unit === 'persons') ? [householdSize] : []),
    ...(quantity !== null ? [quantity] : []),
  ];
  return counts.map((count) => product(bounds, { low: BigInt(count), high: BigInt(count) }));
}

/** So many months as have been paid, up to all of them; nothing where nobody says how many there are. */
function overTime(once: Interval, each: Recurrence, duration: Duration | undefined): Interval[] {
  const most = (duration && timesWithin(each, duration)?.high) ?? 0n;
  const times = Math.min(Number(most), MOST_TIMES);
  return Array.from({ length: times }, (_, index) =>
    product(once, { low: BigInt(index + 1), high: BigInt(index + 1) }),
  );
}

const MOST_TIMES = 366;

/** A base and so much for each further person; where the size is not known, any number of them up to the limit. */
function increased(
  { base, each, upTo }: NonNullable<Standard['increase']>,
  { householdSize }: PayoutFacts,
): Interval[] {
  const limit = upTo ? boundsOf(upTo).high : null;
  const sizes =
    householdSize === null ? Array.from({ length: LARGEST_HOUSEHOLD }, (_, size) => size + 1) : [householdSize];
  return sizes.map((size) => {
    const further = BigInt(Math.max(0, size - 1));
    const { low, high } = sum(boundsOf(base), product(boundsOf(each), { low: further, high: further }));
    const capped = (bound: Fen | null) => (limit !== null && (bound === null || bound > limit) ? limit : bound);
    return { low: capped(low), high: capped(high) };
  });
}

const LARGEST_HOUSEHOLD = 20;
