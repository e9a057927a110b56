import { maskText } from '../../domain/shown/masking.ts';
import type { DepartmentBudget } from '../../totals/budget/budget.ts';
import type { MeasureBudget } from '../../totals/budget/measure-budget.ts';
import type { Listed, ListedDepartment } from '../../totals/lists/listed.ts';
import type { ExaminedLists } from '../lists/examined-lists.ts';

/** What a table of plan and lists needs of lists. */
export type ListedPart = Pick<ExaminedLists, 'lists' | 'totals'>;

/** What lists pay of a department of the plan; null where none names it. */
export function listedOf({ department }: DepartmentBudget, { lists, totals }: ListedPart): ListedDepartment | null {
  const { departments } = lists.assignments;
  return totals.departments.find((each) => departments[each.department]?.is === department) ?? null;
}

/** No district has more of them: below each other on paper, and in one formula that adds them up, more are of no use. */
export const MOST_DEPARTMENTS = 200;

/** Departments that only lists name: those that have rows of their own, in order, and the others, where there are more of them than `most`. */
export function unplannedDepartments({ lists, totals }: ListedPart, most: number) {
  const all = totals.departments.filter(({ department }) => !lists.assignments.departments[department]?.is);
  const byAmount = all.length > most ? all.toSorted((a, b) => Number(b.amount - a.amount)) : all;
  const first = new Set(byAmount.slice(0, most));
  return { shown: all.filter((each) => first.has(each)), others: byAmount.slice(most) };
}

/** Whether a measure of the lists (index) is one of the department’s plan. */
export function isPlanned({ measures }: DepartmentBudget, measure: number, listed: ListedPart | null): boolean {
  const is = listed?.lists.assignments.measures[measure]?.measure.is;
  return measures.some((plan) => plan.measure === is);
}

/** What a department’s lists pay of a measure. */
export function ofMeasure(plan: MeasureBudget, { measures }: ListedDepartment, { lists }: ListedPart): Listed | null {
  return measures.find(({ measure }) => lists.assignments.measures[measure]?.measure.is === plan.measure) ?? null;
}

/** What any list pays of a measure. */
export function listedMeasure(plan: MeasureBudget, listed: ListedPart): Listed | null {
  const all = listed.totals.departments.flatMap(({ measures }) => measures);
  return all.find(({ measure }) => listed.lists.assignments.measures[measure]?.measure.is === plan.measure) ?? null;
}

export const nameOf = (measure: number, listed: ListedPart | null) =>
  maskText(listed?.lists.assignments.measures[measure]?.measure.name ?? '') || '—';

export const departmentName = ({ department }: ListedDepartment, listed: ListedPart | null) =>
  maskText(listed?.lists.assignments.departments[department]?.name ?? '') || '—';
