import type { Campaign, Department } from '../domain/campaign.ts';
import type { Interval } from '../domain/interval.ts';
import type { Count, Measure } from '../domain/measure.ts';
import type { Fen } from '../domain/money.ts';
import type { Quantity } from '../domain/quantity.ts';
import { REACH_UNITS, type ReachUnit } from '../domain/unit.ts';
import { addUp, type Check, checkTotal, type Items, type TotalCheck } from './adding-up.ts';

/** Where an adopted amount comes from. */
type Basis = 'stated' | 'computed' | 'unknown';

/** Counts by what they count; null where no figure is known (unknown is never 0). */
export type Reach = Readonly<Record<ReachUnit, bigint | null>>;

/** One measure's plan: what is stated, what count × standard gives, what the budget uses. Money in fen. */
export interface MeasureBudget {
  readonly measure: Measure;
  /** Index of the department and of the measure in it, as in the campaign file. */
  readonly at: readonly [department: number, measure: number];
  /** What is counted, and how many; null when nothing is, or several units that do not add up. */
  readonly unit: ReachUnit | null;
  readonly count: bigint | null;
  readonly reach: readonly Count[];
  readonly stated: Quantity | null;
  readonly computed: Interval | null;
  readonly check: Check;
  readonly difference: Fen | null;
  readonly adopted: Fen | null;
  readonly basis: Basis;
}

/** A sum of measures. */
export interface Subtotal {
  /** Σ adopted, null when nothing is known. */
  readonly amount: Fen | null;
  /** The part of it that is stated or computed from bare figures, and the part that a qualifier makes approximate. */
  readonly firm: Fen | null;
  readonly approximate: Fen | null;
  /** Every measure's amount is known. */
  readonly complete: boolean;
  /** Incomplete, and no known part may be less than its figure: the amount is at least this (≥). */
  readonly lowerBound: boolean;
  readonly reach: Reach;
}

export interface DepartmentBudget extends Subtotal {
  readonly department: Department;
  readonly index: number;
  readonly measures: readonly MeasureBudget[];
  readonly check: TotalCheck;
}

export interface Budget {
  readonly campaign: Campaign;
  readonly departments: readonly DepartmentBudget[];
  /** What the measures that count add up to. */
  readonly itemised: Subtotal;
  /** Itemised figures overlap, so that adding them up does not give the campaign's amount. */
  readonly overlapping: boolean;
  /** What the campaign costs: what is itemised or, where that overlaps or is unknown, what the document states. */
  readonly amount: Fen | null;
  readonly basis: 'itemised' | 'stated' | 'unknown';
  /** The stated amount and reach against the items. */
  readonly amountCheck: TotalCheck;
  readonly reachCheck: TotalCheck;
}

/** The plan in figures. Pure: the same campaign gives the same budget. */
export function budgetOf(campaign: Campaign): Budget {
  const departments = campaign.departments.map((department, index): DepartmentBudget => {
    const measures = department.measures.map((measure, position) => measureBudget(measure, [index, position]));
    const total = subtotal(measures);
    return { department, index, measures, ...total, check: checkTotal(department.stated?.amount, items(measures)) };
  });
  const measures = departments.flatMap((department) => department.measures);
  const itemised = subtotal(measures);
  const stated = campaign.stated?.amount ?? null;
  const overlapping = counted(measures).some(({ measure }) => measure.overlaps);
  const useStated = stated !== null && (overlapping || itemised.amount === null);
  const amount = useStated ? stated.value : itemised.amount;
  return {
    campaign,
    departments,
    itemised,
    overlapping,
    amount,
    basis: useStated ? 'stated' : amount === null ? 'unknown' : 'itemised',
    amountCheck: overlapping ? overlapCheck(stated) : checkTotal(stated ?? undefined, items(measures)),
    reachCheck: reachCheck(campaign.stated?.reach, measures, overlapping),
  };
}

/** Overlapping items neither prove nor contradict a total. */
function overlapCheck(stated: Quantity | null): TotalCheck {
  return stated ? 'not-itemised' : 'unknown';
}

/** What a campaign names besides its own figures and a budget of the plan alone does not read: how many files of each. */
export function unreadInputs({ lists, rosters, returns, parts }: Campaign) {
  return { lists: lists.length, rosters: rosters.length, returns: returns.length, parts: parts.length };
}

/** The measures that belong to this campaign (`counts: false` is history). */
export function counted(measures: readonly MeasureBudget[]): MeasureBudget[] {
  return measures.filter(({ measure }) => measure.counts);
}

