import type { StandardPart } from '../../domain/campaign/standard.ts';
import type { ReachUnit } from '../../domain/unit.ts';
import { printStandard } from '../../text/figures.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { ExportWords } from '../../text/zh/export.ts';
import type { Budget } from '../../totals/budget/budget.ts';
import { partAmount } from '../../totals/budget/cost.ts';
import { isAdded, type MeasureBudget } from '../../totals/budget/measure-budget.ts';
import { reachOf } from '../../totals/budget/reach.ts';
import { type Cell, IN_BRACKETS, text } from '../sheet.ts';
import { columnsOf, Table, type TableColumn } from '../table.ts';
import { type ListedFigures, type MeasureRow, type StatisticsSum, type SummedPlan, summed } from './statistics-sums.ts';

/** A measure in its department; the first has its department beside it, so many rows high, and of the others the height is null. */
interface Numbered {
  readonly number: number;
  readonly department: string;
  readonly height: number | null;
}

interface PlannedMeasure extends Numbered {
  readonly plan: MeasureBudget;
  readonly listed: ListedFigures | null;
}

/** What lists pay and the document does not name. */
interface UnplannedMeasure extends Numbered {
  readonly measure: string;
  readonly listed: ListedFigures;
}

/** What each payout of a measure is made of, in cash and in goods. */
interface MeasurePart {
  readonly plan: MeasureBudget;
  readonly part: StandardPart;
}

interface Kinds {
  measure: PlannedMeasure;
  part: MeasurePart;
  unplanned: UnplannedMeasure;
  subtotal: StatisticsSum;
  total: StatisticsSum;
  /** 其中: of the total. */
  ofWhich: StatisticsSum;
}

type StatisticsColumn = TableColumn<Kinds>;

const column = columnsOf<Kinds>();

/** The table of a budget's statistics: `planned` are the units that it counts, and what lists pay is beside them where they were read. */
export function statisticsTable(
  budget: Budget,
  planned: readonly ReachUnit[],
  hasActual: boolean,
  words: ExportWords['statistics'],
  catalogue: Catalogue,
): Table<Kinds> {
  const columns = [
    ...namingColumns(words, catalogue),
    ...planColumns(planned, words),
    ...(hasActual ? listedColumns(words) : []),
    ...remarkColumns(budget, words, catalogue),
  ];
  return new Table<Kinds>(
    { measure: 'item', part: 'detail', unplanned: 'item', subtotal: 'subtotal', total: 'total', ofWhich: 'detail' },
    columns.flatMap((each) => (each.column.kind === 'money' ? [each, boundOf(each, words, catalogue)] : [each])),
  );
}

const wide = (title: string, width: number, of: StatisticsColumn['of']) =>
  column(title, { kind: 'text', use: 'wide', width }, of);

function namingColumns(
  { columns, subtotal, total, ofWhich }: ExportWords['statistics'],
  { budget, language, list, form }: Catalogue,
): StatisticsColumn[] {
  const number = ({ number }: Numbered): Cell => ({ kind: 'count', value: BigInt(number) });
  const department = ({ department, height }: Numbered): Cell => ({
    kind: 'text',
    text: department,
    ...(height === null ? {} : { rows: height }),
  });
  return [
    column(columns.number, { kind: 'count', width: 5 }, { measure: number, unplanned: number }),
    column(
      columns.department,
      { kind: 'text', width: 10 },
      {
        measure: department,
        unplanned: department,
        subtotal: ({ name }) => text(name, 'strong'),
        total: () => text(total, 'strong'),
        ofWhich: ({ name }) => text(name),
      },
    ),
    column(
      columns.measure,
      { kind: 'text', width: 20 },
      {
        measure: ({ plan: { measure } }) =>
          text(measure.of === undefined ? measure.name : budget.partName(measure.name)),
        part: ({ part }) => text(ofWhich[part.form]),
        unplanned: ({ measure }) => text(measure, 'error'),
        subtotal: () => text(subtotal, 'strong'),
      },
    ),
    wide(columns.to, 18, { measure: ({ plan }) => text(list(plan.measure.to)) }),
    wide(columns.form, 7, { measure: ({ plan }) => text(list(plan.measure.form.map((each) => form[each]))) }),
    wide(columns.standard, 18, {
      measure: ({ plan: { measure } }) => text(measure.standard ? printStandard(measure.standard, language) : '—'),
      part: ({ part }) => text(part.text),
      unplanned: () => text('—'),
    }),
  ];
}

const figuresUnder = (over: string, kind: 'count' | 'money') => ({ over, kind, width: kind === 'count' ? 9 : 12 });

/** The same cell in every row that adds up others. */
const inSums = (cell: (row: StatisticsSum) => Cell) => ({ subtotal: cell, total: cell, ofWhich: cell });

