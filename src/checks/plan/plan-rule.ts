import type { FindingData, Severity } from '../../domain/finding.ts';
import type { Fen } from '../../domain/money.ts';
import type { KeyPath } from '../../domain/place.ts';
import type { MeasureBudget } from '../../totals/budget/measure-budget.ts';
import type { Sum, Unmentioned } from '../../totals/reconcile/reconciled.ts';
import type { Reconciled } from '../group/group-rule.ts';
import type { Rule } from '../rule.ts';

/** A measure of the plan, or of lists alone, and what lists pay of it. */
interface PlannedMeasure {
  readonly department: string;
  /** As it may be shown. */
  readonly measure: string;
  /** Null where the campaign does not have it, or there is none. */
  readonly plan: MeasureBudget | null;
  readonly listed: Sum;
  /** How many people those are, where there are more payouts than the plan has people. */
  readonly persons: number | null;
  /** What no bank return speaks of; and when it ought to be paid, where there are returns. */
  readonly unmentioned: readonly Unmentioned[];
  readonly due: Reconciled | null;
}

/** A rule on what lists pay of the plan, measure by measure. */
export interface PlanRule<D extends FindingData = FindingData> extends Rule<D> {
  readonly find: (measure: PlannedMeasure) => Iterable<{
    readonly data: D;
    readonly severity?: Severity;
    readonly amount: Fen | null;
    /** Below the measure in the campaign file. */
    readonly at?: KeyPath;
    /** The list where it is found (its number), for what the campaign file does not have. */
    readonly list?: number;
  }>;
}

/** Keeps a rule's own data type inside it. */
export function definePlanRule<D extends FindingData>(rule: PlanRule<D>): PlanRule {
  return rule as unknown as PlanRule;
}
