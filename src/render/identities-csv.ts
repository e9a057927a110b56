import { stringify } from 'csv-stringify/sync';
import { printPlace } from '../domain/place.ts';
import type { Lists } from '../engine/lists.ts';
import { GROUNDS } from '../identity/resolve.ts';
import { neutralised, oneLine } from './cell-text.ts';

/** Only what is certain makes an identity, so every row is in the band of those that are confirmed. */
const BAND = 'confirmed';

/**
 * Who each payout is, as a CSV in pieces: `file,row,identity,band,rule`. Identities are numbered from 1 as they first come; the
 * rule says how the row came to its own. A sheet is named in brackets behind its file.
 */
export async function* renderIdentities({ database, lists, earlier }: Lists): AsyncGenerator<string> {
  const all = [...lists, ...earlier];
  const files = all.map(({ source }) =>
    neutralised(oneLine(printPlace({ file: source.origin.file, sheet: source.sheet, row: null, column: null }))),
  );
  const print = (rows: readonly (readonly unknown[])[]) => stringify([...rows], { record_delimiter: '\r\n' });
  yield print([['file', 'row', 'identity', 'band', 'rule']]);
  const stored = database.stream(
    `select r.list, r.row, n.number, r.ground from resolved r join (
      select identity, row_number() over (order by first) as number
      from (select identity, min(list::bigint * 4294967296 + row) as first from resolved group by identity)
    ) n on n.identity = r.identity order by r.list, r.row`,
  );
  for await (const batch of stored) {
    yield print(
      batch.map(({ list, row, number, ground }) => [
        files[list as number],
        row,
        number,
        BAND,
        GROUNDS[ground as number],
      ]),
    );
  }
}
