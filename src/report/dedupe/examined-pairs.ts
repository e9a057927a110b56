import type { CheckedPairs } from '../../checks/pair/check-pairs.ts';
import type { Probable } from '../../identity/probable/resolve-probable.ts';
import type { DedupeWords } from '../../text/zh/dedupe.ts';
import type { Budget } from '../../totals/budget/budget.ts';
import type { Overlap } from '../../totals/dedupe/overlap.ts';
import type { Uncompared } from '../../totals/lists/uncompared.ts';
import type { ExaminedLists } from '../lists/examined-lists.ts';

/** Lists that were resolved to people, what rules between rows found on them, and the words to say it with. */
export interface ExaminedGroups extends Pick<ExaminedLists, 'lists' | 'gathered' | 'unpaid' | 'words'> {
  readonly pairs: CheckedPairs;
  readonly say: DedupeWords;
}

/** Either: single rows are not always checked. */
export type AnyExamined = ExaminedGroups | ExaminedPairs;

/** The same with totals that count people, what single rows show, and what departments have in common. */
export interface ExaminedPairs extends ExaminedLists, ExaminedGroups {
  readonly overlap: Overlap;
  /** What rows say too little for. */
  readonly uncompared: Uncompared;
  /** The plan, where there is one. */
  readonly budget: Budget | null;
  /** What told who is probably one, and what was not compared; null where only what is certain counts. */
  readonly probable: Probable | null;
  /** Whether only some rules were asked for, or only what touches some departments. */
  readonly narrowed: boolean;
}
