import amountContradictsStandard from './amount-contradicts-standard.ts';
import amountNotItemised from './amount-not-itemised.ts';
import deadlineOrder from './deadline-order.ts';
import earmarkBroken from './earmark-broken.ts';
import fundOverCeiling from './fund-over-ceiling.ts';
import overlappingMeasures from './overlapping-measures.ts';
import reachNotItemised from './reach-not-itemised.ts';
import type { Rule } from './rule.ts';
import { RULE_IDS, type RuleId } from './rule-ids.ts';
import totalContradictsItems from './total-contradicts-items.ts';
import unknownReference from './unknown-reference.ts';
import unquantifiedMeasure from './unquantified-measure.ts';

const BY_ID: Readonly<Record<RuleId, Rule>> = {
  'amount-contradicts-standard': amountContradictsStandard,
  'total-contradicts-items': totalContradictsItems,
  'fund-over-ceiling': fundOverCeiling,
  'earmark-broken': earmarkBroken,
  'unknown-reference': unknownReference,
  'deadline-order': deadlineOrder,
  'amount-not-itemised': amountNotItemised,
  'reach-not-itemised': reachNotItemised,
  'unquantified-measure': unquantifiedMeasure,
  'overlapping-measures': overlappingMeasures,
};

/** Every rule, in the order in which findings are listed. */
export const RULES: readonly Rule[] = RULE_IDS.map((id) => BY_ID[id]);

/** The rule with an id, or undefined. */
export function ruleOf(id: string): Rule | undefined {
  return Object.hasOwn(BY_ID, id) ? BY_ID[id as RuleId] : undefined;
}
