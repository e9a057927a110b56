import type { Fen } from '../../domain/money.ts';
import type { Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import type { ResolvedLists } from '../../identity/resolved-lists.ts';

/** The campaign's batches as its lists name them; a payout without one has the number 0, these from 1. */
export function batchesOf({ lists }: Lists): string[] {
  return [...new Set(lists.flatMap(({ source }) => source.input.batch ?? []))];
}

/** SQL on payouts `r`: the number of their batch. */
export function batchSql(lists: Lists): string {
  const batches = batchesOf(lists);
  if (batches.length === 0) return '0';
  const numbers = lists.lists.map(({ source }) => batches.indexOf(source.input.batch ?? '') + 1);
  return `[${numbers.join(', ')}][r.list + 1]`;
}

/** What one batch pays. Payouts and money add up; people may be in several. */
export interface ListedBatch {
  /** Null for lists that say none. */
  readonly batch: string | null;
  readonly payouts: number;
  readonly persons: number;
  readonly amount: Fen;
  /** Payouts without an amount that could be read. */
  readonly withoutAmount: number;
}

/** What each batch pays, in the order of the lists; nothing where no list says of which it is. */
export async function listedBatches(lists: ResolvedLists): Promise<ListedBatch[]> {
  const batches = batchesOf(lists);
  if (batches.length === 0) return [];
  const rows = await lists.database.all<
    Row & { batch: number; payouts: bigint; persons: bigint; amount: bigint | null; without: bigint }
  >(
    `select ${batchSql(lists)} as batch, count(*) as payouts, count(distinct identity) as persons, sum(amount) as amount,
      count(*) filter (amount is null) as without from resolved r where not earlier group by 1 order by batch = 0, batch`,
  );
  return rows.map(({ batch, payouts, persons, amount, without }) => ({
    batch: batches[batch - 1] ?? null,
    payouts: Number(payouts),
    persons: Number(persons),
    amount: (amount ?? 0n) as Fen,
    withoutAmount: Number(without),
  }));
}
