// The package's own entry: what other programs may call. Each question is a function of what was read and what is asked, and gives a
// plain record, without words, terminal or clock. docs/library.md has an example; what commands print as JSON is a contract of its own
// (schema/).

import { type Resolved, readResolved } from './answer/resolved.ts';
import type { Campaign } from './domain/campaign/campaign.ts';
import { rostersOf } from './domain/row/roster.ts';

export type { CheckAnswer } from './answer/check.ts';
export { checkAnswer } from './answer/check.ts';
export type { CheckedDraft } from './answer/check-draft.ts';
export { checkDraft } from './answer/check-draft.ts';
export type { CoverAnswer } from './answer/cover.ts';
export { coverAnswer } from './answer/cover.ts';
export type { DedupeAnswer } from './answer/dedupe.ts';
export { dedupeAnswer } from './answer/dedupe.ts';
export type { DraftAnswer } from './answer/draft.ts';
export { draftAnswer } from './answer/draft.ts';
export type { Resolved } from './answer/resolved.ts';
export type { Checked } from './checks/campaign/check-campaign.ts';
export { checkCampaign } from './checks/campaign/check-campaign.ts';
export type { Campaign } from './domain/campaign/campaign.ts';
export type { Finding } from './domain/finding.ts';
export { InvalidInput } from './domain/problem.ts';
export type { CampaignFile } from './read/campaign-file.ts';
export { readCampaign } from './read/campaign-file.ts';
export type { Budget } from './totals/budget/budget.ts';
export { budgetOf } from './totals/budget/budget.ts';

/**
 * Reads lists and resolves their rows to people, with a campaign's departments, measures and rules where there is one; the files that the
 * campaign itself names are not read. The caller closes the database of the lists.
 * @throws InvalidInput with everything that is wrong with any of them.
 */
export async function readLists(files: readonly string[], campaign: Campaign | null = null): Promise<Resolved> {
  const inputs = files.map((file) => ({ file, columns: new Map<string, string>() }));
  const gathered = { own: campaign && 0, given: files.length, leftOut: campaign?.lists.length ?? 0, notes: [] };
  return { lists: await readResolved(inputs, campaign, {}), gathered, rosters: campaign ? rostersOf(campaign) : [] };
}
