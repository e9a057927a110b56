import { dirname } from 'node:path';
import { type CaseFinding, caseFindings } from '../answer/cases/case-finding.ts';
import { homesIn } from '../answer/cases/homes.ts';
import type { OnLookers, Plan } from '../answer/overview.ts';
import { checkCampaign } from '../checks/campaign/check-campaign.ts';
import { RULES } from '../checks/index.ts';
import type { Day } from '../domain/calendar.ts';
import type { Overview } from '../report/page/overview.ts';
import { listedMoney } from '../totals/budget/listed-money.ts';
import { type CasesOptions, type FoundCases, foundCases, withoutExceptions } from './cases.ts';
import type { Context } from './context.ts';

type Looking = Required<OnLookers>;

/** Finds the cases of a campaign beside what else it is examined for, in files that are read once: it looks on while that is done. */
export class CasesAside implements Looking {
  #how: Parameters<typeof caseFindings>[1];
  #ofPairs: readonly CaseFinding[] = [];
  #ofRows: readonly CaseFinding[] = [];

  constructor(campaign: string, { hints = false }: Pick<CasesOptions, 'hints'>) {
    this.#how = { rules: RULES, folder: dirname(campaign), hints, homes: new Map() };
  }

  readonly read = async ({ lists }: Pick<Parameters<Looking['read']>[0], 'lists'>): Promise<void> => {
    this.#how = { ...this.#how, homes: await homesIn(lists) };
  };

  readonly pairs: Looking['pairs'] = async (pairs) => {
    this.#ofPairs = await this.#found({ pairs });
  };

  readonly rows: Looking['rows'] = async (checked) => {
    this.#ofRows = await this.#found({ checked });
  };

  /** All cases, once the campaign was examined. */
  async all(plan: Plan, overview: Overview, context: Context): Promise<FoundCases> {
    const today = context.io.today() as Day;
    const whole = withoutExceptions(plan, today);
    const checked = overview.listed
      ? checkCampaign(whole.budget, plan.source.place, today, listedMoney(overview.listed))
      : whole.checked;
    const planned = await this.#found({ planned: [...checked.findings, ...overview.planned] });
    return foundCases(plan, overview, [...planned, ...this.#ofPairs, ...this.#ofRows], context);
  }

  #found(found: Partial<Parameters<typeof caseFindings>[0]>): Promise<CaseFinding[]> {
    return caseFindings({ planned: [], pairs: null, checked: null, ...found }, this.#how);
  }
}
