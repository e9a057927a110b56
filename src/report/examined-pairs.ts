import type { CheckedPairs } from '../checks/pair/check-pairs.ts';
import type { Overlap } from '../totals/overlap.ts';
import type { ExaminedLists } from './examined-lists.ts';

/** Lists that were resolved to people, whose totals count those, and what the rules between rows found. */
export interface ExaminedPairs extends ExaminedLists {
  readonly pairs: CheckedPairs;
  readonly overlap: Overlap;
}
