import type { Day } from '../../domain/calendar.ts';
import type { Fen } from '../../domain/money.ts';
import type { ListRole } from '../../domain/row/list-role.ts';

/** A list as it is asked for: where it is, and what the campaign or the command line says about it. */
export interface ListInput {
  /** As it was given; `-` is standard input. */
  readonly file: string;
  readonly sheet?: string;
  /** The whole list's department or measure, where no column says it. */
  readonly department?: string;
  readonly measure?: string;
  /** Whose list it is, and of what, where neither those nor a column says. */
  readonly departmentElse?: string;
  readonly measureElse?: string;
  /** It is a form of ours, which says whose it is. */
  readonly isForm?: true;
  /** What it is read for: payouts, where nothing is said. Only those are counted and checked. */
  readonly role?: ListRole;
  /** Whether a list of payouts may say nothing of what is paid: then only who is who can be told. */
  readonly amountOptional?: boolean;
  /** Which of the campaign's payments it is of; lists that say none are one batch. */
  readonly batch?: string;
  /** Whether the money has left: `true`, or the day as the campaign writes it. */
  readonly paid?: true | string;
  /** The days in which it did, where the campaign says which. */
  readonly paidIn?: { readonly from: Day; readonly until: Day };
  /** Sheets of the workbook that are read by themselves; where this is one of them, it is to tell of lists on others. */
  readonly otherSheets?: readonly string[];
  /** What each payout is where no column says what is paid: the standard of the one measure that the list is of. */
  readonly standard?: { readonly fen: Fen; readonly text: string };
  /** Which roster or bank return it is, where there are several: their index. */
  readonly entry?: number;
  /** Header → field, for what is not recognised. */
  readonly columns: ReadonlyMap<string, string>;
  /** Header → measure, where measures have a column of amounts each. */
  readonly measures?: ReadonlyMap<string, string>;
  /** Measures that a column may be called after. */
  readonly measureNames?: readonly string[];
  /** The same of whichever lists have such a column (标题=字段), or of one of them (文件:标题=字段): as the command line says it. */
  readonly anywhere?: ReadonlyMap<string, string>;
}

/** What a list is read for. */
export const roleOf = ({ role = 'payouts' }: ListInput): ListRole => role;

/** Has a list to say what is paid? Where it is the standard, only if it says what is due (应发), which may be something else. */
export type NeedsAmount = boolean | 'or-standard';

/** Has a list to say what is paid? */
export function needsAmount({ amountOptional = false, standard, role }: ListInput): NeedsAmount {
  if (role === 'roster' || amountOptional) return false;
  return standard === undefined ? true : 'or-standard';
}
