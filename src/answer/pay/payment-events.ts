import type { PaymentEvent } from '../../domain/pay/payment-event.ts';
import type { Batch } from '../../domain/pay/payment-ledger.ts';
import { maskAccount } from '../../domain/people/contact.ts';
import { maskText } from '../../domain/shown/masking.ts';
import type { PaymentPlan } from './payment-plan.ts';

/** What the ledger says of a batch: each of its payments, and when they stand in their places, each of its files. */
export interface BatchEvents {
  readonly made: readonly PaymentEvent[];
  readonly filed: readonly PaymentEvent[];
}

const NOTHING: Omit<PaymentEvent, 'time' | 'kind' | 'batch' | 'count' | 'amount'> = {
  bank: '',
  file: '',
  reference: '',
  before: '',
  department: '',
  measure: '',
  name: '',
  account: '',
  place: '',
  person: '',
  payee: '',
  key: '',
  note: '',
};

/** The lines of a plan's batch; `names` are its files' names, in their order. */
export function batchEvents(
  { batch, files, keyed: { key } }: PaymentPlan,
  names: readonly string[],
  time: string,
): BatchEvents {
  const of = (index: number) => ({
    ...NOTHING,
    time,
    batch,
    bank: files[index]?.bank.name ?? '',
    file: names[index] ?? '',
  });
  return {
    made: files.flatMap(({ payments }, index) =>
      payments.map(({ payout, amount, reference, before }): PaymentEvent => {
        const { department, measure, name, account, place, person } = payout;
        return {
          ...of(index),
          kind: 'made',
          count: 1,
          amount,
          reference,
          before,
          department: maskText(department),
          measure,
          name,
          account: maskAccount(account),
          place,
          person,
          payee: key.payee(account),
          key: key.mark,
        };
      }),
    ),
    filed: files.map(
      ({ payments, total }, index): PaymentEvent => ({
        ...of(index),
        kind: 'filed',
        count: payments.length,
        amount: total,
      }),
    ),
  };
}

/** The line that says that a batch is withdrawn. */
export const withdrawnEvent = (
  { number, count, amount }: Pick<Batch, 'number' | 'count' | 'amount'>,
  time: string,
  note: string,
): PaymentEvent => ({
  ...NOTHING,
  time,
  kind: 'withdrawn',
  batch: number,
  count,
  amount,
  note,
});
