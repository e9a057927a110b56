import { groupedBy } from '../../domain/grouped-by.ts';
import type { Fen } from '../../domain/money.ts';
import { type Fate, HOLDS, NOT_FOR_BANK, SETTLED } from '../../domain/pay/fate.ts';
import type { Batch } from '../../domain/pay/payment-ledger.ts';
import type { Sum } from '../../totals/reconcile/reconciled.ts';
import type { Decided, PaymentPlan } from './payment-plan.ts';

/** Payouts of one fate, and of one reason among them. */
export interface FateSum extends Sum {
  readonly kind: Fate['kind'];
  /** Null for what is paid now. */
  readonly why: string | null;
}

export interface PaymentSums {
  /** Every payout once: what it comes to is `total`. */
  readonly fates: readonly FateSum[];
  readonly byKind: Readonly<Record<Fate['kind'], Sum>>;
  /** Of those, what only doubts hold back. */
  readonly doubles: Sum;
  /** Of those, what is so far off that it distorts their sum. */
  readonly outliers: Sum;
  readonly total: Sum;
}

const ORDER: readonly string[] = [...SETTLED, ...HOLDS, ...NOT_FOR_BANK];
const KINDS = ['now', 'settled', 'held', 'not-for-bank'] as const satisfies readonly Fate['kind'][];

const sumOf = (decided: readonly Decided[]): Sum => ({
  count: decided.length,
  amount: decided.reduce((sum, { payable: { amount } }) => sum + (amount ?? 0n), 0n) as Fen,
});

/** The reason of a fate by which payouts are counted: the worst. */
export function whyOf(fate: Fate): string | null {
  return fate.kind === 'now' ? null : fate.kind === 'held' ? fate.why[0].kind : fate.why;
}

/** What becomes of all payouts, by reason. */
export function paymentSums({ decided }: PaymentPlan): PaymentSums {
  const byFate = groupedBy(decided, ({ fate }) => `${KINDS.indexOf(fate.kind)} ${whyOf(fate) ?? ''}`);
  const fates = [...byFate.values()]
    .flatMap((own): FateSum[] => {
      const [first] = own;
      return first ? [{ kind: first.fate.kind, why: whyOf(first.fate), ...sumOf(own) }] : [];
    })
    .sort(
      (a, b) =>
        KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || ORDER.indexOf(a.why ?? '') - ORDER.indexOf(b.why ?? ''),
    );
  const of = (is: (one: Decided) => boolean) => sumOf(decided.filter(is));
  return {
    fates,
    byKind: Object.fromEntries(
      KINDS.map((kind) => [kind, of(({ fate }) => fate.kind === kind)]),
    ) as PaymentSums['byKind'],
    outliers: of(({ fate }) => fate.kind === 'held' && fate.why.some(({ detail }) => detail === 'amount-outlier')),
    doubles: of(({ fate }) => whyOf(fate) === 'double'),
    total: sumOf(decided),
  };
}

export interface BatchStanding extends Batch {
  readonly paid: Sum;
  readonly failed: Sum;
  /** No bank has said what became of it. */
  readonly open: Sum;
}

/** Every batch, and what became of its payments, as far as lists still have them. */
export function batchStandings({ keyed: { ledger }, decided }: PaymentPlan): BatchStanding[] {
  const states = new Map<string, string>();
  for (const { chain, payable } of decided) {
    if (chain?.isSure && chain.chain.live) states.set(chain.chain.live.reference, payable.state);
  }
  const payments = ledger.chains.flatMap((chain) =>
    chain.payments.map((payment) => ({
      ...payment,
      // What was tried again after it, failed.
      state: payment === chain.live ? (states.get(payment.reference) ?? 'open') : 'failed',
    })),
  );
  const ofBatch = groupedBy(payments, ({ batch }) => batch);
  return ledger.batches.map((batch) => {
    const sum = (...wanted: readonly string[]): Sum => {
      const own = (ofBatch.get(batch.number) ?? []).filter(({ state }) => wanted.includes(state));
      return { count: own.length, amount: own.reduce((all, { amount }) => all + amount, 0n) as Fen };
    };
    return { ...batch, paid: sum('paid'), failed: sum('failed', 'reversed'), open: sum('open', 'pending') };
  });
}
