import type { PaymentPlan } from '../../answer/pay/payment-plan.ts';
import type { PaymentSums } from '../../answer/pay/payment-sums.ts';
import type { PayWords } from '../../text/zh/pay.ts';
import type { FailureSum } from '../../totals/reconcile/failures.ts';
import type { ExaminedLists } from '../lists/examined-lists.ts';

/** A round of payments, and the words to say it with. */
export interface ExaminedPayments
  extends Pick<ExaminedLists, 'lists' | 'gathered' | 'nonPayouts' | 'checked' | 'words'> {
  readonly plan: PaymentPlan;
  readonly sums: PaymentSums;
  /** What the bank did not pay, by its reasons. */
  readonly failures: readonly FailureSum[];
  /** The names of the batch's files, in their order. */
  readonly names: readonly string[];
  /** Banks whose files hold no references. */
  readonly withoutReferences: readonly string[];
  /** Where the batch was written; null where none was made. */
  readonly folder: string | null;
  readonly say: PayWords;
}
