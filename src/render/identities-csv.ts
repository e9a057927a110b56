import { stringify } from 'csv-stringify/sync';
import type { IdentifiedRow } from '../identity/identified-rows.ts';
import { neutralised, oneLine } from './cell-text.ts';

/** Only what is certain makes an identity, so every row is in the band of those that are confirmed. */
const BAND = 'confirmed';

/** Who each payout is, as a CSV in pieces: `file,row,identity,band,rule`, the rule being how the row came to its identity. */
export async function* renderIdentities(rows: AsyncIterable<readonly IdentifiedRow[]>): AsyncGenerator<string> {
  const print = (lines: readonly (readonly unknown[])[]) => stringify([...lines], { record_delimiter: '\r\n' });
  yield print([['file', 'row', 'identity', 'band', 'rule']]);
  for await (const batch of rows) {
    yield print(
      batch.map(({ list, row, identity, ground }) => [neutralised(oneLine(list)), row, identity, BAND, ground]),
    );
  }
}
