/**
 * What is wanting, in a row or in the campaign, where a rule that runs on its list passes it over: its department or its measure is not
 * known; its measure has no standard for a single payout, or too few amounts to tell what is usual; it does not say which step of the
 * standard is due, how old somebody is, to which account or on what day they are paid.
 */
export const WANTING = [
  'no-department',
  'no-measure',
  'no-standard',
  'no-step',
  'no-age',
  'no-account',
  'no-day',
  'too-few',
] as const;
export type Wanting = (typeof WANTING)[number];

/**
 * Those without which nobody may say that money can go out. A day is written down only when it has, two amounts are as many as there are,
 * and of a measure for which the document sets no standard nobody can mend that: this is told beside what else was not asked.
 */
export const DECISIVE = ['no-department', 'no-measure', 'no-step', 'no-age', 'no-account'] as const;

/** Whether nobody knows of which department payouts are, or only not of which of its measures. */
export const NOWHERE = ['no-department', 'no-measure'] as const;
