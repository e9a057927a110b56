/** Whole numbers from `low` to `high`, both included; `null` where that end is open. */
export interface Interval {
  readonly low: bigint | null;
  readonly high: bigint | null;
}

export function contains(interval: Interval, value: bigint): boolean {
  return (interval.low === null || value >= interval.low) && (interval.high === null || value <= interval.high);
}

export function intersects(a: Interval, b: Interval): boolean {
  const startsBeforeEnd = (x: Interval, y: Interval) => x.low === null || y.high === null || x.low <= y.high;
  return startsBeforeEnd(a, b) && startsBeforeEnd(b, a);
}

/** Every product of a member of `a` and a member of `b`, as bounds; neither may hold negative numbers. */
export function product(a: Interval, b: Interval): Interval {
  return {
    low: a.low === null || b.low === null ? null : a.low * b.low,
    high: a.high === null || b.high === null ? null : a.high * b.high,
  };
}

export function sum(a: Interval, b: Interval): Interval {
  return {
    low: a.low === null || b.low === null ? null : a.low + b.low,
    high: a.high === null || b.high === null ? null : a.high + b.high,
  };
}

/** The least interval that holds both. */
export function hull(a: Interval, b: Interval): Interval {
  const less = (x: bigint, y: bigint) => x < y;
  return {
    low: a.low === null || b.low === null ? null : less(a.low, b.low) ? a.low : b.low,
    high: a.high === null || b.high === null ? null : less(a.high, b.high) ? b.high : a.high,
  };
}
