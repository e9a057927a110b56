import { share } from '../../domain/campaign/share.ts';
import type { Fen } from '../../domain/money.ts';
import type { Lists } from '../../engine/lists.ts';
import type { Budget, DepartmentBudget } from '../budget/budget.ts';
import { counted, isAdded, type MeasureBudget } from '../budget/measure-budget.ts';
import type { Reach } from '../budget/reach.ts';
import type { Listed, ListedTotals } from '../lists/listed.ts';
import { usualAmount } from '../lists/usual-amount.ts';
import type { Reconciled } from '../reconcile/reconciled.ts';
import type { Reconciliation } from '../reconcile/reconciliation.ts';
import { type Late, lateByDepartment, lateInAll } from './late.ts';
import type { Ending } from './payout-deadline.ts';

/** What is planned for a department or for all. */
export interface Planned {
  readonly amount: Fen | null;
  /** All counts together, as 人次; null where none is known. */
  readonly count: bigint | null;
  readonly reach: Reach;
  /** The amount is at least this (≥). */
  readonly lowerBound: boolean;
  /** Nothing is missing from the figure and nothing is in it twice, so that a share of it means something. */
  readonly whole: { readonly amount: boolean; readonly count: boolean };
}

/** How far the payouts of a department, or of all, have come. */
export interface Progress {
  /** Null where the campaign does not have the department. */
  readonly planned: Planned | null;
  /** Null where no list names it. */
  readonly listed: Listed | null;
  /** Null where nothing is listed, or no deadline binds payouts. */
  readonly late: Late | null;
  /** What the bank did; null where nothing is listed, or no bank returns were read. */
  readonly reconciled: Reconciled | null;
}

/** Lists as far as they were read and added up, and bank returns, where there are any. */
export interface ReadLists {
  readonly lists: Lists;
  readonly totals: ListedTotals;
  readonly reconciliation?: Reconciliation;
}

interface DepartmentProgress extends Progress {
  /** As the campaign calls it, else as the lists do. */
  readonly name: string;
  /** The campaign has it give cash or goods, and no list names it; false where it may be whoever a list leaves unnamed. */
  readonly missing: boolean;
}

export interface CampaignProgress {
  readonly departments: readonly DepartmentProgress[];
  readonly total: Progress;
}

/** The plan's departments in its order, then those that only the lists name. */
export async function progressOf(
  budget: Budget,
  { lists, totals, reconciliation }: ReadLists,
  deadline: Ending | null,
): Promise<CampaignProgress> {
  const named = lists.assignments.departments;
  const late = deadline && (await lateByDepartment(lists, deadline.until));
  const lateIn = (department: number) => late?.get(department) ?? null;
  const reconciledIn = (department: number) => reconciliation?.departments.get(department) ?? null;
  const unnamed = totals.departments.some(({ department }) => !named[department]?.name);
  const planned = budget.departments.flatMap((plan): DepartmentProgress[] => {
    const listed = totals.departments.find(({ department }) => named[department]?.is === plan.department) ?? null;
    if (listed === null && !givesLists(plan)) return [];
    return [
      {
        name: plan.department.name,
        missing: listed === null && !unnamed,
        planned: plannedFor(plan),
        listed,
        late: listed && lateIn(listed.department),
        reconciled: listed && reconciledIn(listed.department),
      },
    ];
  });
  const unplanned = totals.departments
    .filter(({ department }) => !named[department]?.is)
    .map(
      (listed): DepartmentProgress => ({
        name: named[listed.department]?.name ?? '',
        missing: false,
        planned: null,
        listed,
        late: lateIn(listed.department),
        reconciled: reconciledIn(listed.department),
      }),
    );
  return {
    departments: [...planned, ...unplanned],
    total: {
      planned: plannedInAll(budget),
      listed: totals.total,
      late: late && lateInAll(late.values()),
      reconciled: reconciliation?.total ?? null,
    },
  };
}

/** Whoever gives a service alone, or only figures of former years, has nobody to list. */
function givesLists({ measures }: DepartmentBudget): boolean {
  return counted(measures).some(
    ({ measure: { form } }) => form.length === 0 || form.some((each) => each !== 'service'),
  );
}

function plannedFor({ measures, amount, complete, lowerBound, reach }: DepartmentBudget): Planned {
  return {
    amount,
    count: reach.all,
    reach,
    lowerBound,
    whole: { amount: complete, count: allCounted(measures) },
  };
}

export function plannedInAll({ departments, itemised, amount, basis, campaign }: Budget): Planned {
  const measures = departments.flatMap((department) => department.measures);
  const stated = basis === 'stated';
  const statedReach = stated ? campaign.stated?.reach : undefined;
  return {
    amount,
    count: statedReach?.value ?? itemised.reach.all,
    reach: itemised.reach,
    lowerBound: itemised.lowerBound && basis === 'itemised',
    whole: {
      amount: stated || (basis === 'itemised' && itemised.complete),
      count: !statedReach && allCounted(measures),
    },
  };
}

function allCounted(all: readonly MeasureBudget[]): boolean {
  const measures = all.filter(isAdded);
  return measures.length > 0 && measures.every(({ reach }) => reach.length > 0);
}

/** How much of a plan is listed: of its money or, where that is not all known, of its count; null where neither is. */
export interface Share {
  readonly of: 'amount' | 'payouts';
  /** `87.3%` */
  readonly percent: string;
  /** Some payouts do not say how much. */
  readonly lowerBound: boolean;
}

export function shareListed({ planned, listed }: Progress): Share | null {
  if (!planned || !listed) return null;
  const { amount, count, whole } = planned;
  if (amount && whole.amount)
    return { of: 'amount', percent: share(usualAmount(listed), amount), lowerBound: listed.withoutAmount > 0 };
  if (!count || !whole.count) return null;
  return { of: 'payouts', percent: share(BigInt(listed.payouts), count), lowerBound: false };
}
