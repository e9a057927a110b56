import type { Fen } from '../../domain/money.ts';
import type { ReachUnit } from '../../domain/unit.ts';
import { printStandard } from '../../text/figures.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { ExportWords } from '../../text/zh/export.ts';
import type { Budget, DepartmentBudget } from '../../totals/budget/budget.ts';
import { partAmount } from '../../totals/budget/cost.ts';
import { isAdded, type MeasureBudget } from '../../totals/budget/measure-budget.ts';
import { type Reach, reachOf } from '../../totals/budget/reach.ts';
import type { Listed } from '../../totals/lists/listed.ts';
import { type Cell, type Column, IN_BRACKETS, type Row, text } from '../sheet.ts';
import { type ListedPart, listedMeasure } from './listed-of-plan.ts';
import { addedUp, kindOf, type ListedFigures, summed } from './statistics-sums.ts';

/** What lists count: rows that pay, and distinct people and households. */
const LISTED_UNITS: readonly ReachUnit[] = ['households', 'persons', 'personTimes'];

type Words = ExportWords['statistics'];

/** A row of a measure, by its place in the sheet. */
export interface MeasureRow {
  readonly at: number;
  /** Null for one that lists pay and the document does not name. */
  readonly measure: MeasureBudget | null;
  /** What lists pay of such a one. */
  readonly listed?: ListedFigures;
}

/** The columns of figures, and rows of them. */
export class StatisticsRows {
  readonly #planned: readonly ReachUnit[];
  readonly #hasActual: boolean;

  constructor(planned: readonly ReachUnit[], hasActual: boolean) {
    this.#planned = planned;
    this.#hasActual = hasActual;
  }

