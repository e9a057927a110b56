import { checkPairs } from '../checks/pair/check-pairs.ts';
import { PAIR_RULES } from '../checks/pair/index.ts';
import blockedPayee from '../checks/roster/blocked-payee.ts';
import { checkRows } from '../checks/row/check-rows.ts';
import { nearest } from '../domain/nearest.ts';
import type { Lists } from '../engine/lists.ts';
import type { ExaminedPairs } from '../report/dedupe/examined-pairs.ts';
import { budgetOf } from '../totals/budget/budget.ts';
import { enrol } from '../totals/cover/enrolment.ts';
import { overlapOf } from '../totals/dedupe/overlap.ts';
import { listedTotals } from '../totals/lists/listed.ts';
import { uncomparedOf } from '../totals/lists/uncompared.ts';
import { unpaidRows } from '../totals/lists/unpaid.ts';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';
import type { ListFlags } from './list-flags.ts';
import type { CampaignAt } from './list-inputs.ts';
import { type Resolved, whileResolved } from './resolved-lists.ts';

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
  /** Whether lists may say nothing of what is paid. */
  readonly amountOptional?: boolean;
  /** Rosters of people who must not be paid, besides the campaign's. */
  readonly blocked?: readonly string[];
}

/** Reads lists, and adds up and checks the people that their rows were resolved to. The caller closes their database. */
export async function examinePairs(
  given: readonly string[],
  campaign: CampaignAt | null,
  options: PairListOptions,
  context: Context,
): Promise<ExaminedPairs> {
  const resolving = { ...options, byFile: campaign === null };
  return whileResolved(given, campaign, resolving, context, (resolved) => comparedPairs(resolved, options, context));
}

/** The same of lists that were read and resolved. */
export async function comparedPairs(
  { lists, gathered, rosters, probable, words }: Resolved,
  { rule, department, limit, bySubdistrict = false, certain }: PairListOptions,
  context: Context,
): Promise<ExaminedPairs> {
  const { default: say } = await (context.catalogue.language === 'zh'
    ? import('../text/zh/dedupe.ts')
    : import('../text/en/dedupe.ts'));
  const named = department && departmentsNamed(department, lists, context);
  const only = { rules: rule, departments: named, first: limit };
  const enrolment = lists.rosters.length > 0 ? await enrol(lists, rosters) : null;
  const among = enrolment ? [...PAIR_RULES, blockedPayee] : PAIR_RULES;
  const totals = await listedTotals(lists, { bySubdistrict });
  return {
    lists,
    gathered,
    totals,
    unpaid: await unpaidRows(lists),
    checked: await checkRows(lists, context.io.today(), only),
    pairs: await checkPairs(lists, context.io.today(), { ...only, among, enrolment, certain }),
    overlap: await overlapOf(
      lists,
      totals.departments.map(({ department }) => department),
    ),
    uncompared: await uncomparedOf(lists),
    budget: lists.campaign && budgetOf(lists.campaign),
    probable,
    narrowed: rule !== undefined || department !== undefined,
    say,
    words,
  };
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
