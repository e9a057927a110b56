import type { Fen } from '../money.ts';

/** What somebody found a doubt to be: 未核查, 属实, 部分属实, 不属实, 允许. */
export const STATES = ['unchecked', 'confirmed', 'partly', 'refuted', 'allowed'] as const;
export type CaseState = (typeof STATES)[number];

/** What is done about it: 停发, 追回, 补发, 更正, 说明, 移交. */
export const ACTIONS = ['stop', 'recover', 'supply', 'correct', 'explain', 'transfer'] as const;
export type CaseAction = (typeof ACTIONS)[number];

/** What happened to a case: it was sent out, sent again to remind, answered on a sheet, or decided at the terminal. */
export const EVENTS = ['sent', 'reminded', 'answered', 'reviewed'] as const;
export type EventKind = (typeof EVENTS)[number];

/** What is known of a case's money, in fen; null where nobody said. */
export interface CaseMoney {
  /** At risk. */
  readonly risk: Fen | null;
  readonly confirmed: Fen | null;
  /** Got back, or stopped before it was paid. */
  readonly recovered: Fen | null;
  readonly irrecoverable: Fen | null;
}

/** One line of a register: everything in it is masked, for it goes round like any other file. */
export interface CaseEvent extends CaseMoney {
  /** `YYYY-MM-DD HH:MM:SS`, where it was written. */
  readonly time: string;
  /** The case, by the fingerprint it was first seen with; `-1`, `-2` behind it where findings show the same. */
  readonly case: string;
  readonly rule: string;
  readonly kind: EventKind;
  readonly state: CaseState;
  readonly action: CaseAction | null;
  /** Why money can't be got back, or why it is allowed. */
  readonly reason: string;
  readonly by: string;
  /** The department or committee that it went to, or that says so. */
  readonly unit: string;
  /** The day by which an answer is due, or until which it is allowed: `YYYY-MM-DD`. */
  readonly until: string;
  readonly note: string;
  /** Where an answer stands: file, sheet and row. */
  readonly source: string;
  /** What the finding said, in Chinese. */
  readonly says: string;
  /** Whom it is about, in the order of its rows. */
  readonly people: readonly string[];
  /** Where its rows stood, in their order. */
  readonly places: readonly string[];
  /** The rows' own fingerprints, in their order. */
  readonly rows: readonly string[];
  /** The fingerprint of the finding then. */
  readonly shows: string;
}

/** Has somebody decided it? */
export const isDecided = (state: CaseState): boolean => state !== 'unchecked';
