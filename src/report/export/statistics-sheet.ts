import { grouped } from '../../domain/money.ts';
import type { ReachUnit } from '../../domain/unit.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { ExportWords } from '../../text/zh/export.ts';
import type { Budget, DepartmentBudget } from '../../totals/budget/budget.ts';
import { isAdded } from '../../totals/budget/measure-budget.ts';
import type { ListedDepartment } from '../../totals/lists/listed.ts';
import type { Row, Sheet } from '../sheet.ts';
import {
  departmentName,
  isPlanned,
  type ListedPart,
  listedOf,
  nameOf,
  ofMeasure,
  unplannedDepartments,
} from './listed-of-plan.ts';
import { statisticsTable } from './statistics-columns.ts';
import { addedUp, type ListedFigures, type MeasureRow, partsOfTotal, totalOf } from './statistics-sums.ts';

/** The order in which the form counts. */
const UNITS: readonly ReachUnit[] = [
  'households',
  'persons',
  'personTimes',
  'householdTimes',
  'items',
  'pieces',
  'institutions',
];

/**
 * 统计表, the attachment that the 2017 notice names (《2017 年元旦春节期间帮困送温暖工作统计表》): every measure by department,
 * planned and, where lists were read, actual; 小计, 合计 and 其中 add up rows of this sheet. Of the departments that only lists name so
 * many (`most`) have rows of their own.
 */
export function statisticsSheet(
  budget: Budget,
  listed: ListedPart | null,
  { statistics: words }: ExportWords,
  catalogue: Catalogue,
  most: number,
): Sheet {
  const units = UNITS.filter((unit) => budget.itemised.reach[unit] !== null);
  const planned = units.length > 0 ? units : (['personTimes'] as const);
  const table = statisticsTable(budget, planned, listed !== null, words, catalogue);
  const unplanned = listed ? unplannedDepartments(listed, most) : { shown: [], others: [] };
  const rows: Row[] = [];
  const measureRows: MeasureRow[] = [];
  const add = (measure: MeasureRow['measure'], own: ListedFigures | null, ...added: readonly Row[]) => {
    measureRows.push({ at: rows.length, measure, ...(own && { listed: own }) });
    rows.push(...added);
  };
  const departments = [
    ...budget.departments.map((each) => ofPlan(each, listed)),
    ...unplanned.shown.map((each) => ofLists(each, listed)),
  ];
  for (const { name, plan, actual, others } of departments) {
    const before = measureRows.length;
    const measures = plan?.measures ?? [];
    const parts = measures.flatMap(({ measure }) => measure.standard?.parts ?? []);
    const height = measures.length + parts.length + others.length + 1;
    const numbered = () => ({
      number: measureRows.length + 1,
      department: name,
      height: measureRows.length === before ? height : null,
    });
    for (const each of measures) {
      const own = actual && listed && ofMeasure(each, actual, listed);
      add(
        each,
        null,
        table.row('measure', { ...numbered(), plan: each, listed: own }),
        ...(each.measure.standard?.parts ?? []).map((part) => table.row('part', { plan: each, part })),
      );
    }
    for (const own of others) {
      const measure = nameOf(own.measure, listed);
      add(null, own, table.row('unplanned', { ...numbered(), measure, listed: own }));
    }
    rows.push(table.row('subtotal', { name, plan, listed: actual, rows: measureRows.slice(before) }));
  }
  if (unplanned.others.length > 0) {
    const department = words.otherDepartments(grouped(String(unplanned.others.length)));
    const own = addedUp(unplanned.others);
    const number = measureRows.length + 1;
    add(null, own, table.row('unplanned', { number, department, height: null, measure: '—', listed: own }));
  }
  rows.push(
    table.row('total', totalOf(budget, listed, measureRows)),
    ...partsOfTotal(measureRows, listed, words).map((sum) => table.row('ofWhich', sum)),
  );
  return {
    name: words.sheet,
    above: [],
    columns: table.columns,
    rows,
    below: [
      ...(budget.basis === 'stated' ? [words.notTotalled] : []),
      ...(measureRows.some(({ measure }) => measure?.measure.counts && !isAdded(measure)) ? [words.inBrackets] : []),
      words.atLeast,
      ...(unplanned.others.length > 0 ? [words.most(most)] : []),
      ...(listed ? [words.distinct] : []),
    ],
    form: {
      attachment: words.attachment,
      left: words.reporter(budget.campaign.issuer ?? budget.campaign.region ?? ''),
      right: words.unit,
      signatures: words.signatures,
    },
  };
}

/** A department of the plan, with what lists pay of it, and of measures that it does not have. */
function ofPlan(plan: DepartmentBudget, listed: ListedPart | null) {
  const actual = listed && listedOf(plan, listed);
  const others = (actual?.measures ?? []).filter(({ measure }) => !isPlanned(plan, measure, listed));
  return { name: plan.department.name, plan, actual, others };
}

/** A department that only lists name. */
const ofLists = (actual: ListedDepartment, listed: ListedPart | null) => ({
  name: departmentName(actual, listed),
  plan: null,
  actual,
  others: actual.measures,
});
