import { maskText } from '../../domain/shown/masking.ts';
import { printReach } from '../../text/figures.ts';
import type { Budget, DepartmentBudget } from '../../totals/budget/budget.ts';
import type { MeasureBudget } from '../../totals/budget/measure-budget.ts';
import type { Listed, ListedDepartment } from '../../totals/lists/listed.ts';
import { type Cell, type Sheet, text } from '../sheet.ts';
import { type ItemColumn, tableOf } from '../table.ts';
import type { ExaminedLists } from './examined-lists.ts';
import { outlierWords } from './outlier-words.ts';
import { peopleRemark } from './people-remark.ts';

/**
 * 计划 against 实际, per department and measure; what the lists name and the campaign does not is shown as well. Without a
 * campaign there is no plan, and only what is listed.
 */
export function actualSheet(budget: Budget | null, examined: ExaminedLists): Sheet {
  const { totals, words } = examined;
  const { columns, ...say } = words.actual;
  const difference = ({ plan, listed }: Line): Cell => ({
    kind: 'money',
    value: listed && plan && plan.amount !== null ? listed.amount - plan.amount : null,
    ...atLeast(listed),
  });
  const ofPlan: LineColumn[] = [
    [columns.planReach, { kind: 'text', use: 'wide' }, ({ plan }) => plan?.reach ?? ''],
    [columns.planCount, { kind: 'count', use: 'data' }, ({ plan }) => ({ kind: 'count', value: plan?.count ?? null })],
    [columns.planAmount, 'money', ({ plan }) => ({ kind: 'money', value: plan?.amount ?? null })],
  ];
  return {
    name: budget ? say.sheet : say.listed,
    above: [say.unit],
    ...tableOf<Line>(
      linesOf(budget, examined),
      [
        [columns.department, { kind: 'text', use: 'group' }, ({ department }) => department],
        [columns.measure, 'text', ({ measure }) => measure],
        ...(budget ? ofPlan : []),
        ...listedColumns<Line>(columns, ({ listed }) => listed),
        ...(budget ? ([[columns.difference, 'money', difference]] satisfies LineColumn[]) : []),
        [columns.remark, { kind: 'text', use: 'wide' }, ({ remark }) => remark],
      ],
      { level: ({ level }) => level },
    ),
    below: [...farOff(examined), ...peopleRemark(totals.people, words)],
  };
}

/** A row of plan and lists. */
interface Line {
  readonly level: 'item' | 'subtotal' | 'total';
  readonly department: Cell;
  readonly measure: Cell;
  readonly plan: Plan | null;
  readonly listed: Listed | null;
  readonly remark: Cell;
}

type LineColumn = ItemColumn<Line>;

const unplanned = (department: string, measure: Cell, listed: Listed | null, remark: Cell): Line => ({
  level: 'item',
  department: text(department),
  measure,
  plan: null,
  listed,
  remark,
});

