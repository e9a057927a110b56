import { readSheetNumber } from '../../domain/cases/case-number.ts';
import { maskText } from '../../domain/shown/masking.ts';
import { type AnswerRow, placeOf } from './answer-rows.ts';

/** Why an answer is not taken. */
const REFUSALS = [
  'no-number', // it names no case
  'unknown-number', // no case has that number
  'altered-number', // the number was changed, or is of another sheet
  'other-unit', // the case went to another unit than the sheet
  'other-case', // the row is about something else than the case that it names
  'changed-since', // what was found has changed since the sheet went out
  'merged', // an amount or a number is merged over several rows
  'twice', // a column is there twice and says two things
  'no-state', // it says what was done, and not what was found
  'state-unknown',
  'action-unknown',
  'amount-unreadable',
  'amount-missing', // partly true, and not how much
  'too-much', // more than is at risk, or more recovered and lost than confirmed
  'not-true-but-money', // not true, and money or something to be done
  'reason-missing', // why it can't be got back
  'conflict', // another answer to the case says something else
  'contradicts', // it was decided otherwise before
  'no-state-column', // the sheet has no column for what was found
] as const;
export type RefusalReason = (typeof REFUSALS)[number];

export interface Refusal {
  readonly reason: RefusalReason;
  /** File, sheet and row. */
  readonly place: string;
  /** What stands there, masked. */
  readonly cell: string;
  /** The case, where that is known. */
  readonly id: string | null;
  /** Where the other answer stands, or what was decided. */
  readonly other: string;
}

/** Why a row is not taken, before it is said where it stands; `cell` as it stands. */
export interface Refused {
  readonly refused: RefusalReason;
  readonly cell: string;
  readonly other?: string;
}

export const refuse = (refused: RefusalReason, cell: string, other = ''): Refused => ({ refused, cell, other });

/** A refusal as it is told. */
export const refusal = (row: AnswerRow, { refused, cell, other = '' }: Refused, id: string | null): Refusal => ({
  reason: refused,
  place: placeOf(row),
  cell: readSheetNumber(cell) ? cell : maskText(cell),
  id,
  other,
});
