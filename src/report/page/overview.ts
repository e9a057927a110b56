import type { Checked } from '../../checks/campaign/check-campaign.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Budget } from '../../totals/budget/budget.ts';
import type { Coverage } from '../../totals/cover/coverage.ts';
import type { Reconciliation } from '../../totals/reconcile/reconciliation.ts';
import type { ExaminedPairs } from '../dedupe/examined-pairs.ts';

/** A campaign with all that belongs to it: what is planned, listed, covered and paid; null is what there are no files for. */
export interface Overview {
  readonly budget: Budget;
  readonly checked: Checked;
  /** Where plan and lists disagree. */
  readonly planned: readonly Finding[];
  readonly listed: ExaminedPairs | null;
  readonly coverage: Coverage | null;
  readonly reconciliation: Reconciliation | null;
}
