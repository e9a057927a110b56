import { type StandardChange, standardChange } from '../../domain/campaign/standard-change.ts';
import { REACH_UNITS, type ReachUnit } from '../../domain/unit.ts';
import type { Budget } from '../budget/budget.ts';
import { isAdded, type MeasureBudget } from '../budget/measure-budget.ts';
import {
  amountOf,
  amountOfAll,
  type Figure,
  type FigureChange,
  figureChange,
  reachOf,
  reachOfAll,
  statedFigure,
} from './figure-change.ts';
import { type MeasurePair, type Pair, type Party, pairMeasures, pairParties, parties } from './pairing.ts';

type Change = 'kept' | 'added' | 'dropped';

export type ReachChanges = Readonly<Record<ReachUnit, FigureChange>>;

export interface MeasureComparison extends MeasurePair {
  readonly change: Change;
  /** The departments that it moved between; null where it did not. */
  readonly moved: { readonly from: string; readonly to: string } | null;
  readonly standard: StandardChange;
  readonly reach: FigureChange;
  readonly amount: FigureChange;
}

export interface DepartmentComparison extends Pair<Party> {
  readonly name: string;
  readonly change: Change;
  readonly amount: FigureChange;
  /** A measure that moved stands where it moved to. */
  readonly measures: readonly MeasureComparison[];
  readonly movedAway: readonly MeasureComparison[];
}

/** Two campaigns side by side, the second against the first. */
export interface Comparison {
  readonly from: Budget;
  readonly to: Budget;
  readonly departments: readonly DepartmentComparison[];
  readonly total: {
    /** What each costs, and reaches in all, as 人次. */
    readonly amount: FigureChange;
    readonly reach: FigureChange;
    readonly byUnit: ReachChanges;
    /** What the documents themselves state of the whole. */
    readonly stated: { readonly amount: FigureChange; readonly reach: FigureChange };
    /** The measures whose amount both give: what can be compared even where the totals can't. */
    readonly common: { readonly measures: number; readonly amount: FigureChange };
  };
}

/**
 * A total that a document states and one that is added up are not alike: where both state theirs, and one is more or less
 * than its items, both are taken as stated.
 */
function onOneBasis(from: Budget, to: Budget): [Budget, Budget] {
  const [before, after] = [from.campaign.stated?.amount, to.campaign.stated?.amount];
  if (from.basis === to.basis || !before || !after) return [from, to];
  return [
    { ...from, basis: 'stated', amount: before.value },
    { ...to, basis: 'stated', amount: after.value },
  ];
}

/** Pure: the same two campaigns give the same comparison, and the other way round its mirror image. */
export function compare(before: Budget, after: Budget): Comparison {
  const [from, to] = onOneBasis(before, after);
  const pairs = pairParties(parties(from), parties(to));
  const homes = new Map<MeasureBudget, Pair<Party>>();
  for (const pair of pairs) {
    for (const side of [pair.from, pair.to]) for (const each of side?.measures ?? []) homes.set(each, pair);
  }
  const measures = pairMeasures(pairs).map((pair) => compareMeasures(pair, homes));
  const here = grouped(measures, ({ from, to }) => homes.get(to ?? (from as MeasureBudget)));
  const away = grouped(
    measures.filter(({ moved }) => moved),
    ({ from }) => homes.get(from as MeasureBudget),
  );
  const departments = pairs.map(
    (pair): DepartmentComparison => ({
      ...pair,
      name: (pair.to ?? pair.from)?.name ?? '',
      change: changeOf(pair),
      amount: figureChange(amountOfAll(pair.from?.measures ?? []), amountOfAll(pair.to?.measures ?? [])),
      measures: here.get(pair) ?? [],
      movedAway: away.get(pair) ?? [],
    }),
  );
  return { from, to, departments, total: compareTotals(from, to, measures) };
}

function grouped<T, K>(all: readonly T[], keyOf: (each: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const each of all) {
    const group = groups.get(keyOf(each));
    if (group) group.push(each);
    else groups.set(keyOf(each), [each]);
  }
  return groups;
}

const changeOf = ({ from, to }: Pair<unknown>): Change => (from && to ? 'kept' : to ? 'added' : 'dropped');

function compareMeasures(pair: MeasurePair, homes: ReadonlyMap<MeasureBudget, Pair<Party>>): MeasureComparison {
  const { from, to } = pair;
  const [home, newHome] = [from && homes.get(from), to && homes.get(to)];
  const now = (to ?? from)?.measure.counts ?? true; // figures of former years are shown, and nothing is said of them
  return {
    ...pair,
    change: changeOf(pair),
    moved: home && newHome && home !== newHome ? { from: home.from?.name ?? '', to: newHome.to?.name ?? '' } : null,
    standard: standardChange(from?.measure.standard, to?.measure.standard),
    reach: figureChange(reachOf(from), reachOf(to), now && from?.unit === to?.unit),
    amount: figureChange(amountOf(from), amountOf(to), now),
  };
}

const allOf = ({ departments }: Budget) => departments.flatMap(({ measures }) => measures);

function reachChanges(from: readonly MeasureBudget[], to: readonly MeasureBudget[]): ReachChanges {
  return Object.fromEntries(
    REACH_UNITS.map((unit) => [unit, figureChange(reachOfAll(from, unit), reachOfAll(to, unit))]),
  ) as Record<ReachUnit, FigureChange>;
}

function compareTotals(from: Budget, to: Budget, all: readonly MeasureComparison[]): Comparison['total'] {
  const [before, after] = [from.campaign.stated, to.campaign.stated];
  const common = all.filter(
    ({ from, to, amount }) => amount.difference !== null && from && to && isAdded(from) && isAdded(to),
  );
  const side = (of: 'from' | 'to') => amountOfAll(common.flatMap((each) => each[of] ?? []));
  return {
    amount: figureChange(wholeAmount(from), wholeAmount(to)),
    reach: figureChange(wholeReach(from), wholeReach(to), reachUnit(from) === reachUnit(to)),
    byUnit: reachChanges(allOf(from), allOf(to)),
    stated: {
      amount: figureChange(statedFigure(before?.amount), statedFigure(after?.amount)),
      reach: figureChange(
        statedFigure(before?.reach),
        statedFigure(after?.reach),
        before?.reach?.unit === after?.reach?.unit,
      ),
    },
    common: { measures: common.length, amount: figureChange(side('from'), side('to')) },
  };
}

/** What a campaign costs, on the budget's own basis. */
function wholeAmount(budget: Budget): Figure {
  const { basis, amount, campaign } = budget;
  if (basis === 'itemised') return amountOfAll(allOf(budget));
  return { ...statedFigure(basis === 'stated' ? campaign.stated?.amount : undefined), value: amount };
}

/** Whom it reaches in all, on the same basis. */
function wholeReach(budget: Budget): Figure {
  const stated = budget.basis === 'stated' ? budget.campaign.stated?.reach : undefined;
  return stated ? statedFigure(stated) : reachOfAll(allOf(budget), 'all');
}

const reachUnit = ({ basis, campaign }: Budget) =>
  (basis === 'stated' && campaign.stated?.reach?.unit) || 'personTimes';
