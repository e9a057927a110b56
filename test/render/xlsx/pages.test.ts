import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PrintedRow, pageStarts, pagesOf } from '../../../src/render/xlsx/pages.ts';
import { ROOM } from '../../../src/render/xlsx/paper.ts';

const rows = (count: number): PrintedRow[] => Array.from({ length: count }, () => ({ height: 10 }));
/** Rows of 10 points, behind some of which a part ends. */
const ending = (count: number, ends: readonly number[]) =>
  rows(count).map((row, index) => ({ ...row, ends: ends.includes(index + 1) }));
const room = { first: 100, others: 100 };

describe('where pages begin', () => {
  it('is nowhere where all fits on one', () => {
    expect(pageStarts(rows(10), 3, { first: 100, others: 120 })).toEqual([]);
    expect(pageStarts([], 3, room)).toEqual([]);
  });

  it('is where the one before is full', () => {
    expect(pageStarts(rows(25), 3, { first: 80, others: 100 })).toEqual([8, 18]);
  });

  it('is where a part begins that is near, and no other', () => {
    expect(pageStarts(ending(19, [5, 9, 14]), 3, room)).toEqual([9]);
  });

  it('is not between the last rows', () => {
    expect(pageStarts(rows(11), 4, room)).toEqual([7]);
  });

  it('shares what the last rows leave empty among the pages before them', () => {
    expect(pageStarts(rows(40), 9, room)).toEqual([10, 20, 30]);
    // One row is left over when the pages before are full.
    expect(pageStarts(rows(30), 9, room)).toEqual([10, 20]);
    expect(pageStarts([...rows(21), { height: 95 }], 1, room)).toEqual([7, 14, 21]);
  });

  it('is not behind a heading, or whatever leads to the next row', () => {
    const headed = rows(15).map((row, index) => ({ ...row, leads: index === 9 }));
    expect(pageStarts(headed, 3, room)).toEqual([9]);
    const all = rows(30).map((row) => ({ ...row, leads: true }));
    expect(pageStarts(all, 3, room)).toEqual([10, 20]);
  });

  it('is also where a row is higher than a page, or all the last rows are', () => {
    expect(pageStarts([{ height: 500 }, ...rows(2)], 2, room)).toEqual([1]);
    expect(pageStarts(rows(30), 30, room)).toEqual([10, 20]);
    expect(pageStarts([...rows(3), { height: 500 }], 2, room)).toEqual([3]);
  });

  it('gives as few pages as there can be, and of those ways one that leaves least empty before the last', () => {
    const heights = fc.array(fc.integer({ min: 10, max: 60 }), { minLength: 1, maxLength: 11 });
    fc.assert(
      fc.property(heights, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 60, max: 100 }), (all, kept, first) => {
        const printed = all.map((height) => ({ height }));
        const ways = waysOf(all, kept, first);
        fc.pre(ways.length > 0);
        const found = { first, others: 100 };
        const own = pagesWith(all, pageStarts(printed, kept, found));
        const fewest = Math.min(...ways.map((pages) => pages.length));
        const least = Math.min(
          ...ways.filter((pages) => pages.length === fewest).map((pages) => emptyOf(pages, first)),
        );
        expect(ways).toContainEqual(own);
        expect([own.length, emptyOf(own, first)]).toEqual([fewest, expect.closeTo(least, 9)]);
      }),
      { numRuns: 300 },
    );
  });
});

const sumOf = (heights: readonly number[]) => heights.reduce((sum, height) => sum + height, 0);
const pagesWith = (all: readonly number[], starts: readonly number[]) =>
  [0, ...starts].map((start, page) => all.slice(start, starts[page] ?? all.length));
const emptyOf = (pages: readonly number[][], first: number) =>
  sumOf(pages.slice(0, -1).map((page, index) => (1 - sumOf(page) / (index === 0 ? first : 100)) ** 2));

/** Every way to put rows on pages of 100 that hold them, the last of them together. */
function waysOf(all: readonly number[], kept: number, first: number): number[][][] {
  const ways = Array.from({ length: 2 ** (all.length - 1) }, (_, bits) =>
    pagesWith(
      all,
      all.flatMap((_, index) => (index > 0 && bits & (2 ** (index - 1)) ? [index] : [])),
    ),
  );
  return ways.filter(
    (pages) =>
      pages.every((page, index) => sumOf(page) <= (index === 0 ? first : 100)) &&
      (pages.at(-1)?.length ?? 0) >= Math.min(kept, all.length),
  );
}

describe('a table', () => {
  const paper = { scale: 1, size: 11, above: 40, headings: 20 };

  it('stands on one page where it is a little too long for it, and on several where its type would be too small', () => {
    const room = Math.floor((ROOM.down - 40) / 10);
    expect(pagesOf(rows(room), 3, paper)).toEqual({ isOne: true, starts: [] });
    expect(pagesOf(rows(room + 3), 3, paper)).toEqual({ isOne: true, starts: [] });
    expect(pagesOf(rows(room * 2), 3, paper)).toMatchObject({ isOne: false });
    expect(pagesOf(rows(room + 3), 3, { ...paper, size: 8.5 }).isOne).toBe(false);
  });
});
