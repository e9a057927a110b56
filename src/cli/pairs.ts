import { checkPairs } from '../checks/pair/check-pairs.ts';
import { PAIR_RULES } from '../checks/pair/index.ts';
import blockedPayee from '../checks/roster/blocked-payee.ts';
import { checkRows } from '../checks/row/check-rows.ts';
import { nearest } from '../domain/nearest.ts';
import type { Lists } from '../engine/lists.ts';
import { CIRCUMSTANCES } from '../engine/loaded-field.ts';
import { resolveIdentities } from '../identity/resolve.ts';
import type { ExaminedPairs } from '../report/examined-pairs.ts';
import { budgetOf } from '../totals/budget.ts';
import { AS_RESOLVED } from '../totals/distinct.ts';
import { enrol } from '../totals/enrolment.ts';
import { listedTotals } from '../totals/listed.ts';
import { overlapOf } from '../totals/overlap.ts';
import { unpaidRows } from '../totals/unpaid.ts';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';
import type { ListFlags } from './list-flags.ts';
import { type CampaignAt, whileReading } from './lists.ts';
import type { GivenRosters } from './rosters.ts';

/** What is to be done with lists whose payouts are resolved to people. */
export interface PairListOptions extends ListFlags {
  /** Lists of what was paid earlier. */
  readonly against?: readonly string[];
  readonly rule?: readonly string[];
  readonly department?: readonly string[];
  readonly limit?: number;
  readonly householdByAddress?: boolean;
  /** Whether it is to be added up by subdistrict too. */
  readonly bySubdistrict?: boolean;
  /** Rosters of people who must not be paid. */
  readonly blockedRosters?: GivenRosters;
}

/** Reads lists, resolves their payouts to people, and adds up and checks those. The caller closes their database. */
export async function examinePairs(
  given: readonly string[],
  campaign: CampaignAt | null,
  {
    against = [],
    rule,
    department,
    limit,
    householdByAddress = false,
    bySubdistrict = false,
    blockedRosters: { rosters, inputs } = { rosters: [], inputs: [] },
    ...options
  }: PairListOptions,
  context: Context,
): Promise<ExaminedPairs> {
  const { default: say } = await (context.catalogue.language === 'zh'
    ? import('../text/dedupe-zh.ts')
    : import('../text/dedupe-en.ts'));
  const leaveOut = ([...CIRCUMSTANCES, 'subdistrict', 'address'] as const).filter(
    (field) => !householdByAddress && !(bySubdistrict && field === 'subdistrict'),
  );
  return whileReading(
    given,
    campaign,
    { ...options, against, others: inputs, leaveOut, byFile: campaign === null },
    context,
    async (lists, words) => {
      await resolveIdentities(lists, { householdByAddress });
      const named = department && departmentsNamed(department, lists, context);
      const only = { rules: rule, departments: named, first: limit };
      const enrolment = inputs.length > 0 ? await enrol(lists, rosters) : null;
      const among = enrolment ? [...PAIR_RULES, blockedPayee] : PAIR_RULES;
      const totals = await listedTotals(lists, { bySubdistrict, counted: AS_RESOLVED });
      return {
        lists,
        totals,
        unpaid: await unpaidRows(lists),
        checked: await checkRows(lists, context.io.today(), only),
        pairs: await checkPairs(lists, context.io.today(), { ...only, among, enrolment }),
        overlap: await overlapOf(
          lists,
          totals.departments.map(({ department }) => department),
        ),
        budget: campaign && budgetOf(campaign.campaign),
        narrowed: rule !== undefined || department !== undefined,
        say,
        words,
      };
    },
  );
}

/** @throws UsageError for a name that no list has, with the nearest. */
function departmentsNamed(names: readonly string[], { assignments }: Lists, { catalogue }: Context): number[] {
  const known = assignments.departments.map(({ name }) => name);
  return names.map((name) => {
    const index = known.indexOf(name);
    if (index < 0) throw new UsageError(catalogue.cli.unknownDepartment(name, nearest(name, known)));
    return index;
  });
}
