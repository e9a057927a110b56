import type { Campaign } from '../../domain/campaign/campaign.ts';
import { type Finding, SEVERITIES } from '../../domain/finding.ts';
import type { KeyPath, Place } from '../../domain/place.ts';
import { maskText } from '../../domain/shown/masking.ts';
import type { Lists } from '../../engine/lists.ts';
import type { ReconciledMeasure } from '../../totals/reconcile/reconciliation.ts';
import { fingerprint } from '../fingerprint.ts';
import type { Reconciled } from '../group/group-rule.ts';
import { PLAN_RULES } from './index.ts';

/** A campaign, and the places of its file. */
interface Plan {
  readonly campaign: Campaign;
  readonly place: (path: KeyPath) => Place;
}

/**
 * Where lists, plan and bank returns disagree about whole measures, worst first, then in the order of the rules and of the campaign
 * file. `due` says when payouts ought to be paid, where there are returns.
 */
export function checkPlan(
  measures: readonly ReconciledMeasure[],
  plan: Plan | null,
  { lists }: Lists,
  due: Reconciled | null,
): Finding[] {
  const placeOf = (one: ReconciledMeasure, at: KeyPath, list: number | undefined): Place => {
    const [department, measure] = one.plan?.at ?? [];
    if (plan && department !== undefined && measure !== undefined)
      return plan.place(['departments', department, 'measures', measure, ...at]);
    const source = lists[list ?? 0]?.source;
    return { file: source?.origin.file ?? '', sheet: source?.sheet ?? null, row: null, column: null };
  };
  const found = PLAN_RULES.flatMap((rule) =>
    measures.flatMap((one): Finding[] => {
      const set = plan?.campaign.rules[rule.id];
      if (set === 'off') return [];
      return [...rule.find({ ...one, measure: maskText(one.measure), unmentioned: one.unmentionedOf, due })].map(
        ({ data, severity, amount, at = [], list }): Finding => ({
          rule: rule.id,
          severity: set ?? severity ?? rule.severity,
          data,
          places: [placeOf(one, at, list)],
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
