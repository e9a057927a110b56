import type { NonPayoutReason } from '../../domain/row/list-row.ts';
import type { Lists } from '../../engine/lists.ts';

/** Rows of one list that are no payouts, for one reason. */
export interface NonPayouts {
  readonly list: number;
  readonly reason: NonPayoutReason;
  readonly count: number;
  /** The first few, as the spreadsheet counts. */
  readonly first: readonly number[];
}

const SHOWN_FIRST = 5;

/** What stands on lists besides payouts, by list and reason, in the order of the rows. */
export async function nonPayoutsOf({ database }: Lists): Promise<NonPayouts[]> {
  const rows = await database.all<{ list: number; reason: NonPayoutReason; count: bigint; first: number[] }>(
    `select list, reason, count(*) as count, list_sort(list("row"))[:${SHOWN_FIRST}] as first from non_payout
    group by list, reason order by list, min("row")`,
  );
  return rows.map(({ count, ...row }) => ({ ...row, count: Number(count) }));
}

/** The rows of a list that add up others. */
export async function totalRows({ database }: Lists, list: number): Promise<ReadonlySet<number>> {
  const rows = await database.all<{ row: number }>(
    `select "row" from non_payout where list = $1 and reason in ('subtotal', 'total')`,
    [list],
  );
  return new Set(rows.map(({ row }) => row));
}

/** Every such row. */
export async function* everyNonPayout({ database }: Lists) {
  yield* database.stream<{ list: number; row: number; reason: NonPayoutReason }>(
    'select list, "row", reason from non_payout order by list, "row"',
  );
}
