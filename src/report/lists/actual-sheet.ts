import { maskText } from '../../domain/shown/masking.ts';
import { printReach } from '../../text/figures.ts';
import type { Budget, DepartmentBudget } from '../../totals/budget/budget.ts';
import type { MeasureBudget } from '../../totals/budget/measure-budget.ts';
import type { Listed, ListedDepartment } from '../../totals/lists/listed.ts';
import { type Cell, type Column, type Row, type Sheet, text } from '../sheet.ts';
import type { ExaminedLists } from './examined-lists.ts';
import { outlierWords } from './outlier-words.ts';
import { peopleRemark } from './people-remark.ts';

/**
 * 计划 against 实际, per department and measure; what the lists name and the campaign does not is shown as well. Without a
 * campaign there is no plan, and only what is listed.
 */
export function actualSheet(budget: Budget | null, examined: ExaminedLists): Sheet {
  const { lists, totals, words } = examined;
  const { columns, ...say } = words.actual;
  const { departments, measures } = lists.assignments;
  const listedAs = (department: DepartmentBudget['department']) =>
    totals.departments.find((each) => departments[each.department]?.is === department);
  const planned = (budget?.departments ?? []).filter(
    ({ department, measures: own }) => own.length > 0 || listedAs(department) !== undefined,
  );
  const unplanned = totals.departments.filter(({ department }) => !budget || !departments[department]?.is);

  const row = (
    level: 'item' | 'subtotal' | 'total',
    names: readonly Cell[],
    plan: Plan | null,
    listed: Listed | null,
    remark: Cell,
  ): Row => ({
    level,
    cells: [
      ...names,
      ...(budget ? planCells(plan) : []),
      ...listedCells(listed),
      ...(budget ? [differenceCell(listed, plan)] : []),
      remark,
    ],
  });
  const without = (listed: Listed | null): Cell => {
    const far = listed && outlierWords(listed, words);
    const lacking = listed?.withoutAmount ? [say.withoutAmount(listed.withoutAmount)] : [];
    return text([...(far ? [far] : []), ...lacking].join(words.inputs.separator), far ? 'error' : 'muted');
  };
  const unknown = budget ? text(say.unknown, 'error') : text('');
  const measureName = ({ measure }: { readonly measure: number }) =>
    maskText(measures[measure]?.measure.name ?? '') || say.noMeasure;

  const plannedRows = (plan: DepartmentBudget): Row[] => {
    const { name } = plan.department;
    const listed = listedAs(plan.department);
    const isOf = (measure: MeasureBudget) => (each: { readonly measure: number }) =>
      measures[each.measure]?.measure.is === measure.measure;
    const others = (listed?.measures ?? []).filter((each) => !plan.measures.some((measure) => isOf(measure)(each)));
    return [
      row(
        'subtotal',
        [text(name, 'strong'), text(say.subtotal, 'strong')],
        sumOf(plan),
        listed ?? null,
        text(listed ? '' : say.noList, 'muted'),
      ),
      ...plan.measures.map((measure) => {
        const found = listed?.measures.find(isOf(measure)) ?? (listed ? NOTHING : null);
        const own = { amount: measure.adopted, count: measure.count, reach: printReach(measure.reach) };
        return row('item', [text(name), text(measure.measure.name)], own, found, without(found));
      }),
      ...others.map((found) => row('item', [text(name), text(measureName(found), 'error')], null, found, unknown)),
    ];
  };
  const unplannedRows = (listed: ListedDepartment): Row[] => {
    const name = maskText(departments[listed.department]?.name ?? '') || say.noDepartment;
    return [
      row('subtotal', [text(name, budget ? 'error' : 'strong'), text(say.subtotal, 'strong')], null, listed, unknown),
      ...listed.measures.map((found) =>
        row('item', [text(name), text(measureName(found))], null, found, without(found)),
      ),
    ];
  };
  return {
    name: budget ? say.sheet : say.listed,
    above: [say.unit],
    columns: [
      { title: columns.department, kind: 'text', use: 'group' },
      { title: columns.measure, kind: 'text' },
      ...(budget
        ? ([
            { title: columns.planReach, kind: 'text', use: 'wide' },
            { title: columns.planCount, kind: 'count', use: 'data' },
            { title: columns.planAmount, kind: 'money' },
          ] satisfies Column[])
        : []),
      { title: columns.payouts, kind: 'count' },
      { title: columns.persons, kind: 'count' },
      { title: columns.households, kind: 'count' },
      { title: columns.amount, kind: 'money' },
      ...(budget ? ([{ title: columns.difference, kind: 'money' }] satisfies Column[]) : []),
      { title: columns.remark, kind: 'text', use: 'wide' },
    ],
    rows: [
      ...planned.flatMap(plannedRows),
      ...unplanned.flatMap(unplannedRows),
      row(
        'total',
        [text(say.total, 'strong'), text('', 'strong')],
        budget && sumOf(budget),
        totals.total,
        without(totals.total),
      ),
    ],
    below: [...farOff(examined), ...peopleRemark(totals.people, words)],
  };
}

