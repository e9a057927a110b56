import type { Day } from '../../domain/calendar.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { FindingData, Severity } from '../../domain/finding.ts';
import type { Fen } from '../../domain/money.ts';
import type { Wanting } from '../../domain/row/wanting.ts';
import type { Assignments } from '../../engine/assignments.ts';
import type { LoadedList } from '../../engine/load.ts';
import type { LoadedField } from '../../engine/loaded-field.ts';
import type { Outliers } from '../../totals/lists/outliers.ts';
import type { PayoutRow } from '../payout-row.ts';
import type { Rule } from '../rule.ts';

/** Facts beside the row that a rule worked out for it, as JSON keeps them. */
export type Detail = Readonly<Record<string, string | number | null>>;

/** The relation that rows are looked for in: payouts, or those of rosters and bank returns as well. */
export type RowsFrom = 'payout' | 'any_row';

/** One thing to look for: SQL over the table `payout`, that of rows which are none, or of formulas without a value, as `p`. */
export interface RowQuery {
  readonly from?: 'payout' | 'non_payout' | 'uncomputed';
  readonly where: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** The same for every row that is found. */
  readonly detail?: Detail;
  /** What was judged, if the rule asked for that: its verdicts are joined. */
  readonly judged?: Judged;
}

/** A row that is known, and need not be looked for. */
export interface KnownRow {
  readonly list: number;
  readonly row: number;
  readonly severity?: Severity;
  readonly detail: Detail;
}

/** A table of verdicts on combinations of columns. */
export interface Judged {
  /** Whether nothing was found fault with. */
  readonly isEmpty?: boolean;
  /** SQL that joins it to `payout p`. */
  readonly join: string;
  /** SQL: its verdict's severity (null: the rule's own) and detail. */
  readonly severity: string;
  readonly detail: string;
}

interface Verdict {
  readonly severity?: Severity;
  readonly detail?: Detail;
}

/** What a row rule may ask of the lists. */
export interface RowSearch {
  readonly lists: readonly LoadedList[];
  readonly campaign: Campaign | null;
  readonly assignments: Assignments;
  readonly today: Day;
  /** Does a rule, by its id, run as well? */
  readonly isRun: (rule: string) => boolean;
  /** Makes the table `outlier`, where it is not there. */
  readonly outliers: () => Promise<Outliers>;
  /** Makes the table `split_payment`, where it is not there; were any payments made in parts? */
  readonly splits: () => Promise<boolean>;
  /**
   * Judges every distinct combination of columns (SQL expressions over `payout p`, by name) once, in TypeScript: the
   * domain decides, SQL only finds the rows. `where` limits the rows that are looked at.
   */
  readonly judge: <K extends string>(
    columns: Readonly<Record<K, string>>,
    where: string,
    verdict: (combination: Readonly<Record<K, unknown>>) => Verdict | null,
  ) => Promise<Judged>;
}

/** Why a rule does not run at all: there is no campaign, no roster, no bank return; it is too
 * early; only what is certain is looked at; the lists are sealed; the campaign lays down
 * nothing that it could check; or no payout is of a measure of which it does. */
export type NotApplicable =
  | 'no-campaign'
  | 'no-roster'
  | 'no-return'
  | 'not-due'
  | 'only-certain'
  | 'sealed'
  | 'no-policy'
  | 'not-listed';

/** Payouts that a rule passes over: SQL over `payout p`, and what is joined to it; but for those of which one of some rules tells. */
export interface PassedOver {
  readonly why: Wanting;
  readonly where: string;
  readonly join?: string;
  readonly toldBy?: readonly string[];
}

type Found = NotApplicable | readonly RowQuery[] | { readonly known: readonly KnownRow[] };

/** A rule on single rows of lists. */
export interface RowRule<D extends FindingData = FindingData> extends Rule<D> {
  /** Fields without which a list can't be checked; of an inner list, any one is enough. */
  readonly needs: readonly (LoadedField | readonly LoadedField[])[];
  readonly find: (search: RowSearch) => Found | Promise<Found>;
  /** The payouts that it can't judge, for want of something in the row or the campaign. Not asked without a campaign. */
  readonly passesOver?: (search: RowSearch) => readonly PassedOver[] | Promise<readonly PassedOver[]>;
  /** Of which column a finding is, where that is not the first of those that it needs. */
  readonly column?: (detail: Detail) => LoadedField | { readonly title: string };
  /** The money that is really in question, where that is not what the row says. */
  readonly atRisk?: (detail: Detail) => Fen;
  /** What is shown of a row that was found. */
  readonly show: (row: PayoutRow, detail: Detail) => D;
}

/** Keeps a rule's own data type inside it. */
export function defineRowRule<D extends FindingData>(rule: RowRule<D>): RowRule {
  return rule as unknown as RowRule;
}
