import type { NonPayoutReason } from '../domain/row/list-row.ts';
import type { Row } from './database.ts';
import type { Lists } from './lists.ts';

/** What stands in a row of a list: somebody, without whose name nobody can be compared; something else; or it is past the last. */
export type FoundRow =
  | { readonly is: 'payee'; readonly hasName: boolean }
  | { readonly is: 'non-payout'; readonly reason: NonPayoutReason }
  | { readonly is: 'missing'; readonly first: number | null; readonly last: number | null };

/** Looks a row up, as a spreadsheet numbers it. */
export async function findRow({ database }: Lists, list: number, row: number): Promise<FoundRow> {
  const [payee] = await database.all<Row & { named: boolean }>(
    'select name is not null as named from any_person where list = $1 and "row" = $2',
    [list, row],
  );
  if (payee) return { is: 'payee', hasName: payee.named };
  const [aside] = await database.all<Row & { reason: NonPayoutReason }>(
    'select reason from non_payout where list = $1 and "row" = $2',
    [list, row],
  );
  if (aside) return { is: 'non-payout', reason: aside.reason };
  const ends = await database.one<Row & { first: number | null; last: number | null }>(
    'select min("row") as first, max("row") as last from any_person where list = $1',
    [list],
  );
  return { is: 'missing', ...ends };
}
