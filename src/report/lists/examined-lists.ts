import type { CheckedRows } from '../../checks/row/check-rows.ts';
import type { Gathered } from '../../domain/campaign/gathered.ts';
import type { Lists } from '../../engine/lists.ts';
import type { ListWords } from '../../text/zh/lists.ts';
import type { ListedTotals } from '../../totals/lists/listed.ts';
import type { UnpaidRows } from '../../totals/lists/unpaid.ts';
import type { Reconciliation } from '../../totals/reconcile/reconciliation.ts';

/** One list as it was read: a file, or a sheet of it. */
export type ExaminedList = Lists['lists'][number];

/** Lists that were read, added up and checked, and the words to say it with. */
export interface ExaminedLists {
  readonly lists: Lists;
  /** How they came to be read. */
  readonly gathered: Gathered;
  readonly totals: ListedTotals;
  readonly unpaid: readonly UnpaidRows[];
  readonly checked: CheckedRows;
  readonly words: ListWords;
  /** What the bank did, where the campaign's returns were read too. */
  readonly reconciliation?: Reconciliation;
}
