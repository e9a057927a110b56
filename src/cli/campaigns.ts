import { type Checked, checkCampaign } from '../checks/campaign/check-campaign.ts';
import { SEVERITIES, type Severity } from '../domain/finding.ts';
import { InvalidInput, type Problem } from '../domain/problem.ts';
import { type CampaignFile, readCampaign } from '../read/campaign-file.ts';
import type { ExaminedLists } from '../report/examined-lists.ts';
import { type Budget, budgetOf } from '../totals/budget.ts';
import type { Context } from './context.ts';
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
 * @throws InvalidInput with everything that is wrong with any of them.
 */
export function examine(files: readonly string[], today: string): Examined[] {
  const problems: Problem[] = [];
  const examined = files.flatMap((file): Examined[] => {
    try {
      const source = readCampaign(file);
      const budget = budgetOf(source.campaign);
      return [{ source, budget, checked: checkCampaign(budget, source.place, today), listed: null }];
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new InvalidInput(problems);
  return examined;
}

/**
 * Reads the lists that are given, else each campaign's own, and checks the plan against them; the engine is loaded only when
 * there are any.
 */
export async function withLists(
  examined: readonly Examined[],
  given: readonly string[],
  options: ListOptions,
  context: Context,
): Promise<Examined[]> {
  const read: Examined[] = [];
  try {
    for (const one of examined) {
      const { campaign, file, place } = one.source;
      if (given.length === 0 && campaign.lists.length === 0) {
        read.push(one);
        continue;
      }
      const { examineLists } = await import('./lists.ts');
      const { listedMoney } = await import('../totals/listed-money.ts');
      const listed = await examineLists(given, { path: file.path, campaign }, options, context);
      const checked = checkCampaign(one.budget, place, context.io.today(), listedMoney(listed));
      read.push({ ...one, listed, checked });
    }
    return read;
  } catch (error) {
    closeLists(read);
    throw error;
  }
}

/** Reads each campaign's parts, where it names any. */
export async function withParts(examined: readonly Examined[]): Promise<Examined[]> {
  const read: Examined[] = [];
  for (const one of examined) {
    const { source, budget } = one;
    if (source.campaign.parts.length === 0) read.push(one);
    else read.push({ ...one, parts: (await import('./parts.ts')).readParts(source, budget) });
  }
  return read;
}

/** Reads the lists of the parts, where any names some, beside those that are given, else each campaign's own. */
export async function withPartLists(
  examined: readonly Examined[],
  given: readonly string[],
  options: ListFlags,
  context: Context,
): Promise<Examined[]> {
  const read: Examined[] = [];
  for (const one of examined) {
    const { source, parts } = one;
    if (!parts?.sources.some(({ campaign }) => campaign.lists.length > 0)) read.push(one);
    else {
      const { readPartLists } = await import('./part-lists.ts');
      const { files, listed } = await readPartLists(given, source, parts.sources, options, context);
      read.push({
        ...one,
        parts: { ...parts, files: [...parts.files, ...files], rollUp: { ...parts.rollUp, listed } },
      });
    }
  }
  return read;
}

/** Closes the databases of lists that were read. */
export function closeLists(examined: readonly Examined[]): void {
  for (const { listed } of examined) listed?.lists.database.close();
}

/** Every file that was read: none of them may be written over. */
export function inputsOf(examined: readonly Examined[]): string[] {
  return examined.flatMap(({ source, listed, parts }) => [
    source.file.path,
    ...(parts?.files ?? []),
    ...(listed?.lists.files.map(({ file }) => file) ?? []),
  ]);
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
