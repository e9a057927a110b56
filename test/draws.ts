/** What share of the random draws of long tests is made: all, unless DRAWS says less (`DRAWS=0.25`). */
const SHARE = Number(process.env.DRAWS ?? 1);

/** So many draws of as many as a test has; one at least. */
export const draws = (all: number): number => Math.max(1, Math.round(all * SHARE));

/** So many of a long row of steps as the share says, evenly spaced from one of the first by chance: every one, unless DRAWS says less. */
export function someOf<T>(steps: readonly T[]): T[] {
  const stride = Math.max(1, Math.round(1 / SHARE));
  const first = Math.floor(Math.random() * stride);
  return steps.filter((_, at) => at % stride === first);
}
