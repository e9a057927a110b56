import { PLAN_RULES } from '../../src/checks/plan/index.ts';
import { RETURN_RULES } from '../../src/checks/return/index.ts';
import { ROSTER_RULES } from '../../src/checks/roster/index.ts';
import { describeGroupCases } from './group-cases.ts';
import { checkReturns, checkRosters } from './group-checks.ts';

describeGroupCases(ROSTER_RULES, checkRosters);
describeGroupCases([...RETURN_RULES, ...PLAN_RULES], checkReturns);
