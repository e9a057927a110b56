import { CAMPAIGN_RULES } from './campaign/index.ts';
import { GROUP_RULES } from './group-rules.ts';
import { PLAN_RULES } from './plan/index.ts';
import { ROW_RULES } from './row/index.ts';
import type { Rule } from './rule.ts';

/** Every rule, in the order in which findings are listed. */
export const RULES: readonly Rule[] = [...CAMPAIGN_RULES, ...PLAN_RULES, ...ROW_RULES, ...GROUP_RULES];

/** The rule with an id, or undefined. */
export function ruleOf(id: string): Rule | undefined {
  return RULES.find((rule) => rule.id === id);
}
