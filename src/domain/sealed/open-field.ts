/** What may stand open in a sealed list. */
export const OPEN_FIELDS = ['department', 'measure', 'amount', 'date'] as const;
export type OpenField = (typeof OPEN_FIELDS)[number];
