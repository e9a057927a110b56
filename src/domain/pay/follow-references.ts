import type { Outcome } from '../row/bank-outcome.ts';
import { type RowState, type SlotState, settle } from '../settlement.ts';
import type { Chain } from './payment-ledger.ts';

/** A row of a bank return that has the reference of a payment. Rows come in the order in which the bank wrote them. */
export interface ReferencedRow {
  readonly id: bigint;
  readonly reference: string;
  readonly outcome: Outcome;
  readonly file: number;
}

/** What became of a payout, and by which row of a return that is known; null where the bank has said nothing yet. */
interface Followed {
  readonly state: SlotState;
  readonly payment: bigint | null;
  readonly file: number | null;
}

export interface FollowedReferences {
  readonly chains: ReadonlyMap<Chain, Followed>;
  readonly rows: ReadonlyMap<bigint, { readonly state: RowState; readonly chain: Chain }>;
}

const SILENT: Followed = { state: 'open', payment: null, file: null };

/**
 * What became of payouts by the references of their payments, of which each is followed by itself: a failure that is told late does not
 * undo a payment that was made for it since. A payout is paid as soon as one of its payments is; a second one is too much. Else what
 * its last payment came to decides: where the bank is silent on that, the payout is open, whatever became of those before.
 */
export function followReferences(chains: Iterable<Chain>, rows: readonly ReferencedRow[]): FollowedReferences {
  const byReference = new Map<string, ReferencedRow[]>();
  for (const row of rows) {
    const own = byReference.get(row.reference);
    if (own) own.push(row);
    else byReference.set(row.reference, [row]);
  }
  const followed = new Map<Chain, Followed>();
  const states = new Map<bigint, { state: RowState; chain: Chain }>();
  for (const chain of chains) {
    const each = chain.payments.map((payment) => ({
      isLive: payment === chain.live,
      ...followOne(byReference.get(payment.reference) ?? [], (id, state) => states.set(id, { state, chain })),
    }));
    const paid = each.filter(({ state }) => state === 'paid');
    const last = each.find(({ isLive }) => isLive) ?? each.findLast(({ payment }) => payment !== null);
    const { isLive: _, ...decides } = paid[0] ?? last ?? { ...SILENT, isLive: false };
    followed.set(chain, decides);
    for (const { payment, state } of each) {
      if (payment === null || payment === decides.payment) continue;
      states.set(payment, { state: state === 'paid' ? 'repeated' : 'replaced', chain });
    }
  }
  return { chains: followed, rows: states };
}

function followOne(rows: readonly ReferencedRow[], tell: (id: bigint, state: RowState) => void): Followed {
  if (rows.length === 0) return SILENT;
  const { slots, payments } = settle([{ id: 0n, state: 'open', payment: null, file: null }], rows);
  const [slot = { ...SILENT }] = slots;
  for (const { id, outcome } of rows) {
    const state = payments.get(id)?.state;
    tell(id, state ?? (outcome === 'paid' ? 'repeated' : 'replaced'));
  }
  return { state: slot.state, payment: slot.payment, file: slot.file };
}
