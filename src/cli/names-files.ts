import type { Campaign } from '../domain/campaign/campaign.ts';

/** Are there any files with rows to be read for a campaign? */
export function namesFiles(
  given: readonly string[],
  campaign: Campaign,
  { roster = [], returns = [] }: { readonly roster?: readonly string[]; readonly returns?: readonly string[] },
): boolean {
  return [given, roster, returns, campaign.lists, campaign.rosters, campaign.returns].some(({ length }) => length > 0);
}
