/** 6 bytes, which a number holds exactly. */
export const MOVED_WITHIN = 2 ** 48;

/** How far apart two moved numbers are. */
export function distance(one: number, other: number): number {
  const apart = Math.abs(one - other);
  return Math.min(apart, MOVED_WITHIN - apart);
}
