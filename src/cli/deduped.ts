import type { ExaminedPairs } from '../report/dedupe/examined-pairs.ts';
import { examine } from './campaigns.ts';
import type { Context } from './context.ts';
import { UsageError } from './errors.ts';
import { sortInputs } from './list-flags.ts';
import type { CampaignAt } from './list-inputs.ts';
import { widthFor } from './options.ts';
import type { Format, Rendered } from './output.ts';
import { examinePairs, type PairListOptions } from './pairs.ts';

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
  return examinePairs(given, campaign, { ...flags, amountOptional: true }, context);
}

interface RenderFlags {
  readonly showIds?: boolean;
  readonly bom?: boolean;
  readonly width?: number;
}

/** The report as one format has it. */
export async function renderDedupe(
  examined: ExaminedPairs,
  format: Format,
  flags: RenderFlags,
  context: Context,
): Promise<Rendered> {
  const { catalogue, chalk, io } = context;
  const name = 'dedupe';
  const shown = { showIds: flags.showIds ?? false };
  switch (format) {
    case 'json': {
      const { renderJson } = await import('../render/json/json.ts');
      const { dedupeRecord } = await import('../render/json/dedupe.ts');
      return { name, data: renderJson([dedupeRecord(examined, catalogue, shown)]) };
    }
    case 'csv': {
      const { renderPairFindingsCsv } = await import('../render/csv/pair-findings.ts');
      return { name, data: renderPairFindingsCsv(examined, catalogue, { ...shown, bom: flags.bom ?? false }) };
    }
    case 'xlsx': {
      const { dedupeWorkbook } = await import('../report/dedupe/dedupe-workbook.ts');
      const { renderXlsx } = await import('../render/xlsx/xlsx.ts');
      return { name, data: renderXlsx(await dedupeWorkbook(examined, catalogue, shown), catalogue) };
    }
    case 'md': {
      const { dedupeReport } = await import('../report/dedupe/dedupe-report.ts');
      const { renderMarkdown } = await import('../render/markdown.ts');
      return { name, data: renderMarkdown([dedupeReport(examined, catalogue, shown)]) };
    }
    case 'table': {
      const { dedupeReport } = await import('../report/dedupe/dedupe-report.ts');
      const { renderTerminal } = await import('../render/terminal.ts');
      const options = { width: widthFor(flags.width, io), chalk, catalogue };
      return { name, data: renderTerminal(dedupeReport(examined, catalogue, shown), options) };
    }
  }
}
