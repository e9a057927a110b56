import type { Count, Measure } from '../../domain/campaign/measure.ts';
import type { Qualifier } from '../../domain/figure-words.ts';
import type { Interval } from '../../domain/interval.ts';
import type { Fen } from '../../domain/money.ts';
import type { Quantity } from '../../domain/quantity.ts';
import type { CountUnit } from '../../domain/unit.ts';
import { addUp, type Check } from './adding-up.ts';

/** Where an adopted amount comes from. */
type Basis = 'stated' | 'computed' | 'unknown';

/** One measure's plan: what is stated, what count × standard gives, what the budget uses. Money in fen. */
export interface MeasureBudget {
  readonly measure: Measure;
  /** Index of the department and of the measure in it, as in the campaign file. */
  readonly at: readonly [department: number, measure: number];
  /** What is counted, and how many; null when nothing is, or several units that do not add up. */
  readonly unit: CountUnit | null;
  readonly count: bigint | null;
  readonly reach: readonly Count[];
  readonly stated: Quantity | null;
  readonly computed: Interval | null;
  readonly check: Check;
  readonly difference: Fen | null;
  readonly beyondUsual: boolean;
  readonly adopted: Fen | null;
  readonly basis: Basis;
}

/** The measures that belong to this campaign (`counts: false` is history). */
export function counted(measures: readonly MeasureBudget[]): MeasureBudget[] {
  return measures.filter(({ measure }) => measure.counts);
}

/** Is it a summand: of this campaign, no part of another measure, and not among figures that overlap? */
export function isAdded({ measure }: MeasureBudget): boolean {
  return measure.counts && !measure.overlaps && measure.of === undefined;
}

/** What a measure's figures come to. */
export function measureBudget(measure: Measure, at: readonly [number, number]): MeasureBudget {
  const { computed, check, difference, beyondUsual = false } = addUp(measure);
  const { reach } = measure;
  const units = [...new Set(reach.map(({ unit }) => unit))];
  const stated = measure.amount ?? null;
  const single = computed !== null && computed.low === computed.high ? computed.low : null;
  return {
    measure,
    at,
    unit: units.length === 1 ? (units[0] ?? null) : null,
    count: units.length === 1 ? reach.reduce((total, { value }) => total + value, 0n) : null,
    reach,
    stated,
    computed,
    check,
    difference,
    beyondUsual,
    adopted: stated?.value ?? single,
    basis: stated ? 'stated' : single === null ? 'unknown' : 'computed',
  };
}

/** How firmly the figures are said that make a measure's adopted amount. */
function qualifiers({ basis, stated, reach, measure }: MeasureBudget): Qualifier[] {
  if (basis === 'stated') return stated ? [stated.qualifier] : [];
  const { rate, average, ceiling, tiers = [], parts = [], increase } = measure.standard ?? {};
  const rates = [rate, average, ceiling, increase?.base, ...[...tiers, ...parts].map((each) => each.rate)].filter(
    (each) => each !== undefined,
  );
  const soft = rates.some(({ kind }) => kind !== 'fixed'); // 一般 and 户均 are about
  const tierCounts = tiers.flatMap((tier) => tier.reach ?? []);
  const counts = tiers.length > 0 && tierCounts.length === tiers.length ? tierCounts : reach; // as they are computed
  return [
    ...counts.map(({ qualifier }) => qualifier),
    ...rates.map(({ high }) => high.qualifier),
    ...(soft ? (['about'] as const) : []),
  ];
}

/** Is every figure of it said as it stands; may it be less than its figure, or more? */
export const isFirm = (measure: MeasureBudget) => qualifiers(measure).every((qualifier) => qualifier === 'exact');
export const mayBeLess = (measure: MeasureBudget) =>
  qualifiers(measure).some((qualifier) => ['nearly', 'atMost'].includes(qualifier));
export const mayBeMore = (measure: MeasureBudget) =>
  qualifiers(measure).some((qualifier) => ['over', 'atLeast'].includes(qualifier));
