import type { ListsAnswer } from '../../answer/lists.ts';
import type { Lists } from '../../engine/lists.ts';
import type { ListWords } from '../../text/zh/lists.ts';
import type { Scored } from './scorecard.ts';

/** One list as it was read: a file, or a sheet of it. */
export type ExaminedList = Lists['lists'][number];

/** Lists that were read, added up and checked, and the words to say it with. */
export interface ExaminedLists extends ListsAnswer {
  readonly words: ListWords;
  /** How the promises stand by all that a run looks at; a command by itself knows what it looked at. */
  readonly scored?: Scored;
}
