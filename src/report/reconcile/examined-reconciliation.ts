import type { ReconcileAnswer } from '../../answer/reconcile.ts';
import type { ReconcileWords } from '../../text/zh/reconcile.ts';
import type { ExaminedGroups } from '../dedupe/examined-pairs.ts';

/** Plan, lists and bank returns side by side, and the words to say it with. */
export interface ExaminedReconciliation extends ReconcileAnswer, ExaminedGroups {
  readonly reconcile: ReconcileWords;
}
