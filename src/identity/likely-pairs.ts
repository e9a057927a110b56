import { printPlace } from '../domain/place.ts';
import { everyList, type Lists } from '../engine/lists.ts';
import { BANDS, type Band } from './bands.ts';

/** A row that stands for somebody: its list (the file, and the sheet in brackets behind it), and its number. */
interface Standing {
  readonly list: string;
  readonly row: number;
}

/** Two people who may be one. */
export interface LikelyPair {
  readonly one: Standing;
  readonly other: Standing;
  readonly band: Band;
  readonly posterior: number;
  readonly evidence: string;
}

/** Every pair of people that was compared and is not sure, the likeliest first, then by place; in batches. */
export async function* likelyPairs(lists: Lists): AsyncGenerator<LikelyPair[]> {
  const names = everyList(lists).map(({ source: { origin, sheet } }) =>
    printPlace({ file: origin.file, sheet, row: null, column: null }),
  );
  const stored = lists.database.stream(
    `select one_list, one_row, other_list, other_row, band, posterior, evidence from likely_pair
    order by posterior desc, one_list, one_row, other_list, other_row`,
  );
  const standing = (list: unknown, row: unknown): Standing => ({
    list: names[list as number] ?? '',
    row: row as number,
  });
  for await (const batch of stored) {
    yield batch.map((pair) => ({
      one: standing(pair.one_list, pair.one_row),
      other: standing(pair.other_list, pair.other_row),
      band: BANDS[pair.band as number] as Band,
      posterior: pair.posterior as number,
      evidence: (pair.evidence ?? '') as string,
    }));
  }
}
