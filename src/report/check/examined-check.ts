import type { ExaminedGroups } from '../dedupe/examined-pairs.ts';
import type { ExaminedLists } from '../lists/examined-lists.ts';

/** Lists, rosters and bank returns of which single rows were checked, and the words to say it with. */
export interface ExaminedCheck extends ExaminedLists, ExaminedGroups {
  /** Files that were given like lists and are rosters or bank returns by their columns. */
  readonly known: { readonly rosters: readonly string[]; readonly returns: readonly string[] };
}
