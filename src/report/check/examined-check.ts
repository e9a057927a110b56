import type { CheckAnswer } from '../../answer/check.ts';
import type { ExaminedGroups } from '../dedupe/examined-pairs.ts';

/** Lists, rosters and bank returns of which single rows were checked, and the words to say it with. */
export interface ExaminedCheck extends CheckAnswer, ExaminedGroups {
  /** Files that were given like lists and are rosters or bank returns by their columns. */
  readonly known: { readonly rosters: readonly string[]; readonly returns: readonly string[] };
  /** Whether it is said beside it who is paid twice. */
  readonly isBesideDedupe?: boolean;
}
