import type { CoverAnswer } from '../../answer/cover.ts';
import type { CoverWords } from '../../text/zh/cover.ts';
import type { ExaminedGroups } from '../dedupe/examined-pairs.ts';

/** Who was reached and who was not, and the words to say it with. */
export interface ExaminedCover extends CoverAnswer, ExaminedGroups {
  readonly cover: CoverWords;
}
