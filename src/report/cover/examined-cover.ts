import type { CoverWords } from '../../text/zh/cover.ts';
import type { Coverage } from '../../totals/cover/coverage.ts';
import type { Enrolment } from '../../totals/cover/enrolment.ts';
import type { ExaminedGroups } from '../dedupe/examined-pairs.ts';

/** Lists that were compared with rosters: who was reached, who was not, and the words to say it with. */
export interface ExaminedCover extends ExaminedGroups {
  readonly enrolment: Enrolment;
  readonly coverage: Coverage;
  readonly cover: CoverWords;
}
