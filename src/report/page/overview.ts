import type { OverviewAnswer } from '../../answer/overview.ts';
import type { ExaminedPairs } from '../dedupe/examined-pairs.ts';

/** A campaign with all that belongs to it, and the words to say it with. */
export interface Overview extends Omit<OverviewAnswer, 'listed'> {
  readonly listed: ExaminedPairs | null;
}
