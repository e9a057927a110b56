import type { Campaign, Department } from '../../domain/campaign/campaign.ts';
import type { Count } from '../../domain/campaign/measure.ts';
import type { Fen } from '../../domain/money.ts';
import type { Quantity } from '../../domain/quantity.ts';
import { checkTotal, type Items, type TotalCheck } from './adding-up.ts';
import { counted, isAdded, isFirm, type MeasureBudget, mayBeLess, mayBeMore, measureBudget } from './measure-budget.ts';
import { type Reach, reachOf } from './reach.ts';

/** A sum of measures. */
export interface Subtotal {
  /** Σ adopted, null when nothing is known. */
  readonly amount: Fen | null;
  /** The part of it that is stated or computed from bare figures, and the part that a qualifier makes approximate. */
  readonly firm: Fen | null;
  readonly approximate: Fen | null;
  /** Every measure's amount is known. */
  readonly complete: boolean;
  /** Incomplete or with a part that is 余, and no known part may be less than its figure: the amount is at least this (≥). */
  readonly lowerBound: boolean;
  readonly reach: Reach;
}

export interface DepartmentBudget extends Subtotal {
  readonly department: Department;
  readonly index: number;
  readonly measures: readonly MeasureBudget[];
  /** The amount and the reach that the document states of it against its measures. */
  readonly amountCheck: TotalCheck;
  readonly reachCheck: TotalCheck;
}

export interface Budget {
  readonly campaign: Campaign;
  readonly departments: readonly DepartmentBudget[];
  /** What the measures that are added up come to. */
  readonly itemised: Subtotal;
  /** What those come to that overlap others: shown beside the rest, and added to nothing. Null where none does. */
  readonly overlapping: Subtotal | null;
  /** What the campaign costs: what the document states or, where it states nothing, what is itemised. */
  readonly amount: Fen | null;
  /** `itemised` also where that is what is stated, to the fen. */
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
    return { department, index, measures, ...total, ...statedChecks(department.stated, measures) };
  });
  const measures = departments.flatMap((department) => department.measures);
  const itemised = subtotal(measures);
  const overlapping = counted(measures).filter(({ measure }) => measure.overlaps);
  const stated = campaign.stated?.amount ?? null;
  const checks = statedChecks(campaign.stated, measures);
  const isStated = stated !== null && checks.amountCheck !== 'exact';
  const amount = isStated ? stated.value : itemised.amount;
  return {
    campaign,
    departments,
    itemised,
    overlapping: overlapping.length > 0 ? sumOf(overlapping) : null,
    amount,
    basis: isStated ? 'stated' : amount === null ? 'unknown' : 'itemised',
    ...checks,
  };
}

/** What a document states of a whole, against the measures in it. */
function statedChecks(stated: Department['stated'], measures: readonly MeasureBudget[]) {
  const isAll = stated?.itemised === 'all';
  return {
    amountCheck: checkTotal(stated?.amount, items(measures, isAll)),
    reachCheck: reachCheck(stated?.reach, measures, isAll),
  };
}

/** What was read besides a campaign's own figures. */
export interface ReadInputs {
  readonly listed?: boolean;
  readonly returned?: boolean;
  readonly parts?: boolean;
}

/** What a campaign names besides its own figures and a budget does not read: how many files of each. */
export function unreadInputs({ lists, rosters, returns, parts }: Campaign, read: ReadInputs) {
  return {
    lists: read.listed ? 0 : lists.length,
    rosters: read.listed ? 0 : rosters.length, // they are read with lists, to tell who is who
    returns: read.returned ? 0 : returns.length,
    parts: read.parts ? 0 : parts.length,
  };
}

/** What measures add up to that are summands. */
export function subtotal(all: readonly MeasureBudget[]): Subtotal {
  return sumOf(all.filter(isAdded));
}

/** What a measure counts: whom it reaches, and its lots of goods, whose pieces are not people. */
function countsOf({ reach, measure }: MeasureBudget): Count[] {
  const lots = measure.goods.flatMap(({ quantity }) => quantity ?? []);
  const pieces = lots.filter(({ unit }) => unit === 'pieces' || unit === 'ones' || unit === 'none');
  return [...reach, ...pieces.map((each): Count => ({ ...each, unit: 'pieces' }))];
}

/** What any measures come to, summands or not. */
export function sumOf(measures: readonly MeasureBudget[]): Subtotal {
  const known = measures.filter(({ adopted }) => adopted !== null);
  const add = (some: readonly MeasureBudget[]) => some.reduce((total, { adopted }) => total + (adopted ?? 0n), 0n);
  const firm = add(known.filter(isFirm));
  const total = add(known);
  const complete = measures.length > 0 && known.length === measures.length;
  return {
    amount: known.length > 0 ? total : null,
    firm: known.length > 0 ? firm : null,
    approximate: known.length > 0 ? total - firm : null,
    complete,
    lowerBound: known.length > 0 && (!complete || known.some(mayBeMore)) && !known.some(mayBeLess),
    reach: reachOf(measures.flatMap(countsOf)),
  };
}

function items(all: readonly MeasureBudget[], isAll: boolean): Items {
  const measures = all.filter(isAdded);
  return {
    sum: measures.reduce((total, { adopted }) => total + (adopted ?? 0n), 0n),
    complete: isAll && measures.length > 0 && measures.every(({ adopted }) => adopted !== null),
    open: measures.some(mayBeMore),
  };
}

/** The figure of a reach that a stated count is set against: 人次 against all counts together. */
export function itemisedReach({ unit }: Quantity, reach: Reach): bigint | null {
  if (unit === 'money' || unit === 'none' || unit === 'ones' || unit === 'times' || unit === 'personTimes')
    return reach.all;
  return reach[unit];
}

/**
 * A stated 人次 is set against all counts together, of which a household or a package is at least one: they can be more
 * than stated but never too few. 人 and 户 are distinct counts, which items can exceed without contradicting them, so for
 * those only a shortfall is looked at.
 */
function reachCheck(stated: Quantity | undefined, all: readonly MeasureBudget[], isAll: boolean): TotalCheck {
  if (!stated || stated.unit === 'money' || stated.unit === 'none') return 'unknown';
  const measures = all.filter(isAdded);
  const counts = measures.flatMap(({ reach }) => reach);
  const distinct = stated.unit === 'persons' || stated.unit === 'households';
  const sum = itemisedReach(stated, reachOf(counts));
  if (sum === null) return 'not-itemised';
  const ones = counts.every(
    ({ unit }) => unit === stated.unit || (unit === 'persons' && stated.unit === 'personTimes'),
  );
  const complete = isAll && !distinct && ones && measures.every((measure) => measure.reach.length > 0);
  const open = counts.some(({ qualifier }) => qualifier === 'over' || qualifier === 'atLeast');
  const check = checkTotal(stated, { sum, complete, open });
  return check === 'contradicted' && distinct ? 'unknown' : check;
}
