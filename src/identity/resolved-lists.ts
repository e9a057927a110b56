import type { Lists } from '../engine/lists.ts';
import type { Probable } from './probable/resolve-probable.ts';

/**
 * Lists whose rows were resolved to people and households: who asks the relations `resolved`, `repeated` or `enrolled` takes these,
 * and no others.
 */
export interface ResolvedLists extends Lists {
  /** What was learnt to tell who is probably one; null where only what is certain counts. */
  readonly probable: Probable | null;
}
