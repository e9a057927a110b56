import { OUTCOMES } from '../../domain/row/bank-outcome.ts';
import type { Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';

/** What returns say of themselves, without the lists: payments that failed or were taken back. */
export interface NotArrived {
  readonly payments: number;
  readonly fen: bigint;
}

/** Counts them; needs the table `payment`. */
export async function notArrived({ database }: Lists): Promise<NotArrived> {
  const outcomes = (['failed', 'reversed'] as const).map((outcome) => OUTCOMES.indexOf(outcome)).join(', ');
  const { payments, fen } = await database.one<Row & { payments: bigint; fen: bigint }>(
    `select count(*) as payments, coalesce(sum(amount), 0)::bigint as fen from payment where outcome in (${outcomes})`,
  );
  return { payments: Number(payments), fen };
}
