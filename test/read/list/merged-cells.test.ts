import { describe, expect, it } from 'vitest';
import { type ListHead, readHead } from '../../../src/read/list/list-head.ts';
import { filledDown } from '../../../src/read/list/merged-cells.ts';

const head = readHead([['姓名', '身份证号', '户号', '金额']]) as ListHead;
const merge = (left: number, top: number, bottom: number) => ({ left, right: left, top, bottom });

/** What each row says, by its number; a sheet's blank rows are never seen. */
function filled(merges: Parameters<typeof filledDown>[0], rows: Readonly<Record<number, readonly string[]>>) {
  const fill = filledDown(merges, head);
  return Object.entries(rows).map(([row, cells]) => fill(Number(row), cells).join(' '));
}

describe('what merged cells say', () => {
  it('holds for the rows of a group, and for those alone that pay somebody', () => {
    const merges = [merge(2, 2, 4), merge(0, 2, 4), merge(1, 2, 4)];
    const rows = {
      2: ['安一', 'A', 'H1', '5'],
      3: ['', '', '', '6'],
      4: ['', '', '', ''],
      5: ['白二', 'B', 'H2', '7'],
    };
    expect(filled(merges, rows)).toEqual(['安一 A H1 5', '安一 A H1 6', '  H1 ', '白二 B H2 7']);
  });

  it('is nothing where their first row is blank, and never what others above say', () => {
    const merges = [2, 1, 0].flatMap((left) => [merge(left, 2, 3), merge(left, 4, 6)]);
    const rows = { 2: ['安一', 'A', 'H1', '5'], 3: ['', '', '', '6'], 5: ['', '', '', '7'], 6: ['', '', '', '8'] };
    expect(filled(merges, rows)).toEqual(['安一 A H1 5', '安一 A H1 6', '   7', '   8']);
  });
});
