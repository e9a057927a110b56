import type { GroupRule } from '../group/group-rule.ts';
import listedNotPaid from './listed-not-paid.ts';
import paidAmountDiffers from './paid-amount-differs.ts';
import paidNotListed from './paid-not-listed.ts';
import paidRepeatedly from './paid-repeatedly.ts';
import paymentFailed from './payment-failed.ts';
import paymentReversed from './payment-reversed.ts';
import paymentUnclear from './payment-unclear.ts';

/** The rules that compare bank returns with lists, in the order in which their findings are listed. */
export const RETURN_RULES: readonly GroupRule[] = [
  paidNotListed,
  paidAmountDiffers,
  paidRepeatedly,
  paymentFailed,
  listedNotPaid,
  paymentReversed,
  paymentUnclear,
];
