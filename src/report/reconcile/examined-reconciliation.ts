import type { Reconciled } from '../../checks/pair/pair-rule.ts';
import type { Finding } from '../../domain/finding.ts';
import type { ReconcileWords } from '../../text/zh/reconcile.ts';
import type { Reconciliation } from '../../totals/reconcile/reconciliation.ts';
import type { ExaminedGroups } from '../dedupe/examined-pairs.ts';

/** Plan, lists and bank returns side by side, and the words to say it with. */
export interface ExaminedReconciliation extends ExaminedGroups {
  readonly reconciliation: Reconciliation;
  /** Where plan and lists disagree. */
  readonly planned: readonly Finding[];
  /** Whether everything ought to be paid by now. */
  readonly due: Reconciled;
  readonly reconcile: ReconcileWords;
}
