import { type Checked, checkCampaign } from '../checks/campaign/check-campaign.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import { SEVERITIES, type Severity } from '../domain/finding.ts';
import { InvalidInput, type Problem } from '../domain/problem.ts';
import { type CampaignFile, readCampaign } from '../read/campaign-file.ts';
import type { ExaminedLists } from '../report/lists/examined-lists.ts';
import { type Budget, budgetOf } from '../totals/budget/budget.ts';
import type { Context } from './context.ts';
import { decided } from './decided.ts';
import { EXIT } from './errors.ts';
import type { ListFlags } from './list-flags.ts';
import type { ListOptions } from './lists.ts';
import type { FailOn } from './options.ts';
import type { Parts } from './parts.ts';

/** A campaign that was read, added up and checked. */
export interface Examined {
  readonly source: CampaignFile;
  readonly budget: Budget;
  readonly checked: Checked;
  /** Its lists, where they were read. */
  readonly listed: ExaminedLists | null;
  /** Its parts, where they were read. */
  readonly parts?: Parts;
}

/**
 * Reads and checks campaign files.
 * @throws InvalidInput with everything that is wrong with any of them; UsageError where an output is a file that one names.
 */
export async function examine(files: readonly string[], { io, outputs, runs }: Context): Promise<Examined[]> {
  const problems: Problem[] = [];
  const examined: Examined[] = [];
  for (const file of files) {
    try {
      const source = await decided(readCampaign(file));
      const { campaign, place } = source;
      const budget = budgetOf(campaign);
      outputs.protect([file, ...(await filesNamedBy(file, campaign))]);
      runs.campaigns.push({ id: campaign.id, file });
      runs.decisions += campaign.exceptions.length + campaign.verdicts.length;
      examined.push({ source, budget, checked: checkCampaign(budget, place, io.today()), listed: null });
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InvalidInput(problems);
  return examined;
}

/** What looks for files by patterns is loaded only where there may be any. */
async function filesNamedBy(path: string, campaign: Campaign): Promise<readonly string[]> {
  const { lists, rosters, returns, parts } = campaign;
  if (lists.length + rosters.length + returns.length + parts.length === 0) return [];
  const { namedFiles } = await import('./named-files.ts');
  return namedFiles(path, campaign);
}

/**
 * Reads the lists that are given and the campaign's own, and checks the plan against them; the engine is loaded only when there
 * are any.
 */
export async function withLists(
  one: Examined,
  given: readonly string[],
  options: ListOptions,
  context: Context,
): Promise<Examined> {
  const { campaign, file, place } = one.source;
  if (given.length === 0 && campaign.lists.length === 0) return one;
  const { examineLists } = await import('./lists.ts');
  const { listedMoney } = await import('../totals/budget/listed-money.ts');
  const listed = await examineLists(given, { path: file.path, campaign }, options, context);
  return { ...one, listed, checked: checkCampaign(one.budget, place, context.io.today(), listedMoney(listed)) };
}

/** Reads the campaign's parts, where it names any. */
export async function withParts(one: Examined, { outputs }: Context): Promise<Examined> {
  const { source, budget } = one;
  if (source.campaign.parts.length === 0) return one;
  const parts = (await import('./parts.ts')).readParts(source, budget);
  for (const { file, campaign } of parts.sources) outputs.protect(await filesNamedBy(file.path, campaign));
  return { ...one, parts };
}

/** Reads the lists of the parts, where any names some, beside those that are given, else the campaign's own. */
export async function withPartLists(
  one: Examined,
  given: readonly string[],
  options: ListFlags,
  context: Context,
): Promise<Examined> {
  const { source, parts } = one;
  if (!parts?.sources.some(({ campaign }) => campaign.lists.length > 0)) return one;
  const { readPartLists } = await import('./part-lists.ts');
  const listed = await readPartLists(given, source, parts.sources, options, context);
  return { ...one, parts: { ...parts, rollUp: { ...parts.rollUp, listed } } };
}

/** Closes the database of lists that were read. */
export function closeLists({ listed }: Pick<Examined, 'listed'>): void {
  listed?.lists.database.close();
}

/** Every severity that was found at least once. */
export function severitiesIn(examined: readonly Pick<Examined, 'checked' | 'listed'>[]): Severity[] {
  return examined.flatMap(({ checked, listed }) => [
    ...checked.findings.map(({ severity }) => severity),
    ...(listed ? SEVERITIES.filter((severity) => listed.checked.counts[severity] > 0) : []),
  ]);
}

/** How many findings there are of each severity, on campaigns and on the rows of their lists. */
export function countsIn(examined: readonly Pick<Examined, 'checked' | 'listed'>[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const { checked, listed } of examined) {
    for (const { severity } of checked.findings) counts[severity] += 1;
    for (const severity of SEVERITIES) counts[severity] += listed?.checked.counts[severity] ?? 0;
  }
  return counts;
}

/** 1 when a finding is at or above the severity to fail on. */
export function exitCode(severities: readonly Severity[], failOn: FailOn): number {
  if (failOn === 'never') return EXIT.ok;
  const limit = SEVERITIES.indexOf(failOn);
  return severities.some((severity) => SEVERITIES.indexOf(severity) <= limit) ? EXIT.findings : EXIT.ok;
}
