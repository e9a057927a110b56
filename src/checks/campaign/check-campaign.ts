import type { Day } from '../../domain/calendar.ts';
import { type Finding, SEVERITIES } from '../../domain/finding.ts';
import type { KeyPath, Place } from '../../domain/place.ts';
import type { Budget } from '../../totals/budget/budget.ts';
import type { ListedMoney } from '../../totals/budget/fund-spending.ts';
import { type Excepted, Exceptions } from '../excepted.ts';
import { fingerprint } from '../fingerprint.ts';
import { CAMPAIGN_RULES } from './index.ts';

export interface Checked {
  /** Worst first, then in the order of the rules and of the file. */
  readonly findings: readonly Finding[];
  readonly excepted: readonly Excepted[];
  /** Rules that the campaign turns off. */
  readonly off: readonly string[];
}

/** Runs every rule on a campaign, and on what its lists pay. `today` decides which exceptions still hold. */
export function checkCampaign(
  budget: Budget,
  place: (path: KeyPath) => Place,
  today: Day,
  listed: ListedMoney | null = null,
): Checked {
  const { campaign } = budget;
  const found = CAMPAIGN_RULES.flatMap((rule) =>
    [...rule.find(budget, listed)].flatMap(({ data, at, severity, amount }): Finding[] => {
      const decided = campaign.rules[rule.id] ?? severity ?? rule.severity;
      if (decided === 'off') return [];
      return [
        {
          rule: rule.id,
          severity: decided,
          data,
          places: at.map(place),
          people: [],
          amount: amount ?? null,
          get fingerprint() {
            return fingerprint(rule.id, data);
          },
        },
      ];
    }),
  );
  const known = new Exceptions(campaign.exceptions, today);
  const exceptions = found.map((finding) => known.covering(finding));
  return {
    findings: worstFirst(found.filter((_, index) => !exceptions[index])),
    excepted: found.flatMap((finding, index) => {
      const exception = exceptions[index];
      return exception ? [{ finding, reason: exception.reason, until: exception.until }] : [];
    }),
    off: CAMPAIGN_RULES.flatMap(({ id }) => (campaign.rules[id] === 'off' ? [id] : [])),
  };
}

/** A stable sort: what has the same severity keeps the order of the rules. */
function worstFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}
