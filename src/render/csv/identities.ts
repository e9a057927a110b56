import { stringify } from 'csv-stringify/sync';
import { shownText } from '../../domain/shown/masking.ts';
import type { IdentifiedRow } from '../../identity/identified-rows.ts';
import type { LikelyPair } from '../../identity/likely-pairs.ts';
import { neutralised } from '../cell-text.ts';

const print = (lines: readonly (readonly unknown[])[]) => stringify([...lines], { record_delimiter: '\r\n' });
const name = (list: string) => neutralised(shownText(list));
/** With as many digits as tell one probability from another. */
const probability = (posterior: number | null) => (posterior === null ? '' : String(Number(posterior.toFixed(6))));

const IDENTITIES = ['file', 'row', 'identity', 'band', 'rule', 'certain', 'posterior', 'evidence', 'person'];

/**
 * Who each payout is, as a CSV in pieces: its place, its person and how sure that is, how the row came to it (the rule), who it is
 * where only what is certain counts; and for a confirmed one how probable it is, and what speaks for it.
 */
export async function* renderIdentities(rows: AsyncIterable<readonly IdentifiedRow[]>): AsyncGenerator<string> {
  yield print([IDENTITIES]);
  for await (const batch of rows) {
    yield print(
      batch.map(({ list, row, identity, band, ground, certain, posterior, evidence, person }) => [
        ...[name(list), row, identity, band, ground ?? '', certain],
        ...[probability(posterior), evidence ?? '', person],
      ]),
    );
  }
}

const PAIRS = ['file', 'row', 'person', 'other_file', 'other_row', 'other_person', 'band', 'posterior', 'evidence'];

/** Which two people may be one, as a CSV in pieces: a row that stands for each (and which of a couple's), how sure it is, and what speaks for it. */
export async function* renderLikelyPairs(pairs: AsyncIterable<readonly LikelyPair[]>): AsyncGenerator<string> {
  yield print([PAIRS]);
  for await (const batch of pairs) {
    yield print(
      batch.map(({ one, other, band, posterior, evidence }) => [
        ...[name(one.list), one.row, one.person, name(other.list), other.row, other.person],
        ...[band, probability(posterior), evidence],
      ]),
    );
  }
}
