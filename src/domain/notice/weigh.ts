/** One thing that speaks for a reading of a figure, and how much. */
export interface Sign<Reading extends string, Around> {
  readonly reading: Reading;
  readonly weight: number;
  readonly says: (around: Around) => boolean;
  /** Words in which it stands, for whoever changes it. */
  readonly example: string;
}

/** Which reading has most for it, and how far it is ahead of the next. */
export interface Weighed<Reading extends string> {
  readonly reading: Reading;
  readonly weight: number;
  readonly lead: number;
}

/** Adds up what speaks for each reading of a figure; null where nothing does. */
export function weigh<Reading extends string, Around>(
  signs: readonly Sign<Reading, Around>[],
  around: Around,
): Weighed<Reading> | null {
  const sums = new Map<Reading, number>();
  for (const { reading, weight, says } of signs) if (says(around)) sums.set(reading, (sums.get(reading) ?? 0) + weight);
  const [best, next] = [...sums].sort((a, b) => b[1] - a[1]);
  return best ? { reading: best[0], weight: best[1], lead: best[1] - (next?.[1] ?? 0) } : null;
}
