import { SLOT_STATES, type SlotState } from '../../domain/settlement.ts';
import type { Row } from '../../engine/database.ts';
import type { Lists } from '../../engine/lists.ts';
import type { Listed } from '../lists/listed.ts';
import { outliersIn } from '../lists/outliers.ts';
import { IS_MENTIONED } from './mentioned.ts';

/** What is out of all proportion in sums of what was reconciled. */
export type ReconciledOutliers = Readonly<Record<'listed' | 'open' | 'unmentioned', Listed['outliers']>>;

interface Standing {
  /** Of `SLOT_STATES`; null where no bank pays. */
  readonly state: number | null;
  readonly mentioned: boolean;
}

/** Of these the bank has said nothing, or has not decided. */
export const OPEN: readonly SlotState[] = ['open', 'pending'];

/** Payouts that are open and that nobody speaks of. */
export const isUnmentioned = ({ state, mentioned }: Standing) =>
  !mentioned && state !== null && SLOT_STATES[state] === 'open';

/** Asked once payouts are matched with what returns say of them. */
export async function outlierSums(lists: Lists): Promise<ReconciledOutliers> {
  const none = { rows: 0, amount: 0n };
  if ((await outliersIn(lists)).sums.length === 0) return { listed: none, open: none, unmentioned: none };
  const found = await lists.database.all<Standing & Row & { count: bigint; amount: bigint }>(
    `select case when s.through_bank then s.state end as state, ${IS_MENTIONED} as mentioned, count(*) as count,
      sum(o.amount)::bigint as amount
    from slot s join outlier o on o.list = s.list and o.row = s.row group by 1, 2`,
  );
  const sum = (own: typeof found) => ({
    rows: own.reduce((all, { count }) => all + Number(count), 0),
    amount: own.reduce((all, { amount }) => all + amount, 0n),
  });
  const isOpen = ({ state }: (typeof found)[number]) =>
    state !== null && OPEN.includes(SLOT_STATES[state] as SlotState);
  return { listed: sum(found), open: sum(found.filter(isOpen)), unmentioned: sum(found.filter(isUnmentioned)) };
}
