import { checkGroups } from '../checks/group/check-groups.ts';
import { ROSTER_RULES } from '../checks/roster/index.ts';
import type { Day } from '../domain/calendar.ts';
import { type Coverage, coverageOf } from '../totals/cover/coverage.ts';
import { type Enrolment, enrol } from '../totals/cover/enrolment.ts';
import { nonPayoutsOf } from '../totals/lists/non-payouts.ts';
import { nowhereRows } from '../totals/lists/nowhere.ts';
import type { GroupsAnswer } from './dedupe.ts';
import type { Resolved } from './resolved.ts';

/** Lists that were compared with rosters: who was reached, and who was not. */
export interface CoverAnswer extends GroupsAnswer {
  readonly enrolment: Enrolment;
  readonly coverage: Coverage;
}

/** Who should have been reached, and was not? `first` of the findings of each rule are kept. */
export async function coverAnswer(
  { lists, gathered, rosters }: Resolved,
  { today, first }: { readonly today: Day; readonly first?: number | undefined },
): Promise<CoverAnswer> {
  const enrolment = await enrol(lists, rosters);
  const coverage = await coverageOf(lists, enrolment);
  const pairs = await checkGroups(lists, today, { among: ROSTER_RULES, enrolment, first });
  return {
    lists,
    gathered,
    nonPayouts: await nonPayoutsOf(lists),
    nowhere: await nowhereRows(lists),
    enrolment,
    coverage,
    pairs,
  };
}
