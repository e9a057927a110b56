import type { Place } from '../../domain/place.ts';
import type { Lists } from '../../engine/lists.ts';
import type { Explained } from '../../identity/probable/explain.ts';
import type { ExplainMatchWords } from '../../text/zh/explain-match.ts';

/** How two rows of lists were compared, and the words to say it with. */
export interface ExplainedMatch {
  readonly lists: Lists;
  /** Where the two stand. */
  readonly places: readonly [Place, Place];
  readonly explained: Explained;
  readonly say: ExplainMatchWords;
}
