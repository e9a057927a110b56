import { PAIR_RULES } from './pair/index.ts';
import type { PairRule } from './pair/pair-rule.ts';
import { RETURN_RULES } from './return/index.ts';
import { ROSTER_RULES } from './roster/index.ts';

/** Every rule whose findings are groups of rows; they are stored under their place here. */
export const GROUP_RULES: readonly PairRule[] = [...PAIR_RULES, ...ROSTER_RULES, ...RETURN_RULES];
