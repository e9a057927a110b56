import { printPlace } from '../domain/place.ts';
import type { Lists } from '../engine/lists.ts';
import { GROUNDS, type Ground } from './resolve.ts';

/** Who a payout is. */
export interface IdentifiedRow {
  /** Its list: the file, and the sheet in brackets behind it. */
  readonly list: string;
  readonly row: number;
  /** The same for the same person; people are numbered from 1 as they first come. */
  readonly identity: bigint;
  readonly ground: Ground;
}

/** Every payout of lists that were resolved, in their order, in batches. */
export async function* identifiedRows({ database, lists, earlier }: Lists): AsyncGenerator<IdentifiedRow[]> {
  const names = [...lists, ...earlier].map(({ source: { origin, sheet } }) =>
    printPlace({ file: origin.file, sheet, row: null, column: null }),
  );
  const stored = database.stream(
    `select r.list, r.row, n.number, r.ground from resolved r join (
      select identity, row_number() over (order by min(list::bigint * 4294967296 + row)) as number
      from resolved group by identity
    ) n on n.identity = r.identity order by r.list, r.row`,
  );
  for await (const batch of stored) {
    yield batch.map(({ list, row, number, ground }) => ({
      list: names[list as number] ?? '',
      row: row as number,
      identity: number as bigint,
      ground: GROUNDS[ground as number] as Ground,
    }));
  }
}
