import type { Fen } from '../../domain/money.ts';
import type { ExportWords } from '../../text/zh/export.ts';
import type { Budget } from '../../totals/budget/budget.ts';
import { isAdded, type MeasureBudget } from '../../totals/budget/measure-budget.ts';
import { type Reach, reachOf } from '../../totals/budget/reach.ts';
import type { Listed } from '../../totals/lists/listed.ts';
import { type ListedPart, listedMeasure } from './listed-of-plan.ts';

/** What lists pay; how many people, where that is known. */
export type ListedFigures = Omit<Listed, 'persons'> & { readonly persons: number | null };

/** A row of a measure, by its place in the sheet. */
export interface MeasureRow {
  readonly at: number;
  /** Null for one that lists pay and the document does not name. */
  readonly measure: MeasureBudget | null;
  /** What lists pay of such a one. */
  readonly listed?: ListedFigures;
}

export interface SummedPlan {
  readonly reach: Reach;
  readonly amount: Fen | null;
  readonly lowerBound: boolean;
}

/** What several rows come to. */
export interface StatisticsSum {
  readonly name: string;
  /** Null where nothing is planned. */
  readonly plan: SummedPlan | null;
  readonly listed: ListedFigures | null;
  readonly rows: readonly MeasureRow[];
  /** Is its planned money stated, and no sum of the rows? */
  readonly isStated?: boolean;
}

/** People and households may be the same ones. */
export const addedUp = (listed: readonly ListedFigures[]): ListedFigures => ({
  payouts: listed.reduce((all, { payouts }) => all + payouts, 0),
  amount: listed.reduce<Fen>((all, { amount }) => all + amount, 0n),
  withoutAmount: listed.reduce((all, { withoutAmount }) => all + withoutAmount, 0),
  outliers: {
    rows: listed.reduce((all, { outliers }) => all + outliers.rows, 0),
    amount: listed.reduce<Fen>((all, { outliers }) => all + outliers.amount, 0n),
  },
  persons: null,
  households: null,
});

export const summed = (rows: readonly number[]) => (rows.length > 0 ? { sums: rows } : {});

/** The total; what the document states is no sum of the rows. */
export function totalOf(
  { amount, basis, itemised: { reach, lowerBound } }: Budget,
  listed: ListedPart | null,
  rows: readonly MeasureRow[],
): StatisticsSum {
  return {
    name: '',
    plan: { reach, amount, lowerBound: lowerBound && basis === 'itemised' },
    listed: listed?.totals.total ?? null,
    rows,
    isStated: basis === 'stated',
  };
}

/** 其中：现金、实物 … of the measures that are added up, and what is paid besides. */
export function partsOfTotal(
  rows: readonly MeasureRow[],
  listed: ListedPart | null,
  { ofWhich, ofWhichUnplanned }: ExportWords['statistics'],
): StatisticsSum[] {
  const added = rows.filter(({ measure }) => measure !== null && isAdded(measure));
  const kinds = (Object.keys(ofWhich) as (keyof typeof ofWhich)[]).flatMap((kind): StatisticsSum[] => {
    const own = added.filter(({ measure }) => kindOf(measure) === kind);
    if (own.length === 0) return [];
    const plans = own.flatMap(({ measure }) => measure ?? []);
    const known = plans.flatMap(({ adopted }) => adopted ?? []);
    const actual = listed && plans.flatMap((plan) => listedMeasure(plan, listed) ?? []);
    return [
      {
        name: ofWhich[kind],
        plan: {
          reach: reachOf(plans.flatMap((plan) => plan.reach)),
          amount: known.length > 0 ? known.reduce((sum, adopted) => sum + adopted, 0n) : null,
          lowerBound: known.length < plans.length && known.length > 0,
        },
        listed: actual && addedUp(actual),
        rows: own,
      },
    ];
  });
  const others = rows.filter(({ measure }) => measure === null);
  if (others.length === 0) return kinds;
  const own = addedUp(others.flatMap(({ listed: own }) => own ?? []));
  return [...kinds, { name: ofWhichUnplanned, plan: null, listed: own, rows: others }];
}

function kindOf(plan: MeasureBudget | null): keyof ExportWords['statistics']['ofWhich'] {
  const form = plan?.measure.form ?? [];
  const [only] = form;
  if (form.length === 0) return 'open';
  if (form.length === 1 && only) return only;
  return 'both';
}
