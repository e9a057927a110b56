/** What a stream of random numbers is for: draws for one purpose never shift those for another. */
export const STREAM = {
  household: 1,
  person: 2,
  payout: 3,
  fault: 4,
  dress: 5,
  mutation: 6,
  layout: 7,
  home: 8,
  contact: 9,
} as const;
export type Stream = (typeof STREAM)[keyof typeof STREAM];

const ROUNDS_TO_MIX = 12; // as its author (Chris Doty-Humphrey, PractRand) seeds it

/**
 * sfc32, restarted for each thing that is drawn: `at(stream, index)` gives the same numbers whenever it is asked, so that
 * person i is computed from i and nobody has to be kept in memory.
 */
export class Random {
  private readonly seed: number;
  private a = 0;
  private b = 0;
  private c = 0;
  private counter = 1;

  constructor(seed: number) {
    this.seed = seed | 0;
  }

  at(stream: Stream, index: number): this {
    this.a = this.seed;
    this.b = Math.imul(stream, 0x9e3779b1);
    this.c = index | 0;
    this.counter = 1;
    for (let round = 0; round < ROUNDS_TO_MIX; round += 1) this.next();
    return this;
  }

  /** An unsigned integer of 32 bits. */
  next(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** From 0 up to but not including `limit`. */
  below(limit: number): number {
    return Math.floor((this.next() / 2 ** 32) * limit);
  }

  /** From `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  chance(probability: number): boolean {
    return this.next() < probability * 2 ** 32;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }
}
