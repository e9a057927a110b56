import type { Fen } from '../../domain/money.ts';
import { FAILURES, type Failure, failureOf } from '../../domain/pay/failure.ts';
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

/** SQL on a row `b` of a bank return: why it failed. */
const REASON = "coalesce(b.reason, b.result, '')";

/** What of the lists the bank did not pay, the kinds of failures in their order, the commonest reason of each first. */
export async function failureSums({ database }: Lists): Promise<FailureSum[]> {
  const rows = await database.all<Row & { reason: string; count: bigint; amount: bigint | null }>(
    `select ${REASON} as reason, count(*) as count, sum(s.amount) as amount
    from slot s join payment y on y.id = s.payment join any_row b on b.list = y.list and b.row = y.row
    where s.through_bank and s.state in (${slotState('failed')}, ${slotState('reversed')}) group by all order by count desc, reason`,
  );
  return rows
    .map(({ reason, count, amount }) => ({
      failure: failureOf(reason),
      reason,
      count: Number(count),
      amount: (amount ?? 0n) as Fen,
    }))
    .sort((a, b) => FAILURES.indexOf(a.failure) - FAILURES.indexOf(b.failure));
}
