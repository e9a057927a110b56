/** How sure it is that two people, each certain, are one: whoever is `confirmed` is joined, and whoever is for `review` is asked about. */
export const BANDS = ['certain', 'confirmed', 'review', 'apart'] as const;
export type Band = (typeof BANDS)[number];
