import { type CheckedGroups, checkGroups } from '../checks/group/check-groups.ts';
import { PAYOUT_RULES } from '../checks/group/index.ts';
import blockedPayee from '../checks/roster/blocked-payee.ts';
import { checkRows } from '../checks/row/check-rows.ts';
import type { Day } from '../domain/calendar.ts';
import { type Budget, budgetOf } from '../totals/budget/budget.ts';
import { enrol } from '../totals/cover/enrolment.ts';
import { type Overlap, overlapOf } from '../totals/dedupe/overlap.ts';
import { type SealedLimits, sealedLimits } from '../totals/dedupe/sealed-limits.ts';
import { listedTotals } from '../totals/lists/listed.ts';
import { nonPayoutsOf } from '../totals/lists/non-payouts.ts';
import { type NowhereRows, nowhereRows } from '../totals/lists/nowhere.ts';
import { type Uncompared, uncomparedOf } from '../totals/lists/uncompared.ts';
import type { ListsAnswer } from './lists.ts';
import type { Resolved } from './resolved.ts';

/** Lists with what rules between rows found on them. */
export interface GroupsAnswer extends Pick<ListsAnswer, 'lists' | 'gathered' | 'nonPayouts'> {
  readonly pairs: CheckedGroups;
  /** Payouts that count for no measure of the campaign: nobody can say whether they are what a roster or the plan has. */
  readonly nowhere: readonly NowhereRows[];
}

/** Who is on lists more than once, what single rows show, and what departments have in common; totals count people. */
export interface DedupeAnswer extends ListsAnswer, GroupsAnswer {
  readonly overlap: Overlap;
  /** What rows say too little for. */
  readonly uncompared: Uncompared;
  /** What could not be asked of sealed lists; null of open ones. */
  readonly sealed: SealedLimits | null;
  /** The plan, where there is one. */
  readonly budget: Budget | null;
  /** What told who is probably one, and what was not compared; null where only what is certain counts. */
  readonly probable: Resolved['lists']['probable'];
  /** Whether only some rules were asked for, or only what touches some departments. */
  readonly narrowed: boolean;
}

/** What is asked of lists whose payouts were resolved to people. */
interface AskedOfPayouts {
  readonly today: Day;
  /** Only these rules, by id. */
  readonly rules?: readonly string[] | undefined;
  /** Only findings with a row of one of these departments (indexes). */
  readonly departments?: readonly number[] | undefined;
  /** So many of the first are kept of each rule. */
  readonly first?: number | undefined;
  readonly bySubdistrict?: boolean | undefined;
  /** Whether people were only resolved as far as that is certain. */
  readonly certain?: boolean | undefined;
}

/** Who is on more than one list, and may they be? */
export async function dedupeAnswer(
  { lists, gathered, rosters }: Resolved,
  { today, rules, departments, first, bySubdistrict = false, certain }: AskedOfPayouts,
): Promise<DedupeAnswer> {
  const only = { rules, departments, first };
  const enrolment = lists.rosters.length > 0 ? await enrol(lists, rosters) : null;
  const among = enrolment ? [...PAYOUT_RULES, blockedPayee] : PAYOUT_RULES;
  const totals = await listedTotals(lists, { bySubdistrict });
  return {
    lists,
    gathered,
    totals,
    nonPayouts: await nonPayoutsOf(lists),
    checked: await checkRows(lists, today, only),
    pairs: await checkGroups(lists, today, { ...only, among, enrolment, certain }),
    nowhere: await nowhereRows(lists),
    overlap: await overlapOf(
      lists,
      totals.departments.map(({ department }) => department),
    ),
    uncompared: await uncomparedOf(lists),
    sealed: await sealedLimits(lists),
    budget: lists.campaign && budgetOf(lists.campaign),
    probable: lists.probable,
    narrowed: rules !== undefined || departments !== undefined,
  };
}
