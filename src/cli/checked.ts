import { checkAnswer } from '../answer/check.ts';
import { checkCampaign } from '../checks/campaign/check-campaign.ts';
import type { ExaminedCheck } from '../report/check/examined-check.ts';
import { listedMoney } from '../totals/budget/listed-money.ts';
import { KEPT_FOR_PAYMENTS } from '../totals/reconcile/payments.ts';
import type { Examined } from './campaigns.ts';
import type { Context } from './context.ts';
import { kindsOfLists } from './kinds-of-lists.ts';
import type { ListFlags } from './list-flags.ts';
import { dedupeWords } from './pairs.ts';
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
  const say = await dedupeWords(context);
  return whileResolved(given, campaign, resolving, context, async ({ words, ...resolved }) => ({
    ...(await checkAnswer(resolved, { today, entries })),
    words,
    say,
    known,
  }));
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
