/** What share of the random draws of long tests is made: all, unless DRAWS says less (`DRAWS=0.25`). */
const SHARE = Number(process.env.DRAWS ?? 1);

/** So many draws of as many as a test has; one at least. */
export const draws = (all: number): number => Math.max(1, Math.round(all * SHARE));
