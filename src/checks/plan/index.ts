import listedOverPlan from './listed-over-plan.ts';
import noReturnYet from './no-return-yet.ts';
import type { PlanRule } from './plan-rule.ts';
import plannedNotListed from './planned-not-listed.ts';

/** The rules that compare lists with the plan, in the order in which their findings are listed. */
export const PLAN_RULES: readonly PlanRule[] = [listedOverPlan, plannedNotListed, noReturnYet];