function linesOf(budget: Budget | null, { lists, totals, words }: ExaminedLists): Line[] {
  const say = words.actual;
  const { departments, measures } = lists.assignments;
  const listedAs = (department: DepartmentBudget['department']) =>
    totals.departments.find((each) => departments[each.department]?.is === department);
  const without = (listed: Listed | null) => remarkOn(listed, words);
  const unknown = budget ? text(say.unknown, 'error') : text('');
  const subtotal = text(say.subtotal, 'strong');
  const measureName = ({ measure }: { readonly measure: number }) =>
    maskText(measures[measure]?.measure.name ?? '') || say.noMeasure;
  const plannedLines = (plan: DepartmentBudget): Line[] => {
    const { name } = plan.department;
    const listed = listedAs(plan.department);
    if (plan.measures.length === 0 && !listed) return [];
    const isOf = (measure: MeasureBudget) => (each: { readonly measure: number }) =>
      measures[each.measure]?.measure.is === measure.measure;
    const others = (listed?.measures ?? []).filter((each) => !plan.measures.some((measure) => isOf(measure)(each)));
    return [
      {
        level: 'subtotal',
        department: text(name, 'strong'),
        measure: subtotal,
        plan: sumOf(plan),
        listed: listed ?? null,
        remark: text(listed ? '' : say.noList, 'muted'),
      },
      ...plan.measures.map((measure): Line => {
        const found = listed?.measures.find(isOf(measure)) ?? (listed ? NOTHING : null);
        const own = { amount: measure.adopted, count: measure.count, reach: printReach(measure.reach) };
        return { ...unplanned(name, text(measure.measure.name), found, without(found)), plan: own };
      }),
      ...others.map((found) => unplanned(name, text(measureName(found), 'error'), found, unknown)),
    ];
  };
  const unplannedLines = (listed: ListedDepartment): Line[] => {
    const name = maskText(departments[listed.department]?.name ?? '') || say.noDepartment;
    const department = text(name, budget ? 'error' : 'strong');
    return [
      { level: 'subtotal', department, measure: subtotal, plan: null, listed, remark: unknown },
      ...listed.measures.map((found) => unplanned(name, text(measureName(found)), found, without(found))),
    ];
  };
  return [
    ...(budget?.departments ?? []).flatMap(plannedLines),
    ...totals.departments.filter(({ department }) => !budget || !departments[department]?.is).flatMap(unplannedLines),
    {
      level: 'total',
      department: text(say.total, 'strong'),
      measure: text('', 'strong'),
      plan: budget && sumOf(budget),
      listed: totals.total,
      remark: without(totals.total),
    },
  ];
}

/** What is not all that it seems in what lists pay. */
function remarkOn(listed: Listed | null, words: ExaminedLists['words']): Cell {
  const far = listed && outlierWords(listed, words);
  const lacking = listed?.withoutAmount ? [words.actual.withoutAmount(listed.withoutAmount)] : [];
  return text([...(far ? [far] : []), ...lacking].join(words.inputs.separator), far ? 'error' : 'muted');
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

/** ≥ marks money of which some rows do not say how much. */
function atLeast(listed: Listed | null): { readonly mark?: string } {
  return listed && listed.withoutAmount > 0 ? { mark: '≥' } : {};
}

/** How many payouts, people and households lists have, and how much money. */
function listedColumns<T>(
  columns: Readonly<Record<'payouts' | 'persons' | 'households' | 'amount', string>>,
  of: (row: T) => Listed | null,
): ItemColumn<T>[] {
  const count = (kind: 'payouts' | 'persons' | 'households'): ItemColumn<T> => [
    columns[kind],
    'count',
    (row) => {
      const value = of(row)?.[kind] ?? null;
      return { kind: 'count', value: value === null ? null : BigInt(value) };
    },
  ];
  return [
    count('payouts'),
    count('persons'),
    count('households'),
    [columns.amount, 'money', (row) => ({ kind: 'money', value: of(row)?.amount ?? null, ...atLeast(of(row)) })],
  ];
}

/** 条×块: what each subdistrict gets from each department. */
export function subdistrictsSheet({ lists, totals, words }: ExaminedLists): Sheet | null {
  if (!totals.subdistricts) return null;
  const { sheet, columns, nowhere } = words.subdistricts;
  const { departments } = lists.assignments;
  type Here = (typeof totals.subdistricts)[number];
  const nameOf = ({ subdistrict }: Here) => maskText(subdistrict) || nowhere;
  return {
    name: sheet,
    above: [],
    ...tableOf<Here>(
      totals.subdistricts,
      [
        [columns.subdistrict, { kind: 'text', use: 'group' }, nameOf],
        [
          columns.department,
          'text',
          ({ department }) => maskText(departments[department]?.name ?? '') || words.actual.noDepartment,
        ],
        ...listedColumns<Here>(columns, (here) => here),
      ],
      { under: { key: ({ subdistrict }) => subdistrict, heading: nameOf } },
    ),
    below: [],
  };
}
