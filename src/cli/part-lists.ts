import { existsSync, realpathSync } from 'node:fs';
import type { Lists } from '../engine/lists.ts';
import type { CampaignFile } from '../read/campaign-file.ts';
import type { ListInput } from '../read/list/list-input.ts';
import { type PartLists, partListsOf } from '../totals/budget/part-lists.ts';
import type { Context } from './context.ts';
import type { ListFlags } from './list-flags.ts';
import { listsOf } from './list-inputs.ts';
import { whileResolved } from './resolved-lists.ts';

/**
 * Reads the lists of the campaign, those that are given and those of its parts together, and tells who is on both. Standard
 * input can be read only once: it is the campaign's alone, and then compared with nothing.
 */
export async function readPartLists(
  given: readonly string[],
  { file, campaign }: CampaignFile,
  parts: readonly CampaignFile[],
  flags: ListFlags,
  context: Context,
): Promise<PartLists> {
  const inputs: ListInput[] = [];
  const known = new Map<string, number>();
  /** The places of lists among all: what is named twice is read once. */
  const placed = (all: readonly ListInput[]) =>
    all.map((input) => {
      const key = JSON.stringify([existsSync(input.file) ? realpathSync(input.file) : input.file, input.sheet]);
      const place = known.get(key) ?? inputs.push({ ...input, entry: inputs.length }) - 1;
      known.set(key, place);
      return place;
    });
  const at = { path: file.path, campaign };
  const { catalogue } = context;
  const own = given.includes('-') ? [] : placed(listsOf({ given }, at, flags, catalogue).inputs);
  const ofParts = parts.map((part) =>
    placed(listsOf({ given: [] }, { path: part.file.path, campaign: part.campaign }, {}, catalogue).inputs),
  );
  const payouts = { inputs, gathered: { own: null, given: 0, leftOut: 0, notes: [] } };
  return whileResolved([], at, { ...flags, payouts, noRepeated: true }, context, async ({ lists }) => {
    const numbers = (places: readonly number[]) => numbersOf(lists, places);
    const listed = await partListsOf(lists, numbers(own), ofParts.map(numbers));
    lists.database.close();
    return listed;
  });
}

/** The numbers of lists that were read for some inputs; a sheet that was read by itself and with its workbook has the first. */
function numbersOf({ lists }: Lists, places: readonly number[]): number[] {
  const sheets = lists.map(({ source: { bytes, sheet } }) => JSON.stringify([realpathSync(bytes.path), sheet]));
  const own = lists.flatMap(({ source: { input } }, list) =>
    input.entry !== undefined && places.includes(input.entry) ? [sheets.indexOf(sheets[list] ?? '')] : [],
  );
  return [...new Set(own)];
}
