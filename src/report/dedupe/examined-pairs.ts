import type { DedupeAnswer, GroupsAnswer } from '../../answer/dedupe.ts';
import type { DedupeWords } from '../../text/zh/dedupe.ts';
import type { ExaminedLists } from '../lists/examined-lists.ts';

/** Lists that were resolved to people, what rules between rows found on them, and the words to say it with. */
export interface ExaminedGroups extends GroupsAnswer, Pick<ExaminedLists, 'words' | 'scored'> {
  readonly say: DedupeWords;
}

/** Either: single rows are not always checked. */
export type AnyExamined = ExaminedGroups | ExaminedPairs;

/** The same with totals that count people, what single rows show, and what departments have in common. */
export interface ExaminedPairs extends DedupeAnswer, ExaminedGroups {}
