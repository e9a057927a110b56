import type { ComparedPerson } from '../../checks/compared-people.ts';
import type { Lists } from '../../engine/lists.ts';
import type { ComparePeopleWords } from '../../text/zh/compare-people.ts';
import type { PeopleComparison } from '../../totals/compare/people.ts';

/** The people of two lists, or of two campaigns' lists, side by side, and the words to say it with. */
export interface ComparedPeople {
  readonly lists: Lists;
  readonly comparison: PeopleComparison;
  /** What the two are called. */
  readonly from: string;
  readonly to: string;
  /** Those of each kind of change with the most money. */
  readonly first: readonly ComparedPerson[];
  readonly say: ComparePeopleWords;
}
