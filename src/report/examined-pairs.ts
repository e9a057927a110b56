import type { CheckedPairs } from '../checks/pair/check-pairs.ts';
import type { DedupeWords } from '../text/dedupe-zh.ts';
import type { Overlap } from '../totals/overlap.ts';
import type { ExaminedLists } from './examined-lists.ts';

/** Lists that were resolved to people, whose totals count those, and what the rules between rows found. */
export interface ExaminedPairs extends ExaminedLists {
  readonly pairs: CheckedPairs;
  readonly overlap: Overlap;
  /** Whether only some rules were asked for, or only what touches some departments. */
  readonly narrowed: boolean;
  /** The words to say it with. */
  readonly say: DedupeWords;
}
