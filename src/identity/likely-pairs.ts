import { printPlace } from '../domain/place.ts';
import { everyList, type Lists } from '../engine/lists.ts';
import { BANDS, type Band } from './bands.ts';

/** A row that stands for somebody: its list (the file, and the sheet in brackets behind it), and its number. */
interface Standing {
  readonly list: string;
  readonly row: number;
  /** 1, or 2 for the second person of a row that pays two. */
  readonly person: number;
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
    `select one_list, one_row, coalesce(one_part, 1) as one_part, other_list, other_row, coalesce(other_part, 1) as other_part,
      band, posterior, evidence from likely_pair
    order by posterior desc, one_list, one_row, one_part, other_list, other_row, other_part`,
  );
  const standing = (list: unknown, row: unknown, part: unknown): Standing => ({
    list: names[list as number] ?? '',
    row: row as number,
    person: part as number,
  });
  for await (const batch of stored) {
    yield batch.map((pair) => ({
      one: standing(pair.one_list, pair.one_row, pair.one_part),
      other: standing(pair.other_list, pair.other_row, pair.other_part),
      band: BANDS[pair.band as number] as Band,
      posterior: pair.posterior as number,
      evidence: (pair.evidence ?? '') as string,
    }));
  }
}
