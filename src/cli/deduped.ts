import { isSealedFile } from '../read/input-kind.ts';
import type { ExaminedPairs } from '../report/dedupe/examined-pairs.ts';
import { wordsFor } from '../text/words.ts';
import { examine } from './campaigns.ts';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';
import { sortInputs } from './list-flags.ts';
import type { CampaignAt } from './list-inputs.ts';
import { examinePairs, type PairListOptions } from './pairs.ts';
import type { Presentation } from './present.ts';

/**
 * The lists that are given, and the campaign, which may have its own.
 * @throws InvalidInput; UsageError where there are several campaigns, or no lists.
 */
export async function inputsOfDedupe(
  files: readonly string[],
  context: Context,
): Promise<{ given: readonly string[]; campaign: CampaignAt | null }> {
  const { cli } = context.catalogue;
  const { campaigns, lists } = sortInputs(files, 'list');
  if (campaigns.length > 1) throw new UsageError(cli.oneCampaign);
  const [plan] = await examine(campaigns, context);
  const campaign = plan ? { path: plan.source.file.path, campaign: plan.source.campaign } : null;
  if (campaign && lists.length === 0 && campaign.campaign.lists.length === 0) throw new UsageError(cli.noListsGiven);
  return { given: lists, campaign };
}

/**
 * Examines the lists that are given, or those of the campaign. The caller closes their database.
 * @throws InvalidInput; UsageError.
 */
export async function examinedForDedupe(
  files: readonly string[],
  flags: PairListOptions,
  context: Context,
): Promise<ExaminedPairs> {
  const { given, campaign } = await inputsOfDedupe(files, context);
  const useless = Object.entries(NEEDS_OPEN).find(([flag]) => flag in flags);
  if (useless && given.some(isSealedFile)) throw await refusedOnSealed(useless[1], context);
  const examined = await examinePairs(given, campaign, { ...flags, amountOptional: true, takesSealed: true }, context);
  if (!useless || !examined.lists.isSealed) return examined;
  examined.lists.database.close();
  throw await refusedOnSealed(useless[1], context);
}

/** What needs names and numbers, which sealed lists have not. */
const NEEDS_OPEN = {
  people: '--people',
  blocked: '--blocked',
  clean: '--clean',
  removed: '--removed',
  held: '--held',
  pairs: '--pairs',
  showIds: '--show-ids',
  householdByAddress: '--household-by-address',
} as const;

/** Why a flag is refused that sealed lists can't answer. */
async function refusedOnSealed(flag: string, { catalogue }: Context): Promise<UsageError> {
  const say = await wordsFor('seal', catalogue.language);
  return new UsageError(say.refused.notSealed(flag));
}

interface RenderFlags {
  readonly showIds?: boolean;
  readonly bom?: boolean;
  readonly width?: number;
}

/** What was found on lists, as any format has it. */
export const dedupePresentation = (
  examined: ExaminedPairs,
  flags: RenderFlags,
  { catalogue }: Context,
): Presentation => {
  const shown = { showIds: flags.showIds ?? false };
  return {
    records: async () => [(await import('../render/json/dedupe.ts')).dedupeRecord(examined, catalogue, shown)],
    reports: async () => [(await import('../report/dedupe/dedupe-report.ts')).dedupeReport(examined, catalogue, shown)],
    csv: async ({ bom }) =>
      (await import('../render/csv/pair-findings.ts')).renderPairFindingsCsv(examined, catalogue, { ...shown, bom }),
    workbook: async () =>
      (await import('../report/dedupe/dedupe-workbook.ts')).dedupeWorkbook(examined, catalogue, shown),
  };
};
