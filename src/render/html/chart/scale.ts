/** So many times as large as all others, a value is no part of what they are compared on. */
const FAR = 10;

/**
 * Where a scale of several values ends: at the largest, or, where a few (one in four at most, and one at any rate) are ten times
 * as large as the next, at that, so that the others can still be told apart.
 */
export function scaleEnd(values: readonly number[]): number {
  const sorted = values.filter((value) => value > 0).sort((a, b) => b - a);
  const few = Math.max(1, Math.floor(sorted.length / 4));
  const far = sorted.findIndex((value, index) => index < few && value >= FAR * (sorted[index + 1] ?? value));
  return sorted[far + 1] ?? 0;
}
