import { checkCampaign } from '../checks/campaign/check-campaign.ts';
import { checkPairs } from '../checks/pair/check-pairs.ts';
import paymentUnclear from '../checks/return/payment-unclear.ts';
import { checkRows } from '../checks/row/check-rows.ts';
import type { Day } from '../domain/calendar.ts';
import type { ExaminedCheck } from '../report/check/examined-check.ts';
import type { ExaminedLists } from '../report/lists/examined-lists.ts';
import { listedMoney } from '../totals/budget/listed-money.ts';
import { listedTotals } from '../totals/lists/listed.ts';
import { unpaidRows } from '../totals/lists/unpaid.ts';
import { createPayments, KEPT_FOR_PAYMENTS } from '../totals/reconcile/payments.ts';
import type { Examined } from './campaigns.ts';
import type { Context } from './context.ts';
import { kindsOfLists } from './kinds-of-lists.ts';
import type { ListFlags } from './list-flags.ts';
import { whileResolved } from './resolved-lists.ts';
import { returnsFor } from './returns.ts';

export interface CheckOptions extends ListFlags {
  readonly roster?: readonly string[];
  readonly returns?: readonly string[];
  /** Those of them that were given like lists. */
  readonly known?: ExaminedCheck['known'];
}

/** A campaign with all that it names, of which single rows were checked. */
export interface CheckedCampaign extends Examined {
  readonly listed: ExaminedCheck;
}

/**
 * Reads lists, rosters and bank returns, and checks their rows one by one. The caller closes their database.
 * @throws InvalidInput with everything that is wrong with any of them; UsageError.
 */
export async function examineRows(
  given: readonly string[],
  plan: Examined | null,
  options: CheckOptions,
  context: Context,
): Promise<ExaminedCheck> {
  const today = context.io.today();
  const campaign = plan && { path: plan.source.file.path, campaign: plan.source.campaign };
  const { returns = [], known = { rosters: [], returns: [] }, ...flags } = options;
  const { entries, inputs } = returnsFor(campaign, { returns }, flags.column ?? new Map(), today);
  const resolving = { ...flags, returned: inputs, ...(inputs.length > 0 ? { keeps: KEPT_FOR_PAYMENTS } : {}) };
  const { default: say } = await (context.catalogue.language === 'zh'
    ? import('../text/zh/dedupe.ts')
    : import('../text/en/dedupe.ts'));
  return whileResolved(given, campaign, resolving, context, async ({ lists, gathered, words }) => {
    if (inputs.length > 0) await createPayments(lists, entries, lists.campaign?.outcomes ?? {});
    const [totals, unpaid] = [await listedTotals(lists), await unpaidRows(lists)];
    return { ...(await checkedRows({ lists, gathered, totals, unpaid, words }, today)), say, known };
  });
}

/** The single rows of all that was read, lists, rosters and bank returns, checked. */
export async function checkedRows<Read extends Omit<ExaminedLists, 'checked'>>(
  read: Read,
  today: Day,
): Promise<Read & Pick<ExaminedCheck, 'checked' | 'pairs'>> {
  const { lists } = read;
  const hasReturns = lists.returns.length > 0;
  const reconciled = hasReturns ? { isAll: false, isDue: false, isSoft: false } : null;
  return {
    ...read,
    checked: await checkRows(lists, today, { everyList: true }),
    pairs: await checkPairs(lists, today, { among: hasReturns ? [paymentUnclear] : [], reconciled }),
  };
}

/** A campaign with the rows of all that it names; the plan is checked against what its lists pay. */
export async function withRows(
  plan: Examined,
  given: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<CheckedCampaign> {
  const listed = await examineRows(given, plan, options, context);
  const money = listed.lists.lists.length > 0 ? listedMoney(listed) : undefined;
  return { ...plan, listed, checked: checkCampaign(plan.budget, plan.source.place, context.io.today(), money) };
}

/** Files that belong to no campaign: a roster, or what the bank sent, is known by its columns. */
export async function rowsAlone(
  given: readonly string[],
  options: CheckOptions,
  context: Context,
): Promise<ExaminedCheck> {
  const { lists, rosters, returns } = await kindsOfLists(given, options);
  const all = {
    ...options,
    known: { rosters, returns },
    roster: [...rosters, ...(options.roster ?? [])],
    returns: [...returns, ...(options.returns ?? [])],
  };
  return examineRows(lists, null, all, context);
}
