import type { ExaminedPairs } from '../report/examined-pairs.ts';
import type { Shown } from '../report/pair-row.ts';
import type { Catalogue } from '../text/zh.ts';
import type { JsonRecord } from './json.ts';
import { withLists } from './lists-json.ts';

/** STUB. */
export function dedupeRecord(examined: ExaminedPairs, catalogue: Catalogue, _shown: Shown): JsonRecord {
  return withLists({ schema: 'relief/dedupe@1' }, examined, catalogue);
}
