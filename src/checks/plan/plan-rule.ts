import type { FindingData, Severity } from '../../domain/finding.ts';
import type { Fen } from '../../domain/money.ts';
import type { KeyPath } from '../../domain/place.ts';
import type { MeasureBudget } from '../../totals/budget.ts';
import type { Sum } from '../../totals/reconciliation.ts';
import type { Rule } from '../rule.ts';

/** A measure of the plan, and what lists pay of it. */
interface PlannedMeasure {
  readonly department: string;
  readonly plan: MeasureBudget;
  readonly listed: Sum;
}

/** A rule on what lists pay of the plan, measure by measure. */
export interface PlanRule<D extends FindingData = FindingData> extends Rule<D> {
  readonly find: (measure: PlannedMeasure) => Iterable<{
    readonly data: D;
    readonly severity?: Severity;
    readonly amount: Fen | null;
    /** Below the measure in the campaign file. */
    readonly at?: KeyPath;
  }>;
}

/** Keeps a rule's own data type inside it. */
export function definePlanRule<D extends FindingData>(rule: PlanRule<D>): PlanRule {
  return rule as unknown as PlanRule;
}
