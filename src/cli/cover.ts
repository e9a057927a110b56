import { coverAnswer } from '../answer/cover.ts';
import type { ExaminedCover } from '../report/cover/examined-cover.ts';
import { wordsFor } from '../text/words.ts';
import type { Context } from './context.ts';
import type { ListFlags } from './list-flags.ts';
import type { CampaignAt } from './list-inputs.ts';
import { type Resolved, whileResolved } from './resolved-lists.ts';

export interface CoverOptions extends ListFlags {
  /** Rosters besides the campaign's: of people to be reached, and of people who must not be paid. */
  readonly roster?: readonly string[];
  readonly blocked?: readonly string[];
  /** Lists of what was paid earlier: whoever is on them was reached. */
  readonly against?: readonly string[];
  readonly limit?: number;
  readonly householdByAddress?: boolean;
}

/** Reads lists and rosters, and tells who was reached. The caller closes their database. */
export async function examineCover(
  given: readonly string[],
  campaign: CampaignAt | null,
  options: CoverOptions,
  context: Context,
): Promise<ExaminedCover> {
  const resolving = { ...options, byFile: campaign === null, noRepeated: true };
  return whileResolved(given, campaign, resolving, context, (resolved) => coveredOf(resolved, options, context));
}

/** The same of lists and rosters that were read and resolved. */
export async function coveredOf(
  { words, ...resolved }: Resolved,
  { limit }: CoverOptions,
  context: Context,
): Promise<ExaminedCover> {
  const answer = await coverAnswer(resolved, { today: context.io.today(), first: limit });
  return { ...answer, words, ...(await coverWords(context)) };
}

/** The words to say it with. */
export async function coverWords({ catalogue }: Context): Promise<Pick<ExaminedCover, 'say' | 'cover'>> {
  const dedupe = await wordsFor('dedupe', catalogue.language);
  const cover = await wordsFor('cover', catalogue.language);
  return { say: { ...dedupe, findings: { ...dedupe.findings, moreFindings: cover.moreFindings } }, cover };
}
