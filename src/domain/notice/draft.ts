import type { AsideKind, OpenReason } from './figure.ts';
import type { Spot } from './notice-line.ts';
import type { DraftStandard } from './standard-of.ts';

/** Why a line of a draft is to be looked at, and the readings that were possible. */
export type Doubt =
  | {
      readonly kind: 'total-or-item' | 'history' | 'rate-or-amount' | 'other-count';
      readonly texts: readonly string[];
    }
  | {
      readonly kind: 'giver' | 'excluded' | 'no-figure' | 'does-not-agree' | 'delegated';
      readonly texts: readonly string[];
    };

/** Where in the document something stands: its section as a source names it, and its place in the file. */
export interface Origin {
  readonly section: string;
  readonly spot: Spot;
  /** Which paragraph of all, from 0. */
  readonly paragraph: number;
}

/** A sentence of the document, as printed. */
export interface Quoted {
  readonly text: string;
  readonly spot: Spot;
}

export interface DraftMeasure {
  readonly name: string;
  readonly to: string | null;
  readonly form: readonly ('cash' | 'goods')[];
  /** Counts that are added up, or a whole with its parts. */
  readonly reach: readonly string[] | { readonly total: string; readonly parts: readonly string[] };
  readonly standard: DraftStandard | null;
  /** Who is to set the standard, where the document leaves it open. */
  readonly delegated: string | null;
  readonly amount: string | null;
  readonly goods: readonly { readonly item: string; readonly quantity: string }[];
  readonly funds: readonly string[];
  readonly age: string | null;
  readonly asOf: string | null;
  readonly delivery: 'visit' | 'procurement' | null;
  /** Whom the document takes out, in its words: 不含支出型困难家庭. */
  readonly excluded: string | null;
  /** The name of the measure that it is a part of. */
  readonly of: string | null;
  readonly counts: boolean;
  /** It is the sum of measures that stand beside it. */
  readonly overlaps: boolean;
  readonly origin: Origin;
  readonly sentences: readonly Quoted[];
  readonly doubts: readonly Doubt[];
}

export interface DraftTotal {
  readonly reach: string | null;
  readonly amount: string | null;
  readonly departments: number | null;
  readonly status: 'planned' | 'expected' | null;
  readonly origin: Origin;
  readonly sentences: readonly Quoted[];
  readonly doubts: readonly Doubt[];
}

export interface DraftDepartment {
  readonly name: string;
  readonly section: string;
  readonly stated: DraftTotal | null;
  readonly measures: readonly DraftMeasure[];
  readonly doubts: readonly Doubt[];
}

export interface DraftFund {
  readonly name: string;
  readonly income: string | null;
  readonly origin: Origin;
  readonly sentence: Quoted | null;
}

export type StageKind = 'prepare' | 'survey' | 'donation' | 'visit' | 'payout' | 'report';

export interface DraftStage {
  readonly name: string;
  readonly date: string;
  /** Whether the date is an end alone (…前). */
  readonly isUntil: boolean;
  readonly kind: StageKind | null;
  readonly origin: Origin;
}

export interface DraftDeadline {
  readonly name: string;
  readonly until: string;
  readonly kind: StageKind | null;
  readonly isSoft: boolean;
  readonly origin: Origin;
}

export interface DraftDelivery {
  readonly form: 'cash' | 'goods';
  readonly through: 'bank' | 'procurement';
  readonly exceptVisits: boolean;
  readonly origin: Origin;
  readonly sentence: Quoted;
}

/** Who is to do what. */
export interface DraftRole {
  readonly name: string;
  readonly duty: string;
  readonly origin: Origin;
}

export interface DraftHead {
  readonly title: string;
  readonly type: '通知' | '方案' | '意见' | '报道' | '总结' | null;
  readonly issuer: string | null;
  readonly document: string | null;
  readonly region: string | null;
  readonly issued: string | null;
  readonly year: number | null;
}

/** A figure of the text and what it came to. */
export interface FigureRecord {
  readonly text: string;
  /** The words around it, as printed. */
  readonly context: string;
  readonly spot: Spot;
  readonly section: string;
  /** `placed` says where: the department, the measure and the key. */
  readonly fate:
    | { readonly kind: 'placed'; readonly at: string; readonly key: PlacedKey }
    | { readonly kind: 'aside'; readonly reason: AsideKind }
    | { readonly kind: 'open'; readonly reason: OpenReason };
}
export type PlacedKey =
  | 'reach'
  | 'standard'
  | 'amount'
  | 'goods'
  | 'income'
  | 'stated'
  | 'departments'
  | 'history'
  | 'date'
  | 'document'
  | 'eligible';

/** A campaign file, drafted from a document: each value with where it stands there. */
export interface Draft {
  readonly head: DraftHead;
  readonly stated: DraftTotal | null;
  readonly funds: readonly DraftFund[];
  readonly delivery: readonly DraftDelivery[];
  readonly stages: readonly DraftStage[];
  readonly deadlines: readonly DraftDeadline[];
  readonly roles: readonly DraftRole[];
  readonly departments: readonly DraftDepartment[];
  /** Every figure of the text, in its order. */
  readonly figures: readonly FigureRecord[];
}