function measureBudget(measure: Measure, at: readonly [number, number]): MeasureBudget {
  const { computed, check, difference } = addUp(measure);
  const reach = measure.reach as readonly Count[];
  const units = [...new Set(reach.map(({ unit }) => unit))];
  const stated = measure.amount ?? null;
  const single = computed !== null && computed.low === computed.high ? computed.low : null;
  return {
    measure,
    at,
    unit: units.length === 1 ? (units[0] ?? null) : null,
    count: units.length === 1 ? reach.reduce((total, { value }) => total + value, 0n) : null,
    reach,
    stated,
    computed,
    check,
    difference,
    adopted: stated?.value ?? single,
    basis: stated ? 'stated' : single === null ? 'unknown' : 'computed',
  };
}

/** Nothing that makes the adopted amount is qualified. */
function isFirm({ basis, stated, reach, measure }: MeasureBudget): boolean {
  if (basis === 'stated') return stated?.qualifier === 'exact';
  const { rate, tiers = [] } = measure.standard ?? {};
  const rates = [rate, ...tiers.map((tier) => tier.rate)].filter((each) => each !== undefined);
  const firmRate = rates.length > 0 && rates.every(({ kind, low }) => kind === 'fixed' && low.qualifier === 'exact');
  return firmRate && reach.every(({ qualifier }) => qualifier === 'exact');
}

function subtotal(all: readonly MeasureBudget[]): Subtotal {
  const measures = counted(all);
  const known = measures.filter(({ adopted }) => adopted !== null);
  const add = (some: readonly MeasureBudget[]) => some.reduce((total, { adopted }) => total + (adopted ?? 0n), 0n);
  const firm = add(known.filter(isFirm));
  const total = add(known);
  const complete = measures.length > 0 && known.length === measures.length;
  const mayBeLess = known.some(({ stated }) => stated?.qualifier === 'nearly' || stated?.qualifier === 'atMost');
  return {
    amount: known.length > 0 ? total : null,
    firm: known.length > 0 ? firm : null,
    approximate: known.length > 0 ? total - firm : null,
    complete,
    lowerBound: known.length > 0 && !complete && !mayBeLess,
    reach: reachOf(measures),
  };
}

function items(all: readonly MeasureBudget[]): Items {
  const measures = counted(all);
  return {
    sum: measures.reduce((total, { adopted }) => total + (adopted ?? 0n), 0n),
    complete: measures.length > 0 && measures.every(({ adopted }) => adopted !== null),
    open: measures.some(({ stated, reach }) => (stated ? mayBeMore(stated) : reach.some(mayBeMore))),
  };
}

function mayBeMore({ qualifier }: Quantity): boolean {
  return qualifier === 'over' || qualifier === 'atLeast';
}

function reachOf(measures: readonly MeasureBudget[]): Reach {
  const counts = measures.flatMap(({ reach }) => reach);
  const total = (unit: ReachUnit) => {
    const same = counts.filter((count) => count.unit === unit);
    return same.length > 0 ? same.reduce((sum, { value }) => sum + value, 0n) : null;
  };
  return Object.fromEntries(REACH_UNITS.map((unit) => [unit, total(unit)])) as Reach;
}

/** All counts together, as 人次: each person, household or package is reached at least once. Null when none is known. */
export function allReach(reach: Reach): bigint | null {
  const known = REACH_UNITS.flatMap((unit) => reach[unit] ?? []);
  return known.length > 0 ? known.reduce((sum, count) => sum + count, 0n) : null;
}

/**
 * A stated 人次 is set against all counts together. 人 and 户 are distinct counts, which items can exceed without
 * contradicting them, so for those only a shortfall is looked at.
 */
function reachCheck(stated: Quantity | undefined, all: readonly MeasureBudget[], overlapping: boolean): TotalCheck {
  if (!stated || stated.unit === 'money' || stated.unit === 'none') return 'unknown';
  const measures = counted(all);
  const reach = reachOf(measures);
  const distinct = stated.unit === 'persons' || stated.unit === 'households' || overlapping;
  const sum = stated.unit === 'personTimes' ? allReach(reach) : reach[stated.unit];
  if (sum === null) return 'not-itemised';
  const complete = measures.every((measure) => measure.reach.length > 0);
  const open = measures.some((measure) => measure.reach.some(mayBeMore));
  const check = checkTotal(stated, { sum, complete: complete && !distinct, open });
  return check === 'contradicted' && distinct ? 'unknown' : check;
}
