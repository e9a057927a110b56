import type { Fen } from '../money.ts';
import type { PaymentEvent } from './payment-event.ts';

/** A payment as it went into a batch. */
interface Payment {
  readonly event: PaymentEvent;
  readonly reference: string;
  readonly batch: number;
  readonly amount: Fen;
  /** The digest of the account. */
  readonly payee: string;
  /** Whether its batch is withdrawn: nobody was to be paid by it. */
  readonly isWithdrawn: boolean;
}

/** One payout through all batches that it was in: a payment that failed goes on in a later one. */
export interface Chain {
  readonly payments: readonly Payment[];
  readonly measure: string;
  readonly department: string;
  readonly name: string;
  /** The digest of whoever is paid; empty where no ID number says. */
  readonly person: string;
  /** The last payment that was not withdrawn. */
  readonly live: Payment | null;
}

interface BatchFile {
  readonly file: string;
  readonly bank: string;
  readonly count: number;
  readonly amount: Fen;
}

export interface Batch {
  readonly number: number;
  readonly time: string;
  readonly count: number;
  readonly amount: Fen;
  /** Those that were put in their places: all of them, unless the run was cut short. */
  readonly files: readonly BatchFile[];
  readonly isWithdrawn: boolean;
  /** Whether all of its payments stand in files that were put in their places. */
  readonly isWhole: boolean;
}

/** What a ledger of payments says. */
export interface PaymentLedger {
  readonly chains: readonly Chain[];
  readonly batches: readonly Batch[];
  /** What tells the key by which its digests were made; empty where there are none yet. */
  readonly key: string;
}

interface OpenBatch {
  readonly number: number;
  readonly time: string;
  count: number;
  amount: Fen;
  readonly files: BatchFile[];
  isWithdrawn: boolean;
}

/** The batches and payouts of a ledger's lines. */
export function paymentLedger(events: readonly PaymentEvent[]): PaymentLedger {
  const batches = new Map<number, OpenBatch>();
  for (const event of events) {
    const { batch: number, time, count, amount, kind, file, bank } = event;
    const batch = batches.get(number) ?? { number, time, count: 0, amount: 0n, files: [], isWithdrawn: false };
    batches.set(number, batch);
    if (kind === 'withdrawn') batch.isWithdrawn = true;
    else if (kind === 'filed') batch.files.push({ file, bank, count, amount });
    else {
      batch.count += 1;
      batch.amount += amount;
    }
  }
  const made = events.filter(({ kind }) => kind === 'made');
  return {
    chains: chainsOf(made, (number) => batches.get(number)?.isWithdrawn ?? false),
    batches: [...batches.values()].map((batch) => ({ ...batch, isWhole: isWhole(batch) })),
    key: made.at(-1)?.key ?? '',
  };
}

/** Whether its files hold what its payments come to. */
function isWhole({ files, count, amount }: OpenBatch): boolean {
  const filed = files.reduce((sum, each) => ({ count: sum.count + each.count, amount: sum.amount + each.amount }), {
    count: 0,
    amount: 0n,
  });
  return filed.count === count && filed.amount === amount;
}

function chainsOf(made: readonly PaymentEvent[], isWithdrawn: (batch: number) => boolean): Chain[] {
  const chains: Payment[][] = [];
  const byReference = new Map<string, Payment[]>();
  for (const event of made) {
    const { reference, batch, amount, payee, before } = event;
    const known = byReference.get(before);
    const chain = known ?? [];
    if (!known) chains.push(chain);
    chain.push({ event, reference, batch, amount, payee, isWithdrawn: isWithdrawn(batch) });
    byReference.set(reference, chain);
  }
  return chains.map((payments) => {
    const { measure, department, name } = (payments.at(-1) as Payment).event;
    const person = payments.findLast(({ event }) => event.person !== '')?.event.person ?? '';
    const live = payments.findLast((each) => !each.isWithdrawn) ?? null;
    return { payments, measure, department, name, person, live };
  });
}

/** The number of the next batch. */
export const nextBatch = ({ batches }: PaymentLedger): number =>
  Math.max(0, ...batches.map(({ number }) => number)) + 1;
