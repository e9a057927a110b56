import { dedupeAnswer } from '../answer/dedupe.ts';
import { nearest } from '../domain/nearest.ts';
import type { Lists } from '../engine/lists.ts';
import type { ExaminedPairs } from '../report/dedupe/examined-pairs.ts';
import { wordsFor } from '../text/words.ts';
import type { DedupeWords } from '../text/zh/dedupe.ts';
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
  /** Whether lists may be sealed. */
  readonly takesSealed?: boolean;
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
  { words, ...resolved }: Resolved,
  { rule, department, limit, bySubdistrict, certain }: PairListOptions,
  context: Context,
): Promise<ExaminedPairs> {
  const departments = department && departmentsNamed(department, resolved.lists, context);
  const asked = {
    today: context.io.today(),
    rules: rule,
    departments,
    first: limit,
    bySubdistrict,
    certain: certain || resolved.lists.isSealed,
  };
  return { ...(await dedupeAnswer(resolved, asked)), words, say: await dedupeWords(context) };
}

/** The words to say it with. */
export async function dedupeWords({ catalogue }: Pick<Context, 'catalogue'>): Promise<DedupeWords> {
  return wordsFor('dedupe', catalogue.language);
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
