import { join } from 'node:path';
import { checkCampaign } from '../../src/checks/campaign/check-campaign.ts';
import { contextFor } from '../../src/cli/context.ts';
import { examineCover } from '../../src/cli/cover.ts';
import { examineReconciliation } from '../../src/cli/reconcile.ts';
import { returnsFor } from '../../src/cli/returns.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { readCampaign } from '../../src/read/campaign-file.ts';
import type { ExaminedGroups } from '../../src/report/dedupe/examined-pairs.ts';
import { budgetOf } from '../../src/totals/budget/budget.ts';
import { TODAY } from './group-cases.ts';
import { checkPairsInFolder } from './lists.ts';

const silent = { write: () => {}, isTTY: false };
const context = await contextFor({}, { env: {}, stdout: silent, stderr: silent, today: () => TODAY });

/** Every finding on the rows of lists that were examined, which are closed. */
async function findingsOf({ pairs, lists }: ExaminedGroups): Promise<Finding[]> {
  const findings: Finding[] = [];
  try {
    for await (const finding of pairs.stream()) findings.push(finding);
  } finally {
    lists.database.close();
  }
  return findings;
}

/** A case on rosters, bank returns or the plan always has a campaign. */
const at = (folder: string, campaign: Campaign | null) => ({
  path: join(folder, 'campaign.yaml'),
  campaign: campaign as Campaign,
});

/** What the rules on rosters find in a folder. */
export async function checkRosters(folder: string, own: Campaign | null): Promise<readonly Finding[]> {
  const campaign = at(folder, own);
  return findingsOf(await examineCover([], campaign, { threads: 1, certain: true }, context));
}

/** What the rules on bank returns, and on the plan as the lists have it, find in a folder. */
export async function checkReturns(folder: string, own: Campaign | null): Promise<readonly Finding[]> {
  const campaign = at(folder, own);
  const returns = returnsFor(campaign, {}, new Map(), TODAY);
  const source = { ...readCampaign(campaign.path), campaign: campaign.campaign };
  const budget = budgetOf(campaign.campaign);
  const plan = { source, budget, checked: checkCampaign(budget, source.place, TODAY), listed: null };
  const examined = await examineReconciliation([], plan, returns, { threads: 1 }, context);
  return [...(await findingsOf(examined)), ...examined.planned];
}

/** What the rules between rows find in a folder. */
export const checkGroups = async (folder: string, campaign: Campaign | null): Promise<readonly Finding[]> =>
  (await checkPairsInFolder(folder, TODAY, { campaign })).findings;
