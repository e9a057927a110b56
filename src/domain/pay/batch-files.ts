import type { PaymentBank } from '../campaign/payment-banks.ts';
import { groupedBy } from '../grouped-by.ts';
import type { Fen } from '../money.ts';

/** Where a payment goes by its account. */
export interface Payee {
  readonly account: string;
  readonly bank: string;
}

/** Whether an account is a bank's: by how it begins, or by words in the bank's name. Which bank says nothing of that has the rest. */
const isOf = ({ match }: PaymentBank, { account, bank }: Payee): boolean =>
  match.length === 0 || match.some((sign) => (/^\d+$/.test(sign) ? account.startsWith(sign) : bank.includes(sign)));

/** The bank that an account is of: the first that it fits, one that takes the rest last; null where none does. */
export function bankOf(payee: Payee, banks: readonly PaymentBank[]): PaymentBank | null {
  const own = banks.filter(({ match }) => match.length > 0).find((bank) => isOf(bank, payee));
  return own ?? banks.find(({ match }) => match.length === 0) ?? null;
}

/** A file of a batch, with what it comes to. */
export interface PlannedFile<P> {
  readonly bank: PaymentBank;
  /** Which of the bank's, from 1, of how many. */
  readonly part: number;
  readonly parts: number;
  readonly payments: readonly P[];
  readonly total: Fen;
}

/** Payments in files: a bank's own, in the campaign's order, and no more of them in one than the bank takes. */
export function plannedFiles<P extends { readonly amount: Fen | null }>(
  payments: readonly { readonly bank: PaymentBank; readonly payment: P }[],
  banks: readonly PaymentBank[],
): PlannedFile<P>[] {
  const ofBank = groupedBy(payments, ({ bank }) => bank);
  return banks.flatMap((bank) => {
    const own = (ofBank.get(bank) ?? []).map(({ payment }) => payment);
    const most = bank.maxRows ?? Math.max(1, own.length);
    const parts = Math.ceil(own.length / most);
    return Array.from({ length: parts }, (_, index) => {
      const some = own.slice(index * most, (index + 1) * most);
      const total = some.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n);
      return { bank, part: index + 1, parts, payments: some, total };
    });
  });
}
