import type { Day } from '../../domain/calendar.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { FindingData, Severity } from '../../domain/finding.ts';
import type { Fen } from '../../domain/money.ts';
import type { LoadedField } from '../../engine/loaded-field.ts';
import type { ResolvedLists } from '../../identity/resolved-lists.ts';
import type { Enrolment } from '../../totals/cover/enrolment.ts';
import type { PayoutRow } from '../payout-row.ts';
import type { Detail, NotApplicable } from '../row/row-rule.ts';
import type { Rule } from '../rule.ts';

/** What rows can have in common: columns of `resolved` that hold whole numbers. */
export type Common =
  | 'identity'
  | 'person'
  | 'household'
  | 'home'
  | 'account'
  | 'phone'
  | 'agent'
  | 'department'
  | 'measure'
  | 'payment'
  | 'pair'
  | 'amount'
  | 'day';

/**
 * Groups of rows to look for: SQL over the table `resolved`, or only the rows of people who have several (`repeated`), or a
 * table that the rule makes, with `list`, `row`, `identity`, `home` and what it groups by; as `r`. Every group is one finding. Rows of lists that were paid earlier are there too; a group of nothing else is no finding.
 */
export interface GroupQuery {
  readonly from: string;
  /** Groups have the same in all of these; an amount or day that is unknown is the same as another. */
  readonly by: readonly Common[];
  /** Which rows; `true` for all. */
  readonly where: string;
  /** Which groups may be found, in aggregates over their rows that are cheap: there may be as many groups as rows. */
  readonly having: string;
  /** What is to be known, as `c`, of the groups that may be found, in aggregates by name: so cheap ones can stand for dear ones. */
  readonly keeps?: Readonly<Record<string, string>>;
  /** Which of those are, in aggregates that may be dear. */
  readonly sure?: string;
  /** Whether most groups are found, so that it is faster not to look for them first. */
  readonly most?: boolean;
  /** Where it differs from the rule's own: for all, or SQL in aggregates, null for the rule's own. */
  readonly severity?: Severity | { readonly sql: string };
  /** Its rows stand, whatever severity a campaign gives the rule: somebody has to look first. */
  readonly toVerify?: boolean;
  /** What its rows have to be, for there to be anything to find: see `Taken`. */
  readonly taken?: Taken;
  /** Whether what is found has to be reviewed, because people may be one. */
  readonly isReview?: boolean;
  /** SQL in aggregates: money at stake, in fen; null where it can't be said. */
  readonly atStake: string;
  /** The same for every group that is found. */
  readonly detail?: Detail;
  /** SQL in aggregates: a text on each group that is found. */
  readonly says?: string;
}

/**
 * Rows of a group that are taken for one person's, or one household's. That may be certain, or only confirmed by what is very
 * probable: then, unless the rule would find some of the rows alone that certainly are, the finding is one severity lower. No row is
 * ever taken out but for others that it certainly goes with.
 */
export interface Taken {
  readonly as: 'person' | 'household';
  /** SQL in aggregates: which of such rows the rule would find alone, where that is not what `having` and `sure` say. */
  readonly found?: string;
}

/** The relations of payouts, in which rows of what was paid earlier are marked as such. */
export const OF_PAYOUTS: readonly string[] = ['resolved', 'repeated'];

/** What rows may have in common without saying it; of everything else, a query leaves out those that don't say it. */
export const MAY_BE_UNKNOWN: readonly Common[] = ['amount', 'day'];

/** What a rule between rows may ask of the lists, which were resolved to identities. */
export interface GroupSearch {
  readonly lists: ResolvedLists;
  readonly campaign: Campaign | null;
  readonly today: Day;
  /** The rosters that were compared with the lists, if any. */
  readonly enrolment: Enrolment | null;
  /** The bank returns that were compared with the lists, if any. */
  readonly reconciled: Reconciled | null;
  /** Whether people are only looked at as far as who is who is certain. */
  readonly certain: boolean;
}

/** Bank returns that were compared with lists: what the tables `slot` and `payment` hold. */
export interface Reconciled {
  /** Whether the returns are said to be all there are. */
  readonly isAll: boolean;
  /** Whether everything ought to be paid by now: the returns are said to be all, or the deadline has passed. */
  readonly isDue: boolean;
  /** The deadline is one to be kept in principle (原则上). */
  readonly isSoft: boolean;
}

/** SQL in aggregates: how many people, and how many households, the rows of a group are. */
export const PERSONS = 'count(distinct r.identity)';
export const HOMES = 'count(distinct r.home)';

/** A group that was found, with its rows in the order of the lists. */
export interface FoundGroup {
  readonly rows: readonly PayoutRow[];
  /** How many people, and how many households, they are. */
  readonly persons: number;
  readonly homes: number;
  readonly atStake: Fen | null;
  readonly detail: Detail;
  /** What the query `says` of it. */
  readonly says: string | null;
}

/** A rule on rows that have something in common. */
export interface GroupRule<D extends FindingData = FindingData> extends Rule<D> {
  /** Fields without which a list has no part in it; of an inner list, any one is enough. */
  readonly needs: readonly (LoadedField | readonly LoadedField[])[];
  /** What makes the tables that it asks; run once before all rules, however many name it. */
  readonly tables?: readonly ((search: GroupSearch) => Promise<unknown>)[];
  readonly find: (
    search: GroupSearch,
  ) => NotApplicable | readonly GroupQuery[] | Promise<NotApplicable | readonly GroupQuery[]>;
  /** What is shown of a group that was found: nothing that depends on the order of its rows, and all of it masked. */
  readonly show: (group: FoundGroup) => D;
}

/** Keeps a rule's own data type inside it. */
export function defineGroupRule<D extends FindingData>(rule: GroupRule<D>): GroupRule {
  return rule as unknown as GroupRule;
}
