import type { Budget, DepartmentBudget, MeasureBudget } from '../totals/budget.ts';
import type { Listed, ListedDepartment } from '../totals/listed.ts';
import type { ExaminedLists } from './examined-lists.ts';
import { type Cell, type Row, type Sheet, text } from './sheet.ts';

/** 计划 against 实际, per department and measure; what the lists name and the campaign does not is shown as well. */
export function actualSheet(budget: Budget | null, { lists, totals, words }: ExaminedLists): Sheet {
  const { columns, ...say } = words.actual;
  const { departments, measures } = lists.assignments;
  const unplanned = totals.departments.filter(({ department }) => !departments[department]?.is);
  const planned = (budget?.departments ?? []).filter(
    ({ department, measures }) =>
      measures.length > 0 || totals.departments.some((each) => departments[each.department]?.is === department),
  );
  const rowsOf = (name: string, plan: DepartmentBudget | null, listed: ListedDepartment | undefined): Row[] => {
    const others = (listed?.measures ?? []).filter(
      ({ measure }) => !plan?.measures.some((each) => each.measure === measures[measure]?.measure.is),
    );
    const unknown = plan === null && budget !== null;
    return [
      {
        level: 'subtotal',
        cells: [
          text(name, unknown ? 'error' : 'strong'),
          text(say.subtotal, 'strong'),
          ...planCells(plan, ''),
          ...listedCells(listed ?? null, plan?.amount ?? null),
          text(unknown ? say.unknown : listed ? '' : say.noList, unknown ? 'error' : 'muted'),
        ],
      },
      ...(plan?.measures ?? []).map((measure): Row => {
        const found = listed?.measures.find((each) => measures[each.measure]?.measure.is === measure.measure);
        return item(name, measure.measure.name, measure, found ?? (listed ? NOTHING : null), false);
      }),
      ...others.map(
        (found): Row => item(name, measures[found.measure]?.measure.name || say.noMeasure, null, found, plan !== null),
      ),
    ];
  };
  const item = (
    department: string,
    name: string,
    plan: MeasureBudget | null,
    listed: Listed | null,
    unknown: boolean,
  ): Row => ({
    level: 'item',
    cells: [
      text(department),
      text(name, unknown ? 'error' : 'plain'),
      ...planCells(
        plan && { amount: plan.adopted, count: plan.count },
        plan?.reach.map((part) => part.text).join('+') ?? '',
      ),
      ...listedCells(listed, plan?.adopted ?? null),
      text(
        unknown ? say.unknown : listed?.withoutAmount ? say.withoutAmount(listed.withoutAmount) : '',
        unknown ? 'error' : 'muted',
      ),
    ],
  });
  return {
    name: say.sheet,
    above: [say.unit],
    columns: [
      { title: columns.department, kind: 'text', use: 'group' },
      { title: columns.measure, kind: 'text' },
      { title: columns.planReach, kind: 'text', use: 'wide' },
      { title: columns.planCount, kind: 'count', use: 'data' },
      { title: columns.planAmount, kind: 'money' },
      { title: columns.payouts, kind: 'count' },
      { title: columns.persons, kind: 'count' },
      { title: columns.households, kind: 'count' },
      { title: columns.amount, kind: 'money' },
      { title: columns.difference, kind: 'money' },
      { title: columns.remark, kind: 'text', use: 'wide' },
    ],
    rows: [
      ...planned.flatMap((plan) =>
        rowsOf(
          plan.department.name,
          plan,
          totals.departments.find((each) => departments[each.department]?.is === plan.department),
        ),
      ),
      ...unplanned.flatMap((listed) => rowsOf(departments[listed.department]?.name || say.noDepartment, null, listed)),
      {
        level: 'total',
        cells: [
          text(say.total, 'strong'),
          text('', 'strong'),
          ...planCells(budget && { amount: budget.amount, count: null }, ''),
          ...listedCells(totals.total, budget?.amount ?? null),
          text(''),
        ],
      },
    ],
    below: [],
  };
}

const NOTHING: Listed = { payouts: 0, persons: 0, households: 0, amount: 0n, withoutAmount: 0 };

function planCells(
  plan: { readonly amount: bigint | null; readonly count?: bigint | null } | null,
  reach: string,
): Cell[] {
  return [text(reach), { kind: 'count', value: plan?.count ?? null }, { kind: 'money', value: plan?.amount ?? null }];
}

/** ≥ marks money of which some rows do not say how much. */
function listedCells(listed: Listed | null, planned: bigint | null): Cell[] {
  const count = (value: number | null | undefined): Cell => ({
    kind: 'count',
    value: value === null || value === undefined ? null : BigInt(value),
  });
  const mark = listed && listed.withoutAmount > 0 ? { mark: '≥' } : {};
  return [
    count(listed?.payouts),
    count(listed?.persons),
    count(listed?.households),
    { kind: 'money', value: listed?.amount ?? null, ...mark },
    { kind: 'money', value: listed && planned !== null ? listed.amount - planned : null, ...mark },
  ];
}

/** 条×块: what each subdistrict gets from each department. */
export function placesSheet({ lists, totals, words }: ExaminedLists): Sheet | null {
  if (!totals.places) return null;
  const { sheet, columns, nowhere } = words.places;
  const subdistricts = [...new Set(totals.places.map(({ subdistrict }) => subdistrict))].sort();
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
    rows: subdistricts.flatMap((subdistrict): Row[] => {
      const name = subdistrict || nowhere;
      const here = (totals.places ?? []).filter((place) => place.subdistrict === subdistrict);
      return [
        { level: 'band', cells: [text(name, 'strong'), ...Array.from({ length: 5 }, () => text(''))] },
        ...here.map(
          (place): Row => ({
            level: 'item',
            cells: [
              text(name),
              text(lists.assignments.departments[place.department]?.name || words.actual.noDepartment),
              ...listedCells(place, null).slice(0, 4),
            ],
          }),
        ),
      ];
    }),
    below: [],
  };
}
