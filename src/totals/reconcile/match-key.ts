import { OUTCOMES, type Outcome } from '../../domain/row/bank-outcome.ts';
import { SLOT_STATES } from '../../domain/settlement.ts';

/** SQL: the numbers of an outcome and of a state. */
export const outcome = (name: Outcome): number => OUTCOMES.indexOf(name);
export const slotState = (name: (typeof SLOT_STATES)[number]): number => SLOT_STATES.indexOf(name);

/** What payments and payouts may have in common: SQL of a payment and of a slot. */
export interface Key {
  readonly ofPayment: string;
  readonly ofSlot: string;
}