/** Amounts out of all proportion in the sum, said where no screen is too narrow for it. */
function farOff({ totals, words }: ExaminedLists): string[] {
  const line = outlierWords(totals.total, words);
  return line === null ? [] : [line];
}

/** What is planned: how much and, where it is one count, how many. */
interface Plan {
  readonly amount: bigint | null;
  readonly count: bigint | null;
  readonly reach: string;
}

const NOTHING: Listed = {
  payouts: 0,
  persons: 0,
  households: 0,
  amount: 0n,
  withoutAmount: 0,
  outliers: { rows: 0, amount: 0n },
};

/** A whole's plan is its money: counts of several units do not add up to one. */
const sumOf = ({ amount }: { readonly amount: bigint | null }): Plan => ({ amount, count: null, reach: '' });

function planCells(plan: Plan | null): Cell[] {
  return [
    text(plan?.reach ?? ''),
    { kind: 'count', value: plan?.count ?? null },
    { kind: 'money', value: plan?.amount ?? null },
  ];
}

/** ≥ marks money of which some rows do not say how much. */
function atLeast(listed: Listed | null): { readonly mark?: string } {
  return listed && listed.withoutAmount > 0 ? { mark: '≥' } : {};
}

function listedCells(listed: Listed | null): Cell[] {
  const count = (value: number | null | undefined): Cell => ({
    kind: 'count',
    value: value === null || value === undefined ? null : BigInt(value),
  });
  return [
    count(listed?.payouts),
    count(listed?.persons),
    count(listed?.households),
    { kind: 'money', value: listed?.amount ?? null, ...atLeast(listed) },
  ];
}

function differenceCell(listed: Listed | null, plan: Plan | null): Cell {
  const planned = plan?.amount ?? null;
  return { kind: 'money', value: listed && planned !== null ? listed.amount - planned : null, ...atLeast(listed) };
}

/** 条×块: what each subdistrict gets from each department. */
export function subdistrictsSheet({ lists, totals, words }: ExaminedLists): Sheet | null {
  if (!totals.subdistricts) return null;
  const { sheet, columns, nowhere } = words.subdistricts;
  const names = [...new Set(totals.subdistricts.map(({ subdistrict }) => subdistrict))].sort();
  return {
    name: sheet,
    above: [],
    columns: [
      { title: columns.subdistrict, kind: 'text', use: 'group' },
      { title: columns.department, kind: 'text' },
      { title: columns.payouts, kind: 'count' },
      { title: columns.persons, kind: 'count' },
      { title: columns.households, kind: 'count' },
      { title: columns.amount, kind: 'money' },
    ],
    rows: names.flatMap((subdistrict): Row[] => {
      const name = maskText(subdistrict) || nowhere;
      const here = (totals.subdistricts ?? []).filter((each) => each.subdistrict === subdistrict);
      return [
        { level: 'band', cells: [text(name, 'strong'), ...Array.from({ length: 5 }, () => text(''))] },
        ...here.map(
          (listed): Row => ({
            level: 'item',
            cells: [
              text(name),
              text(maskText(lists.assignments.departments[listed.department]?.name ?? '') || words.actual.noDepartment),
              ...listedCells(listed),
            ],
          }),
        ),
      ];
    }),
    below: [],
  };
}
