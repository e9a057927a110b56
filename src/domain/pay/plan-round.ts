import type { PaymentBank } from '../campaign/payment-banks.ts';
import type { Fen } from '../money.ts';
import { bankOf, type Payee, type PlannedFile, plannedFiles } from './batch-files.ts';
import { type Fate, fateOf, type Hold, type Round, type ToDecide } from './fate.ts';
import { paymentReference } from './reference.ts';

/** A payout that is to be decided, with the account that it would be paid to. */
export interface Roundable extends Payee {
  readonly amount: Fen | null;
}

/** A payment in a batch. */
export interface Planned<P> {
  readonly payout: P;
  readonly amount: Fen;
  readonly reference: string;
  /** The reference under which it was in a batch before; empty where it was in none. */
  readonly before: string;
  /** Its place in its file, from 1. */
  readonly ordinal: number;
}

export interface PlannedRound<P> {
  /** Exactly one for every payout. */
  readonly fates: ReadonlyMap<P, Fate>;
  readonly files: readonly PlannedFile<Planned<P>>[];
}

/** What a batch is made with. */
export interface BatchTerms<P> {
  readonly banks: readonly PaymentBank[];
  /** The campaign's letters, and the number of the batch. */
  readonly code: string;
  readonly batch: number;
  /** Why a payment can't be written as its bank wants it; null where it can. */
  readonly unfit: (payout: P, bank: PaymentBank) => Hold | null;
}

/** One round: what becomes of every payout, and the files of those that are paid now, each payment with a reference of its own. */
export function planRound<P extends Roundable>(
  payouts: readonly { readonly payout: P; readonly toDecide: ToDecide }[],
  round: Round,
  { banks, code, batch, unfit }: BatchTerms<P>,
): PlannedRound<P> {
  const fates = new Map<P, Fate>();
  const before = new Map<P, string>();
  const now: { bank: PaymentBank; payment: P }[] = [];
  for (const { payout, toDecide } of payouts) {
    const fate = fateOf(toDecide, round);
    const bank = fate.kind === 'now' ? bankOf(payout, banks) : null;
    const against: Hold | null = bank ? unfit(payout, bank) : { kind: 'no-bank', detail: '' };
    fates.set(payout, fate.kind === 'now' && against ? { kind: 'held', why: [against] } : fate);
    if (!bank || against) continue;
    before.set(payout, toDecide.matched?.isSure ? (toDecide.matched.chain.payments.at(-1)?.reference ?? '') : '');
    now.push({ bank, payment: payout });
  }
  let number = 0;
  const files = plannedFiles(now, banks).map((file) => ({
    ...file,
    payments: file.payments.map((payout, index): Planned<P> => {
      number += 1;
      return {
        payout,
        amount: payout.amount ?? 0n,
        reference: paymentReference(code, batch, number),
        before: before.get(payout) ?? '',
        ordinal: index + 1,
      };
    }),
  }));
  return { fates, files };
}
