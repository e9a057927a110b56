import { EXCUSES } from '../row/roster-excuse.ts';

/** What became of somebody between two lists: on the later one alone, on the earlier one alone, on both and otherwise, or the same. */
export const PERSON_CHANGES = ['added', 'left', 'changed', 'same'] as const;
export type PersonChange = (typeof PERSON_CHANGES)[number];

/**
 * What rosters and other rows say to somebody's coming or going, the surest first: died, moved, refused, not entitled any more; must
 * not be paid; gets what excludes it; may be somebody who went (or came) under another name or number; is on a roster; nothing.
 */
export const PERSON_REASONS = [...EXCUSES, 'blocked', 'lifted', 'perhaps', 'enrolled', 'unknown'] as const;
export type PersonReason = (typeof PERSON_REASONS)[number];

/** In what somebody who is on both lists differs. */
export const PERSON_DIFFERENCES = ['amount', 'measures', 'department', 'place'] as const;
export type PersonDifference = (typeof PERSON_DIFFERENCES)[number];
