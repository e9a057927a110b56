import type { Fen } from '../money.ts';

/**
 * What happened to a batch: a payment was put into it; one of its files, with so many payments, was put in its place; it was made and
 * never sent, and is withdrawn.
 */
export const PAYMENT_EVENTS = ['made', 'filed', 'withdrawn'] as const;
export type PaymentEventKind = (typeof PAYMENT_EVENTS)[number];

/**
 * One line of the ledger of payments. Names stand in it, for people act on them; numbers are masked, and what people and accounts are
 * known again by are digests under a key that stands elsewhere: without it they could be tried out.
 */
export interface PaymentEvent {
  /** `YYYY-MM-DD HH:MM:SS`, where it was written. */
  readonly time: string;
  readonly kind: PaymentEventKind;
  readonly batch: number;
  /** The bank, as the campaign calls it, and the file's name. */
  readonly bank: string;
  readonly file: string;
  /** Of a payment 1; of a file or a batch that is withdrawn, all of it. */
  readonly count: number;
  readonly amount: Fen;
  /** The payment's reference, and the one before under which the same payout was in a batch; empty where there is none. */
  readonly reference: string;
  readonly before: string;
  readonly department: string;
  /** The measure's id, or its name where the campaign does not have it. */
  readonly measure: string;
  readonly name: string;
  /** Masked. */
  readonly account: string;
  /** File, sheet and row where it stood, as seen from the campaign's folder. */
  readonly place: string;
  /** The digests of whoever is paid (empty where no valid ID number says), and of the account. */
  readonly person: string;
  readonly payee: string;
  /** What tells one key from another. */
  readonly key: string;
  readonly note: string;
}