function planColumns(planned: readonly ReachUnit[], words: ExportWords['statistics']): StatisticsColumn[] {
  const { columns, units, under } = words;
  const shown = (plan: MeasureBudget) => ({
    ...(isAdded(plan) ? {} : { style: 'muted' as const }),
    ...(plan.measure.counts && !isAdded(plan) ? IN_BRACKETS : {}),
  });
  const figure = (
    kind: 'count' | 'money',
    title: string,
    of: (plan: MeasureBudget) => bigint | null,
    part: (row: MeasurePart) => Cell,
    sum: (plan: SummedPlan) => { readonly value: bigint | null; readonly isAtLeast: boolean },
    adds: (plan: MeasureBudget) => boolean,
  ) =>
    column(under(columns.planned, title), figuresUnder(columns.planned, kind), {
      measure: ({ plan }) => ({ kind, value: of(plan), ...shown(plan) }),
      part,
      unplanned: () => ({ kind, value: null }),
      ...inSums(({ plan, rows, isStated = false }) => {
        if (plan === null) return { kind, value: null };
        const { value, isAtLeast } = sum(plan);
        const added = rows.flatMap(({ at, measure }) => (measure && isAdded(measure) && adds(measure) ? [at] : []));
        const sums = summed(kind === 'money' && isStated ? [] : added);
        return { kind, value, style: 'strong', ...(isAtLeast ? { mark: '≥' } : {}), ...sums };
      }),
    });
  return [
    ...planned.map((unit) =>
      figure(
        'count',
        units[unit],
        ({ reach }) => reachOf(reach)[unit],
        () => ({ kind: 'count', value: null }),
        ({ reach }) => ({ value: reach[unit], isAtLeast: reach.atLeast.includes(unit) }),
        ({ reach }) => reach.some((count) => count.unit === unit),
      ),
    ),
    figure(
      'money',
      columns.amount,
      ({ adopted }) => adopted,
      ({ part, plan: { measure, reach } }) => ({
        kind: 'money',
        value: partAmount(part, reach, measure.standard?.duration),
        style: 'muted',
      }),
      ({ amount, lowerBound }) => ({ value: amount, isAtLeast: lowerBound }),
      ({ adopted }) => adopted !== null,
    ),
  ];
}

/** What lists pay: rows that pay, and distinct people and households, who are each counted once and add up to no sum. */
function listedColumns({ columns, units, under }: ExportWords['statistics']): StatisticsColumn[] {
  const figure = (
    kind: 'count' | 'money',
    title: string,
    of: (listed: ListedFigures) => number | bigint | null,
    adds: boolean,
  ) => {
    const cell = (listed: ListedFigures | null, rows: readonly MeasureRow[] = []): Cell => {
      const value = listed && of(listed);
      return {
        kind,
        value: value === null ? null : BigInt(value),
        ...(kind === 'money' && listed && listed.withoutAmount > 0 ? { mark: '≥' } : {}),
        ...(listed && adds ? summed(rows.map(({ at }) => at)) : {}),
      };
    };
    return column(under(columns.actual, title), figuresUnder(columns.actual, kind), {
      measure: ({ listed }) => cell(listed),
      part: () => cell(null),
      unplanned: ({ listed }) => cell(listed),
      ...inSums(({ listed, rows }) => cell(listed, rows)),
    });
  };
  return [
    figure('count', units.households, ({ households }) => households, false),
    figure('count', units.persons, ({ persons }) => persons, false),
    figure('count', units.personTimes, ({ payouts }) => payouts, true),
    figure('money', columns.amount, ({ amount }) => amount, true),
  ];
}

function remarkColumns(
  { campaign, departments }: Budget,
  words: ExportWords['statistics'],
  { list }: Catalogue,
): StatisticsColumn[] {
  const { columns } = words;
  const nameOf = (id: string) =>
    departments.flatMap(({ measures }) => measures).find(({ measure }) => measure.id === id)?.measure.name ?? id;
  const fundOf = (id: string) => campaign.funds.find((fund) => fund.id === id)?.name ?? id;
  return [
    wide(columns.funds, 9, { measure: ({ plan }) => text(list(plan.measure.funds.map(({ fund }) => fundOf(fund)))) }),
    wide(columns.note, 15, {
      measure: ({ plan: { measure } }) => {
        const remarks = [
          measure.counts ? '' : words.history,
          measure.overlaps ? words.overlapping : '',
          measure.of === undefined ? '' : words.partOf(nameOf(measure.of)),
          measure.note ?? '',
        ];
        return text(remarks.filter(Boolean).join('；'), 'muted');
      },
      unplanned: () => text(words.unplanned, 'error'),
      subtotal: ({ rows }) => text(rows.length === 0 ? words.noMeasures : '', 'muted'),
    }),
  ];
}

/** Whoever reads cells as data has no ≥ before a figure, and another column says it. */
function boundOf(
  { column: { title }, of }: StatisticsColumn,
  { columns }: ExportWords['statistics'],
  { budget }: Catalogue,
): StatisticsColumn {
  const bound = (cellOf: (row: never) => Cell | string) => (row: never) => {
    const cell = cellOf(row);
    return typeof cell === 'object' && cell.kind === 'money' && cell.mark === '≥' ? budget.lowerBound : '';
  };
  const bounds = Object.entries(of).map(([kind, cellOf]) => [kind, bound(cellOf)]);
  return column(columns.lowerBound(title), { kind: 'text', use: 'data' }, Object.fromEntries(bounds));
}
