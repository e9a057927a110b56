import { grouped } from '../../domain/money.ts';
import type { ReachUnit } from '../../domain/unit.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { ExportWords } from '../../text/zh/export.ts';
import type { Budget } from '../../totals/budget/budget.ts';
import { isAdded } from '../../totals/budget/measure-budget.ts';
import { type Cell, type Column, type Row, type Sheet, text } from '../sheet.ts';
import {
  departmentName,
  isPlanned,
  type ListedPart,
  listedOf,
  nameOf,
  ofMeasure,
  unplannedDepartments,
} from './listed-of-plan.ts';
import { type MeasureRow, StatisticsRows } from './statistics-rows.ts';
import { addedUp } from './statistics-sums.ts';

/** Whoever reads cells as data has no ≥ before a figure, and another column says it. */
const boundOf = ({ title }: Column, { columns }: ExportWords['statistics']): Column => ({
  title: columns.lowerBound(title),
  kind: 'text',
  use: 'data',
});

function withBound(cell: Cell, { budget }: Catalogue): Cell[] {
  if (cell.kind !== 'money') return [cell];
  return [cell, text(cell.mark === '≥' ? budget.lowerBound : '')];
}

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
  const rows: Row[] = [];
  const measureRows: MeasureRow[] = [];
  const table = new StatisticsRows(planned, listed !== null);
  let number = 0;
  for (const department of budget.departments) {
    const actual = listed && listedOf(department, listed);
    const others = (actual?.measures ?? []).filter(({ measure }) => !isPlanned(department, measure, listed));
    const first = rows.length;
    const before = measureRows.length;
    const parts = department.measures.flatMap(({ measure }) => measure.standard?.parts ?? []);
    const all = department.measures.length + parts.length + others.length;
    for (const measure of department.measures) {
      number += 1;
      measureRows.push({ at: rows.length, measure });
      rows.push(
        table.measure(
          number,
          department,
          measure,
          actual && listed ? ofMeasure(measure, actual, listed) : null,
          all,
          rows.length === first,
          budget,
          words,
          catalogue,
        ),
        ...table.parts(measure, words),
      );
    }
    for (const other of others) {
      number += 1;
      measureRows.push({ at: rows.length, measure: null, listed: other });
      rows.push(
        table.unplanned(
          number,
          department.department.name,
          nameOf(other.measure, listed),
          other,
          all,
          rows.length === first,
          words,
        ),
      );
    }
    rows.push(table.subtotal(department, actual ?? null, measureRows.slice(before), words));
  }
  const unplanned = listed ? unplannedDepartments(listed, most) : { shown: [], others: [] };
  for (const other of unplanned.shown) {
    const first = rows.length;
    const before = measureRows.length;
    for (const measure of other.measures) {
      number += 1;
      measureRows.push({ at: rows.length, measure: null, listed: measure });
      rows.push(
        table.unplanned(
          number,
          departmentName(other, listed),
          nameOf(measure.measure, listed),
          measure,
          other.measures.length,
          rows.length === first,
          words,
        ),
      );
    }
    rows.push(table.subtotal(null, other, measureRows.slice(before), words, departmentName(other, listed)));
  }
  if (unplanned.others.length > 0) {
    const others = addedUp(unplanned.others);
    const name = words.otherDepartments(grouped(String(unplanned.others.length)));
    measureRows.push({ at: rows.length, measure: null, listed: others });
    rows.push(table.unplanned(number + 1, name, '—', others, 0, false, words));
  }
  rows.push(table.total(budget, listed?.totals.total ?? null, measureRows, words));
  rows.push(...table.ofWhich(measureRows, listed, words));
  const { columns } = words;
  const shown: Column[] = [
    { title: columns.number, kind: 'count', width: 5 },
    { title: columns.department, kind: 'text', width: 10 },
    { title: columns.measure, kind: 'text', width: 20 },
    { title: columns.to, kind: 'text', use: 'wide', width: 18 },
    { title: columns.form, kind: 'text', use: 'wide', width: 7 },
    { title: columns.standard, kind: 'text', use: 'wide', width: 18 },
    ...table.columns(words),
    { title: columns.funds, kind: 'text', use: 'wide', width: 9 },
    { title: columns.note, kind: 'text', use: 'wide', width: 15 },
  ];
  return {
    name: words.sheet,
    above: [],
    columns: shown.flatMap((column) => (column.kind === 'money' ? [column, boundOf(column, words)] : [column])),
    rows: rows.map((row) => ({ ...row, cells: row.cells.flatMap((cell) => withBound(cell, catalogue)) })),
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
