import type { Campaign } from '../../domain/campaign.ts';
import { type Finding, SEVERITIES } from '../../domain/finding.ts';
import type { KeyPath, Place } from '../../domain/place.ts';
import type { ReconciledMeasure } from '../../totals/reconciliation.ts';
import { fingerprint } from '../fingerprint.ts';
import { PLAN_RULES } from './index.ts';

/** Where lists and plan disagree, worst first, then in the order of the rules and of the campaign file. */
export function checkPlan(
  measures: readonly ReconciledMeasure[],
  campaign: Campaign,
  place: (path: KeyPath) => Place,
): Finding[] {
  const found = PLAN_RULES.flatMap((rule) =>
    measures.flatMap(({ department, plan, listed }): Finding[] => {
      const set = campaign.rules[rule.id];
      if (!plan || set === 'off') return [];
      const [departmentAt, measureAt] = plan.at;
      return [...rule.find({ department, plan, listed })].map(
        ({ data, severity, amount, at = [] }): Finding => ({
          rule: rule.id,
          severity: set ?? severity ?? rule.severity,
          data,
          places: [place(['departments', departmentAt, 'measures', measureAt, ...at])],
          people: [],
          amount,
          get fingerprint() {
            return fingerprint(rule.id, data);
          },
        }),
      );
    }),
  );
  return found.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}
