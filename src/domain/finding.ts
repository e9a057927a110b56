import type { Fen } from './money.ts';
import type { Place } from './place.ts';

/** 错误, 警告, 提示; worst first. */
export const SEVERITIES = ['error', 'warning', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a finding shows: names and figures, never a line number and never an unmasked identifier. */
export type FindingData = Readonly<Record<string, unknown>>;

/** One thing that a rule found. Its message is made from `data` when it is shown, in the reader's language. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly data: FindingData;
  readonly places: readonly Place[];
  /** Masked. */
  readonly people: readonly string[];
  /** Money at stake, in fen, where it can be said. */
  readonly amount: Fen | null;
  /** The same for the same finding whatever the order of lines or rows. */
  readonly fingerprint: string;
}
