import { realpathSync } from 'node:fs';
import { InvalidInput, type Problem } from '../domain/problem.ts';
import { invalidFile } from '../file/fault.ts';
import { type CampaignFile, readCampaign } from '../read/campaign-file.ts';
import { type Budget, budgetOf } from '../totals/budget/budget.ts';
import { type RollUp, rollUp } from '../totals/budget/roll-up.ts';
import { filesOf, folderOf } from './files-of.ts';

/** The parts of a campaign. */
export interface Parts {
  readonly sources: readonly CampaignFile[];
  readonly rollUp: RollUp;
}

/**
 * Reads a campaign's parts (`parts:`) and rolls them up.
 * @throws InvalidInput with everything that is wrong with any of them, also when one is the campaign itself.
 */
export function readParts({ file, campaign }: CampaignFile, budget: Budget): Parts {
  const problems: Problem[] = [];
  const files = campaign.parts.flatMap((part) => filesOf(part, folderOf(file.path)));
  const sources = files.flatMap((path): CampaignFile[] => {
    try {
      const source = readCampaign(path);
      if (file.path !== '-' && realpathSync(path) === realpathSync(file.path))
        throw invalidFile(path, 'part-of-itself', {});
      return [source];
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new InvalidInput(problems);
  const parts = sources.map((source) => budgetOf(source.campaign));
  return { sources, rollUp: rollUp(budget, parts) };
}
