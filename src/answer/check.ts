import { checkGroups } from '../checks/group/check-groups.ts';
import paymentUnclear from '../checks/return/payment-unclear.ts';
import { checkRows } from '../checks/row/check-rows.ts';
import type { Day } from '../domain/calendar.ts';
import { listedTotals } from '../totals/lists/listed.ts';
import { nonPayoutsOf } from '../totals/lists/non-payouts.ts';
import { nowhereRows } from '../totals/lists/nowhere.ts';
import { type NotArrived, notArrived } from '../totals/reconcile/not-arrived.ts';
import { createPayments, type ReturnEntry } from '../totals/reconcile/payments.ts';
import type { GroupsAnswer } from './dedupe.ts';
import type { ListsAnswer } from './lists.ts';
import type { Resolved } from './resolved.ts';

/** Lists, rosters and bank returns of which single rows were checked. */
export interface CheckAnswer extends ListsAnswer, GroupsAnswer {
  /** What the bank's returns among them say did not arrive; none where there are none. */
  readonly notArrived?: NotArrived;
}

/** Can the rows of all that was read be understood, each by itself? `entries`: what the bank returns among them are of. */
export async function checkAnswer(
  { lists, gathered }: Resolved,
  { today, entries }: { readonly today: Day; readonly entries: readonly ReturnEntry[] },
): Promise<CheckAnswer> {
  const hasReturns = lists.returns.length > 0;
  if (hasReturns) await createPayments(lists, entries, lists.campaign?.outcomes ?? {});
  const returned = hasReturns ? { notArrived: await notArrived(lists) } : {};
  const [totals, nonPayouts] = [await listedTotals(lists), await nonPayoutsOf(lists)];
  return { ...(await checkedRows({ lists, gathered, totals, nonPayouts }, today)), ...returned };
}

/** The single rows of all that was read, lists, rosters and bank returns, checked. */
export async function checkedRows<Read extends Omit<ListsAnswer, 'checked'>>(
  read: Read,
  today: Day,
): Promise<Read & CheckAnswer> {
  const { lists } = read;
  const hasReturns = lists.returns.length > 0;
  const reconciled = hasReturns ? { isAll: false, isDue: false, isSoft: false } : null;
  return {
    ...read,
    checked: await checkRows(lists, today, { everyList: true }),
    nowhere: await nowhereRows(lists),
    pairs: await checkGroups(lists, today, { among: hasReturns ? [paymentUnclear] : [], reconciled }),
  };
}
