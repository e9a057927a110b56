import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, hull, type Interval, intersects, product, sum } from '../../src/domain/interval.ts';

/** Closed intervals small enough to list their members. */
const small = fc
  .tuple(fc.bigInt({ min: 0n, max: 12n }), fc.bigInt({ min: 0n, max: 12n }))
  .map(([a, b]) => (a < b ? { low: a, high: b } : { low: b, high: a }));

function members({ low, high }: { low: bigint; high: bigint }): bigint[] {
  return Array.from({ length: Number(high - low) + 1 }, (_, index) => low + BigInt(index));
}

function bounds(values: readonly bigint[]): Interval {
  const sorted = [...values].sort((a, b) => Number(a - b));
  return { low: sorted[0] ?? null, high: sorted.at(-1) ?? null };
}

const pairs = (a: readonly bigint[], b: readonly bigint[]) => a.flatMap((x) => b.map((y): [bigint, bigint] => [x, y]));

describe('closed intervals', () => {
  it('contain their members only', () => {
    fc.assert(
      fc.property(small, fc.bigInt({ min: -2n, max: 14n }), (interval, value) => {
        expect(contains(interval, value)).toBe(members(interval).includes(value));
      }),
    );
  });

  it('intersect where they share a member', () => {
    fc.assert(
      fc.property(small, small, (a, b) => {
        const shared = members(a).some((value) => members(b).includes(value));
        expect([intersects(a, b), intersects(b, a)]).toEqual([shared, shared]);
      }),
    );
  });

  it('multiply, add and join as their members do', () => {
    fc.assert(
      fc.property(small, small, (a, b) => {
        const both = pairs(members(a), members(b));
        expect(product(a, b)).toEqual(bounds(both.map(([x, y]) => x * y)));
        expect(sum(a, b)).toEqual(bounds(both.map(([x, y]) => x + y)));
        expect(hull(a, b)).toEqual(bounds(both.flat()));
      }),
    );
  });
});

describe('open ends', () => {
  const from5: Interval = { low: 5n, high: null };
  const to3: Interval = { low: null, high: 3n };
  const all: Interval = { low: null, high: null };
  const four: Interval = { low: 4n, high: 4n };

  it.each([
    [from5, [5n, 10n ** 30n], [4n]],
    [to3, [3n, -1n], [4n]],
    [all, [0n, -(10n ** 30n)], []],
  ])('%o contain what lies beyond', (interval, inside, outside) => {
    expect(inside.filter((value) => !contains(interval, value))).toEqual([]);
    expect(outside.filter((value) => contains(interval, value))).toEqual([]);
  });

  it.each([
    [from5, to3, false],
    [from5, four, false],
    [to3, four, false],
    [all, four, true],
    [from5, { low: 0n, high: 5n }, true],
    [to3, { low: 3n, high: null }, true],
    [from5, all, true],
  ])('%o and %o intersect: %s', (a, b, expected) => {
    expect([intersects(a, b), intersects(b, a)]).toEqual([expected, expected]);
  });

  it.each<[string, (a: Interval, b: Interval) => Interval, Interval, Interval, Interval]>([
    ['product, above', product, from5, { low: 2n, high: 3n }, { low: 10n, high: null }],
    ['product, below', product, to3, { low: 2n, high: 3n }, { low: null, high: 9n }],
    ['sum, above', sum, from5, four, { low: 9n, high: null }],
    ['sum, both ways', sum, from5, to3, { low: null, high: null }],
    ['hull, above', hull, from5, four, { low: 4n, high: null }],
    ['hull, below', hull, to3, four, { low: null, high: 4n }],
    ['hull, below nought', hull, to3, { low: 0n, high: 4n }, { low: null, high: 4n }],
  ])('stay open in a %s', (_, combine, a, b, expected) => {
    expect(combine(a, b)).toEqual(expected);
    expect(combine(b, a)).toEqual(expected);
  });
});
