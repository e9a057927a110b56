import type { GroupRule } from './group/group-rule.ts';
import { PAYOUT_RULES } from './group/index.ts';
import { RETURN_RULES } from './return/index.ts';
import { ROSTER_RULES } from './roster/index.ts';

/** Every rule whose findings are groups of rows; they are stored under their place here. */
export const GROUP_RULES: readonly GroupRule[] = [...PAYOUT_RULES, ...ROSTER_RULES, ...RETURN_RULES];
