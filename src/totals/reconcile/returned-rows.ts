import type { Fen } from '../../domain/money.ts';
import { ROW_STATES, type RowState } from '../../domain/settlement.ts';
import type { Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import type { Sum } from './reconciled.ts';

/** The rows of one bank return, each in one state. */
export interface ReturnedRows {
  /** The return's place among the returns. */
  readonly index: number;
  readonly rows: Readonly<Record<RowState, Sum>>;
}

export async function returnedRows({ database, lists, earlier, rosters, returns }: Lists): Promise<ReturnedRows[]> {
  const first = lists.length + earlier.length + rosters.length;
  const rows = await database.all<Row & { list: number; state: number; count: bigint; amount: bigint | null }>(
    'select list, state, count(*) as count, sum(amount) as amount from payment group by all',
  );
  return returns.map((_, index) => {
    const own = rows.filter(({ list }) => list === first + index);
    const states = ROW_STATES.map((state, number): [RowState, Sum] => {
      const row = own.find((each) => each.state === number);
      return [state, { count: Number(row?.count ?? 0), amount: (row?.amount ?? 0n) as Fen }];
    });
    return { index, rows: Object.fromEntries(states) as Record<RowState, Sum> };
  });
}