  columns({ columns: titles, units, under }: Words): Column[] {
    const part = (over: string, counts: readonly ReachUnit[]): Column[] => [
      ...counts.map((unit): Column => ({ title: under(over, units[unit]), over, kind: 'count', width: 9 })),
      { title: under(over, titles.amount), over, kind: 'money', width: 12 },
    ];
    return [...part(titles.planned, this.#planned), ...(this.#hasActual ? part(titles.actual, LISTED_UNITS) : [])];
  }

  measure(
    number: number,
    { department }: DepartmentBudget,
    plan: MeasureBudget,
    listed: Listed | null,
    height: number,
    isFirst: boolean,
    budget: Budget,
    words: Words,
    catalogue: Catalogue,
  ): Row {
    const { measure, adopted, reach } = plan;
    const shown = isAdded(plan)
      ? {}
      : measure.counts
        ? { style: 'muted' as const, ...IN_BRACKETS }
        : { style: 'muted' as const };
    const own = reachOf(reach);
    const remarks = [
      measure.counts ? '' : words.history,
      measure.overlaps ? words.overlapping : '',
      measure.of === undefined ? '' : words.partOf(nameOfMeasure(measure.of, budget)),
      measure.note ?? '',
    ].filter(Boolean);
    return {
      level: 'item',
      cells: [
        { kind: 'count', value: BigInt(number) },
        { kind: 'text', text: department.name, ...(isFirst ? { rows: height + 1 } : {}) },
        text(measure.of === undefined ? measure.name : catalogue.budget.partName(measure.name)),
        text(catalogue.list(measure.to)),
        text(catalogue.list(measure.form.map((form) => catalogue.form[form]))),
        text(measure.standard ? printStandard(measure.standard, catalogue.language) : '—'),
        ...this.#planned.map((unit): Cell => ({ kind: 'count', value: own[unit], ...shown })),
        { kind: 'money', value: adopted, ...shown },
        ...this.#actual(listed),
        text(
          catalogue.list(
            measure.funds.map(({ fund }) => budget.campaign.funds.find(({ id }) => id === fund)?.name ?? fund),
          ),
        ),
        text(remarks.join('；'), 'muted'),
      ],
    };
  }

  /** What each payout of a measure is made of, in cash and in goods, and what all of them are. */
  parts({ measure: { standard, reach } }: MeasureBudget, words: Words): Row[] {
    return (standard?.parts ?? []).map(
      (part): Row => ({
        level: 'detail',
        cells: [
          ...[text(''), text('')],
          text(words.ofWhich[part.form]),
          ...[text(''), text(''), text(part.text)],
          ...this.#planned.map((): Cell => ({ kind: 'count', value: null })),
          { kind: 'money', value: partAmount(part, reach, standard?.duration), style: 'muted' },
          ...this.#actual(null),
          ...[text(''), text('')],
        ],
      }),
    );
  }

  unplanned(
    number: number,
    department: string,
    measure: string,
    listed: ListedFigures,
    height: number,
    isFirst: boolean,
    words: Words,
  ): Row {
    return {
      level: 'item',
      cells: [
        { kind: 'count', value: BigInt(number) },
        { kind: 'text', text: department, ...(isFirst ? { rows: height + 1 } : {}) },
        text(measure, 'error'),
        ...[text(''), text(''), text('—')],
        ...this.#unknownPlan(),
        ...this.#actual(listed),
        text(''),
        text(words.unplanned, 'error'),
      ],
    };
  }

  subtotal(
    plan: DepartmentBudget | null,
    listed: Listed | null,
    rows: readonly MeasureRow[],
    words: Words,
    name = '',
  ): Row {
    const noMeasures = rows.length === 0 ? words.noMeasures : '';
    return {
      level: 'subtotal',
      cells: [
        text(''),
        text(plan?.department.name ?? name, 'strong'),
        text(words.subtotal, 'strong'),
        ...[text(''), text(''), text('')],
        ...(plan ? this.#plan(plan.reach, plan.amount, plan.lowerBound, rows) : this.#unknownPlan()),
        ...this.#actual(listed, rows),
        text(''),
        text(noMeasures, 'muted'),
      ],
    };
  }

  total(budget: Budget, listed: Listed | null, rows: readonly MeasureRow[], words: Words): Row {
    const { amount, basis, itemised } = budget;
    return {
      level: 'total',
      cells: [
        text(''),
        text(words.total, 'strong'),
        ...[text(''), text(''), text(''), text('')],
        // What the document states is no sum of the rows.
        ...this.#plan(
          itemised.reach,
          amount,
          itemised.lowerBound && basis === 'itemised',
          basis === 'stated' ? [] : rows,
          rows,
        ),
        ...this.#actual(listed, rows),
        ...[text(''), text('')],
      ],
    };
  }

  /** 其中：现金、实物 … of the measures that are added up, and what is paid besides. */
  ofWhich(rows: readonly MeasureRow[], listed: ListedPart | null, words: Words): Row[] {
    const added = rows.filter(({ measure }) => measure !== null && isAdded(measure));
    const kinds = (Object.keys(words.ofWhich) as (keyof Words['ofWhich'])[]).flatMap((kind) => {
      const own = added.filter(({ measure }) => kindOf(measure) === kind);
      if (own.length === 0) return [];
      const plans = own.flatMap(({ measure }) => measure ?? []);
      const known = plans.filter(({ adopted }) => adopted !== null);
      const amount = known.length > 0 ? known.reduce((sum, { adopted }) => sum + (adopted ?? 0n), 0n) : null;
      const actual = listed && plans.map((plan) => listedMeasure(plan, listed)).filter((each) => each !== null);
      const reach = reachOf(plans.filter(isAdded).flatMap((plan) => plan.reach));
      return [
        {
          level: 'detail' as const,
          cells: [
            text(''),
            text(words.ofWhich[kind]),
            ...[text(''), text(''), text(''), text('')],
            ...this.#plan(reach, amount, known.length < plans.length && known.length > 0, own),
            ...this.#actual(actual && addedUp(actual), own),
            ...[text(''), text('')],
          ],
        },
      ];
    });
    const others = rows.filter(({ measure }) => measure === null);
    if (others.length === 0) return kinds;
    return [
      ...kinds,
      {
        level: 'detail' as const,
        cells: [
          text(''),
          text(words.ofWhichUnplanned),
          ...[text(''), text(''), text(''), text('')],
          ...this.#unknownPlan(),
          ...this.#actual(addedUp(others.flatMap(({ listed: own }) => own ?? [])), others),
          ...[text(''), text('')],
        ],
      },
    ];
  }

  #plan(
    reach: Reach,
    amount: Fen | null,
    lowerBound: boolean,
    rows: readonly MeasureRow[],
    counts: readonly MeasureRow[] = rows,
  ): Cell[] {
    const added = (some: readonly MeasureRow[], has: (measure: MeasureBudget) => boolean) =>
      some.flatMap(({ at, measure }) => (measure && isAdded(measure) && has(measure) ? [at] : []));
    const money = added(rows, ({ adopted }) => adopted !== null);
    return [
      ...this.#planned.map((unit): Cell => {
        const own = added(counts, (measure) => measure.reach.some((count) => count.unit === unit));
        const mark = reach.atLeast.includes(unit) ? { mark: '≥' } : {};
        return { kind: 'count', value: reach[unit], style: 'strong', ...mark, ...summed(own) };
      }),
      { kind: 'money', value: amount, style: 'strong', ...(lowerBound ? { mark: '≥' } : {}), ...summed(money) },
    ];
  }

  #unknownPlan(): Cell[] {
    return [...this.#planned.map((): Cell => ({ kind: 'count', value: null })), { kind: 'money', value: null }];
  }

  /** `rows`: those that it adds up, for what adds up; people and households are each counted once. */
  #actual(listed: ListedFigures | null, rows: readonly MeasureRow[] = []): Cell[] {
    if (!this.#hasActual) return [];
    const count = (value: number | null | undefined): Cell => ({
      kind: 'count',
      value: value === null || value === undefined ? null : BigInt(value),
    });
    const sums = summed(rows.map(({ at }) => at));
    return [
      count(listed?.households),
      count(listed?.persons),
      { kind: 'count', value: listed ? BigInt(listed.payouts) : null, ...(listed ? sums : {}) },
      {
        kind: 'money',
        value: listed?.amount ?? null,
        ...(listed && listed.withoutAmount > 0 ? { mark: '≥' } : {}),
        ...(listed ? sums : {}),
      },
    ];
  }
}

function nameOfMeasure(id: string, { departments }: Budget): string {
  const all = departments.flatMap(({ measures }) => measures);
  return all.find(({ measure }) => measure.id === id)?.measure.name ?? id;
}
