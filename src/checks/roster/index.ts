import type { GroupRule } from '../group/group-rule.ts';
import blockedPayee from './blocked-payee.ts';
import notOnRoster from './not-on-roster.ts';
import omitted from './omitted.ts';
import omittedFromMeasure from './omitted-from-measure.ts';

/** The rules that compare rosters with lists, in the order in which their findings are listed. */
export const ROSTER_RULES: readonly GroupRule[] = [blockedPayee, omitted, omittedFromMeasure, notOnRoster];
