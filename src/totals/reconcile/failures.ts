import { groupedBy } from '../../domain/grouped-by.ts';
import type { Fen } from '../../domain/money.ts';
import { bankReason, FAILURES, type Failure, failureOf } from '../../domain/pay/failure.ts';
import type { Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import { slotState } from './match-key.ts';

/** Payouts that the bank did not pay, or took back, by what it says. */
export interface FailureSum {
  readonly failure: Failure;
  /** As the bank says it; empty where it says nothing. */
  readonly reason: string;
  readonly count: number;
  readonly amount: Fen;
}

/** What of the lists the bank did not pay, the kinds of failures in their order, the commonest reason of each first. */
export async function failureSums({ database }: Lists): Promise<FailureSum[]> {
  const rows = await database.all<
    Row & { reason: string | null; remark: string | null; result: string | null; count: bigint; amount: bigint | null }
  >(
    `select b.reason, b.remark, b.result, count(*) as count, sum(s.amount) as amount
    from slot s join payment y on y.id = s.payment join any_row b on b.list = y.list and b.row = y.row
    where s.through_bank and s.state in (${slotState('failed')}, ${slotState('reversed')}) group by all`,
  );
  return [...groupedBy(rows, bankReason)]
    .map(([reason, own]) => ({
      failure: failureOf(reason),
      reason,
      count: own.reduce((all, { count }) => all + Number(count), 0),
      amount: own.reduce((all, { amount }) => all + (amount ?? 0n), 0n) as Fen,
    }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
    .sort((a, b) => FAILURES.indexOf(a.failure) - FAILURES.indexOf(b.failure));
}
