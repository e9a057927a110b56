import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckedGroups, checkGroups, type GroupOptions } from '../../src/checks/group/check-groups.ts';
import type { GroupFinding } from '../../src/checks/group/found-groups.ts';
import { type CheckedRows, checkRows } from '../../src/checks/row/check-rows.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { type Lists, readLists } from '../../src/engine/lists.ts';
import { type ResolveOptions, resolveIdentities } from '../../src/identity/resolve.ts';
import { readCampaign } from '../../src/read/campaign-file.ts';
import type { ListInput } from '../../src/read/list/list-input.ts';
import type { ListedMoney } from '../../src/totals/budget/fund-spending.ts';
import { listedMoney } from '../../src/totals/budget/listed-money.ts';
import { listedTotals } from '../../src/totals/lists/listed.ts';

/** SQL reads the lists, as it would longer ones: the commands' tests read them as they are read where they are short. */
const READ = { threads: 1, bySql: true };

/** A folder's lists: those that its campaign.yaml names, else its list.csv, or list.xlsx. */
export function inputsOf(folder: string, campaign: Campaign | null): ListInput[] {
  const named = campaign?.lists ?? [];
  if (named.length === 0) {
    const [csv, xlsx] = [join(folder, 'list.csv'), join(folder, 'list.xlsx')];
    return [{ file: existsSync(xlsx) ? xlsx : csv, columns: new Map() }];
  }
  return named.map(({ file, sheet, department, measure, batch, columns = {} }) => ({
    file: join(folder, file),
    columns: new Map(Object.entries(columns)),
    ...(sheet === undefined ? {} : { sheet }),
    ...(department === undefined ? {} : { department }),
    ...(measure === undefined ? {} : { measure }),
    ...(batch === undefined ? {} : { batch }),
  }));
}

export function campaignOf(folder: string): Campaign | null {
  const path = join(folder, 'campaign.yaml');
  return existsSync(path) ? readCampaign(path).campaign : null;
}

/** What the row rules find in a folder. */
export async function checkFolder(
  folder: string,
  today: string,
  campaign = campaignOf(folder),
): Promise<Omit<CheckedRows, 'stream'> & { lists: Lists['lists']; findings: Finding[] }> {
  const lists = await readLists(inputsOf(folder, campaign), campaign, READ);
  try {
    const resolved = await resolveIdentities(lists, { certain: true });
    const { stream, ...checked } = await checkRows(resolved, today);
    const findings: Finding[] = [];
    for await (const finding of stream()) findings.push(finding);
    return { ...checked, lists: lists.lists, findings };
  } finally {
    lists.database.close();
  }
}

/** What the lists of a campaign pay of it. */
export async function moneyOf(campaign: Campaign, folder: string): Promise<ListedMoney> {
  const lists = await readLists(inputsOf(folder, campaign), campaign, READ);
  try {
    const resolved = await resolveIdentities(lists, { certain: true });
    return listedMoney({ lists, totals: await listedTotals(resolved) });
  } finally {
    lists.database.close();
  }
}

/** How a folder is looked at: its campaign, if another than its own; files of it that were paid before; what is to be told. */
interface Looking extends ResolveOptions {
  readonly campaign?: Campaign | null;
  readonly earlier?: readonly string[];
  readonly only?: GroupOptions;
}

/** What the rules between rows find in a folder. */
export async function checkPairsInFolder(
  folder: string,
  today: string,
  { campaign = campaignOf(folder), earlier = [], only = {}, ...resolving }: Looking = {},
): Promise<Omit<CheckedGroups, 'stream'> & { findings: GroupFinding[] }> {
  const before = earlier.map((file): ListInput => ({ file: join(folder, file), columns: new Map(), role: 'earlier' }));
  const lists = await readLists([...inputsOf(folder, campaign), ...before], campaign, READ);
  try {
    // What is probable has tests of its own: the rules are looked at where everybody knows who is who.
    const resolved = await resolveIdentities(lists, { certain: true, ...resolving });
    const { stream, ...checked } = await checkGroups(resolved, today, only);
    const findings: GroupFinding[] = [];
    for await (const finding of stream()) findings.push(finding);
    return { ...checked, findings };
  } finally {
    lists.database.close();
  }
}
