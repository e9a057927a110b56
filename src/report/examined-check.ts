import type { ExaminedLists } from './examined-lists.ts';
import type { ExaminedGroups } from './examined-pairs.ts';

/** Lists, rosters and bank returns of which single rows were checked, and the words to say it with. */
export interface ExaminedCheck extends ExaminedLists, ExaminedGroups {
  /** Files that were given like lists and are rosters or bank returns by their columns. */
  readonly known: { readonly rosters: readonly string[]; readonly returns: readonly string[] };
}
