import type { Day } from '../calendar.ts';

/** A day that never comes. */
export const FOREVER: Day = '9999-12-31';

/** A finding that was looked into and no longer counts: an exception of a campaign, or a case that was found to be allowed or untrue. */
export interface Exception {
  readonly rule: string;
  /** The finding's fingerprint. */
  readonly finding: string;
  readonly reason: string;
  readonly until: Day;
  /** What a case says of its rows; null of an exception that somebody wrote, which is meant for all that show the same. */
  readonly at: ExceptedRows | null;
}

interface ExceptedRows {
  /** The rows' own fingerprints. */
  readonly rows: readonly string[];
  /** Where they stood, as seen from the campaign's folder. */
  readonly places: readonly string[];
  /** Whether others show the same: then it is only meant where those very rows stand in those very places. */
  readonly isOneOfSeveral: boolean;
}

/** What people decided of two who may be one. */
export interface PairVerdict {
  readonly same: boolean;
  /** The two rows' own fingerprints, and the two people, masked. */
  readonly rows: readonly [string, string];
  readonly people: readonly [string, string];
}
