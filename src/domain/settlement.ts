import { OUTCOMES, type Outcome } from './row/bank-outcome.ts';

/** What became of a payout that a bank was to pay; `open`: the bank has said nothing, or has not decided. */
export const SLOT_STATES = ['open', 'pending', 'paid', 'failed', 'reversed'] as const;
export type SlotState = (typeof SLOT_STATES)[number];

/**
 * What one row of a bank return is, exactly one of these: the bank's last word on a payout (paid, failed, reversed, pending),
 * or one that a later word replaced; paid, but another amount; a payment of what had been paid; paid to nobody on a list; not
 * paid, to nobody on a list; told again, by a later row with the same number or in a later cumulative return; in a file that
 * was there already; not understood.
 */
export const ROW_STATES = [
  ...OUTCOMES,
  'replaced',
  'differs',
  'repeated',
  'not-listed',
  'unpaid-not-listed',
  'superseded',
  'same-file',
  'unclear',
] as const;
export type RowState = (typeof ROW_STATES)[number];

/** A payout, and the bank's last word on it: which payment, of which return. */
export interface Slot {
  readonly id: bigint;
  readonly state: SlotState;
  readonly payment: bigint | null;
  readonly file: number | null;
}

/** One row of a bank return. Rows come in the order in which the bank wrote them. */
export interface Payment {
  readonly id: bigint;
  readonly outcome: Outcome;
  readonly file: number;
}

/** What a payment turned out to be: the bank's last word on a payout (its outcome), or one that a later word replaced. */
type PaymentState = Outcome | 'replaced';

export interface Settled {
  readonly slots: readonly Slot[];
  /** Of each payment that belongs to a payout; the others are left for whoever knows more. */
  readonly payments: ReadonlyMap<bigint, { readonly state: PaymentState; readonly slot: bigint }>;
}

/**
 * Follows payments of one amount to one payee, in order, to as many payouts as there are. A payment after a failure that
 * another return told is the failed one issued again; in the same return it is another payout’s, while there is one. A failure
 * that a later return tells of what had arrived means that it did not; in the same return, that a second attempt did. Of two
 * payments for one payout, what is taken back is the one too many.
 */
export function settle(slots: readonly Slot[], payments: readonly Payment[]): Settled {
  const now = slots.map((slot) => ({ ...slot }));
  const settled = new Map<bigint, { state: PaymentState; slot: bigint }>();
  /** Payments for which there is no payout. */
  const spare: bigint[] = [];
  const first = (file: number, ...wanted: readonly Wanted[]) => {
    for (const { state, from } of wanted) {
      const found = now.find((slot) => slot.state === state && (from === 'other' ? slot.file !== file : true));
      if (found) return found;
    }
    return undefined;
  };
  for (const { id, outcome, file } of payments) {
    const paid = now.find(({ state }) => state === 'paid');
    if (outcome === 'reversed' && paid && spare.length > 0) {
      // What was paid once too often is what is taken back.
      for (const one of [spare.pop() as bigint, id]) settled.set(one, { state: 'replaced', slot: paid.id });
      continue;
    }
    const slot = first(file, ...WANTED[outcome]);
    if (!slot) {
      if (outcome === 'paid') spare.push(id);
      else if (paid) settled.set(id, { state: 'replaced', slot: paid.id }); // the other attempt arrived
      continue;
    }
    const before = slot.payment === null ? undefined : settled.get(slot.payment);
    if (slot.payment !== null) settled.set(slot.payment, { state: 'replaced', slot: before?.slot ?? slot.id });
    settled.set(id, { state: outcome, slot: slot.id });
    Object.assign(slot, { state: outcome, payment: id, file });
  }
  return { slots: now, payments: settled };
}

interface Wanted {
  readonly state: SlotState;
  /** Whether only what another return told is meant. */
  readonly from: 'any' | 'other';
}

const any = (state: SlotState): Wanted => ({ state, from: 'any' });
const other = (state: SlotState): Wanted => ({ state, from: 'other' });

/** Which payout an outcome is about, the likeliest first. */
const WANTED: Readonly<Record<Outcome, readonly Wanted[]>> = {
  paid: [any('pending'), other('failed'), other('reversed'), any('open'), any('failed'), any('reversed')],
  failed: [any('pending'), any('open'), other('failed'), other('paid')],
  reversed: [any('paid'), any('pending'), any('open')],
  pending: [any('open'), other('failed'), other('reversed')],
};
