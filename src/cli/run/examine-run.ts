import { checkedRows } from '../../answer/check.ts';
import { checkCampaign } from '../../checks/campaign/check-campaign.ts';
import type { Day } from '../../domain/calendar.ts';
import type { ExaminedCheck } from '../../report/check/examined-check.ts';
import type { Overview } from '../../report/page/overview.ts';
import { listedMoney } from '../../totals/budget/listed-money.ts';
import { type Examined, examine, withParts } from '../campaigns.ts';
import type { CasesOptions, FoundCases } from '../cases.ts';
import { CasesAside } from '../cases-aside.ts';
import type { Context } from '../context.ts';
import { examineOverview } from '../overview.ts';

/** A campaign file that was checked, and the single rows of all that it names, where there are any. */
export interface CheckedRun {
  readonly plan: Examined;
  readonly checked: Examined['checked'];
  readonly rows: Omit<ExaminedCheck, 'say' | 'known'> | null;
}

/** All that a run finds, in files that were read once and with people who were told apart once. */
export interface ExaminedRun {
  readonly plan: Examined;
  readonly overview: Overview;
  readonly cases: FoundCases;
}

/**
 * Reads a campaign and all that belongs to it, and looks for everything. What single rows of all files show is there no more when other
 * things are looked for: `onChecked` is given it. The caller closes the lists' database.
 * @throws InvalidInput with everything that is wrong with any of the files; UsageError.
 */
export async function examineRun(
  campaign: string,
  given: readonly string[],
  options: CasesOptions,
  onChecked: (checked: CheckedRun) => Promise<void>,
  context: Context,
): Promise<ExaminedRun> {
  const [own] = await examine([campaign], context);
  if (!own) throw new Error('a campaign that was read is there');
  const plan = await withParts(own, context);
  const today = context.io.today() as Day;
  const cases = new CasesAside(campaign, options);
  const onLists = (listed: Parameters<typeof listedMoney>[0]) =>
    checkCampaign(plan.budget, plan.source.place, today, listedMoney(listed));
  const overview = await examineOverview(
    given,
    plan,
    { ...options, amountOptional: true, bySubdistrict: true },
    context,
    {
      pairs: cases.pairs,
      rows: cases.rows,
      read: async (read) => {
        await cases.read(read);
        await onChecked({ plan, checked: onLists(read), rows: await checkedRows(read, today) });
      },
    },
  );
  try {
    if (!overview.listed) await onChecked({ plan, checked: plan.checked, rows: null });
    return { plan, overview, cases: await cases.all(plan, overview, context) };
  } catch (error) {
    overview.listed?.lists.database.close();
    throw error;
  }
}
