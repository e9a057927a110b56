import { withdrawnEvent } from '../answer/pay/payment-events.ts';
import { batchStandings } from '../answer/pay/payment-sums.ts';
import { grouped, yuan } from '../domain/money.ts';
import { PAYMENT_LINES } from '../read/register/payment-line.ts';
import type { ExaminedPayments } from '../report/pay/examined-payments.ts';
import { appendLines } from '../write/register/append-events.ts';
import { eventTime } from './case-time.ts';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';
import type { LedgerAt } from './payment-ledger.ts';

/**
 * Says in the ledger that a batch was made and never sent; its files are left for whoever made them to destroy.
 * @throws UsageError where there is no such batch, or a bank return speaks of it, or a later batch goes on from it.
 */
export function withdrawBatch(
  { plan, lists, say }: ExaminedPayments,
  number: number,
  { at, note }: { readonly at: LedgerAt; readonly note: string },
  { say: tell, io }: Context,
): void {
  const { refused } = say;
  const standings = batchStandings(plan);
  const batch = standings.find((each) => each.number === number);
  if (!batch) throw new UsageError(refused.noBatch(String(number), standings.map((each) => each.number).join(', ')));
  if (batch.isWithdrawn) throw new UsageError(refused.isWithdrawn(String(number)));
  const isFollowed = at.ledger.chains.some(({ payments, live }) =>
    payments.some((payment) => payment.batch === number && live && live !== payment && live.batch > number),
  );
  if (isFollowed) throw new UsageError(refused.isFollowed(String(number)));
  const returned = batch.paid.count + batch.failed.count + pendingOf(plan, number);
  if (returned > 0) throw new UsageError(refused.isReturned(String(number), grouped(String(returned))));
  appendLines(at.path, lists.campaign?.id ?? '', PAYMENT_LINES, ({ seal }) => {
    if (seal !== at.seal) throw new UsageError(refused.ledgerMoved);
    return [withdrawnEvent(batch, eventTime(io), note)];
  });
  tell(say.withdrawn(String(number), grouped(String(batch.count)), grouped(yuan(batch.amount))));
  for (const { file } of batch.files) tell(`  ${file}`);
}

/** What the bank is still working on was sent to it. */
const pendingOf = ({ decided }: ExaminedPayments['plan'], number: number): number =>
  decided.filter(({ chain, payable }) => payable.state === 'pending' && chain?.chain.live?.batch === number).length;
