import type { Campaign } from '../domain/campaign/campaign.ts';
import type { Gathered } from '../domain/campaign/gathered.ts';
import type { Roster } from '../domain/row/roster.ts';
import { type Lists, type Reading, type ReadOptions, readLists } from '../engine/lists.ts';
import type { RowVerdict } from '../identity/probable/verdicts.ts';
import { type ResolveOptions, resolveIdentities } from '../identity/resolve.ts';
import type { ResolvedLists } from '../identity/resolved-lists.ts';
import type { ListInput } from '../read/list/list-input.ts';
import type { KeyedLedger } from '../totals/reconcile/known-payouts.ts';

/** Lists whose rows were resolved to people, and the rosters that were read with them. */
export interface Resolved {
  readonly lists: ResolvedLists;
  readonly gathered: Gathered;
  readonly rosters: readonly Roster[];
  /** The ledger of the campaign's payments, where it has one, by whose references bank returns are tied. */
  readonly payments?: KeyedLedger | null;
}

/** How lists are read, and who is who told. */
export interface HowResolved extends ResolveOptions {
  readonly limits?: ReadOptions;
  /** Is told which file is next. */
  readonly onFile?: Reading;
  /** Is told when all have been read, and their rows are compared. */
  readonly onRead?: (lists: Lists) => void;
}

/**
 * Reads files of rows and resolves them together, by what the campaign's register says of them too. The caller closes the database of
 * the lists.
 * @throws InvalidInput with everything that is wrong with any of them.
 */
export async function readResolved(
  inputs: readonly ListInput[],
  campaign: Campaign | null,
  { limits = {}, onFile, onRead, ...how }: HowResolved,
): Promise<ResolvedLists> {
  const lists = await readLists(inputs, campaign, limits, onFile);
  try {
    onRead?.(lists);
    const verdicts = await verdictsOn(lists);
    return await resolveIdentities(lists, { ...how, verdicts });
  } catch (error) {
    lists.database.close();
    throw error;
  }
}

/** What finds the rows that somebody decided about is loaded only where anybody did. */
async function verdictsOn(lists: Lists): Promise<readonly RowVerdict[]> {
  const verdicts = lists.campaign?.verdicts ?? [];
  if (verdicts.length === 0) return [];
  return (await import('./cases/verdict-rows.ts')).verdictRows(lists, verdicts);
}
