import { type Checked, checkCampaign } from '../checks/check-campaign.ts';
import type { Finding } from '../domain/finding.ts';
import { SEVERITIES } from '../domain/finding.ts';
import { InvalidInput, type Problem } from '../domain/problem.ts';
import { type CampaignFile, readCampaign } from '../read/campaign-file.ts';
import { type Budget, budgetOf } from '../totals/budget.ts';
import { EXIT } from './errors.ts';
import type { FailOn } from './options.ts';

/** A campaign that was read, added up and checked. */
export interface Examined {
  readonly source: CampaignFile;
  readonly budget: Budget;
  readonly checked: Checked;
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
      return [{ source, budget, checked: checkCampaign(budget, source.place, today) }];
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new InvalidInput(problems);
  return examined;
}

/** 1 when a finding is at or above the severity to fail on. */
export function exitCode(findings: readonly Finding[], failOn: FailOn): number {
  if (failOn === 'never') return EXIT.ok;
  const limit = SEVERITIES.indexOf(failOn);
  return findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= limit) ? EXIT.findings : EXIT.ok;
}
