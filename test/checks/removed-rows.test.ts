import { describe, expect, it } from 'vitest';
import { checkPairs } from '../../src/checks/pair/check-pairs.ts';
import { removedRows } from '../../src/checks/pair/removed-rows.ts';
import type { Campaign } from '../../src/domain/campaign.ts';
import { checkDigit } from '../../src/domain/id-number.ts';
import { resolveIdentities } from '../../src/identity/resolve.ts';
import { readCampaign } from '../../src/read/campaign-file.ts';
import { inputOf, saved, withLists } from '../engine/reading.ts';

const TITLES = ['姓名', '身份证号', '部门', '项目', '金额', '发放日期', '户号'];

const id = (order: number) => {
  const first17 = `99000019500101${String(order).padStart(3, '0')}`;
  return first17 + checkDigit(first17);
};
const [A, B, C] = [id(11), id(22), id(33)] as const;

/** Measures: low-income per household, excluding destitute; carers, whom a household with low-income excludes. */
function campaign(more = ''): Campaign {
  return readCampaign(
    saved(
      `relief: 1
id: c
title: 活动
year: 2026
departments:
  - name: 民政局
    measures:
      - {id: low-income, name: 低保补助, standard: 500元/户, excludes: destitute}
      - {id: destitute, name: 特困补助, standard: 每人500元}
      - {id: disabled, name: 残疾补助, standard: 每人300元, excludes: {measure: low-income, of: household}}
      - {id: heating, name: 御寒补助, standard: 600元/人}
${more}`,
      '.yaml',
    ),
  ).campaign;
}

const CASES: readonly {
  readonly of: string;
  readonly rows: readonly string[];
  readonly removed: readonly string[];
  readonly with?: Campaign;
  readonly earlier?: readonly string[];
}[] = [
  {
    of: 'one person twice: the earlier day survives',
    rows: [`甲一,${A},民政局,御寒,100,2026-01-20,`, `甲一,${A},民政局,御寒,100,2026-01-10,`],
    removed: ['2 paid-twice'],
  },
  {
    of: 'a payment without a day comes after one with',
    rows: [`甲一,${A},民政局,御寒,100,,`, `甲一,${A},民政局,御寒,100,2026-02-10,`],
    removed: ['2 paid-twice'],
  },
  {
    of: 'identical rows, of which the first survives',
    rows: [`甲一,${A},民政局,御寒,100,,`, `甲一,${A},民政局,御寒,100,,`, `甲一,${A},民政局,御寒,100,,`],
    removed: ['3 paid-twice', '4 paid-twice'],
  },
  {
    of: 'rows without a measure that say the same',
    rows: [`甲一,${A},民政局,,100,,`, `甲一,${A},民政局,,100,,`, `甲一,${A},民政局,,200,,`],
    removed: ['3 paid-twice'],
  },
  {
    of: 'something that was taken back',
    rows: [`甲一,${A},民政局,御寒,100,,`, `甲一,${A},民政局,御寒,-100,,`, `甲一,${A},民政局,御寒,100,,`],
    removed: [],
  },
  {
    of: 'more paid than was taken back: nobody can say which is left',
    rows: [100, -100, 100, 100].map((amount) => `甲一,${A},民政局,御寒,${amount},,`),
    removed: [],
  },
  {
    of: 'rows without a measure, one of which was taken back',
    rows: [100, -100, 100].map((amount) => `甲一,${A},民政局,,${amount},,`),
    removed: [],
  },
  {
    of: 'doubts, which take nothing away: two names of one number, one account, several departments',
    rows: [
      `甲一,${A},民政局,御寒,100,,`,
      `乙二,${A},民政局,御寒,100,,`,
      `丙三,${B},民政局,御寒,9,,`,
      `丙三,${B},残联,慰问,9,,`,
    ],
    removed: [],
  },
  {
    of: 'two measures that exclude each other',
    with: campaign(),
    rows: [`甲一,${A},民政局,低保补助,500,2026-01-20,H1`, `甲一,${A},民政局,特困补助,500,2026-01-10,H1`],
    removed: ['2 excluded-combination'],
  },
  {
    of: 'three rows of which two are one payment twice: one is left in the end',
    with: campaign(),
    rows: [
      `甲一,${A},民政局,低保补助,500,2026-01-20,H1`,
      `甲一,${A},民政局,特困补助,500,2026-01-10,H1`,
      `甲一,${A},民政局,特困补助,500,2026-01-11,H1`,
    ],
    removed: ['2 excluded-combination', '4 paid-twice'],
  },
  {
    of: 'a measure that excludes the household of another: all that get the surviving one keep it',
    with: campaign(),
    rows: [
      `甲一,${A},民政局,残疾补助,300,2026-01-05,H1`,
      `乙二,${B},民政局,残疾补助,300,2026-01-25,H1`,
      `丙三,${C},民政局,低保补助,500,2026-01-20,H1`,
    ],
    removed: ['4 excluded-combination'],
  },
  {
    of: 'a measure per household',
    with: campaign(),
    rows: [`甲一,${A},民政局,低保补助,500,2026-01-20,H1`, `乙二,${B},民政局,低保补助,500,2026-01-10,H1`],
    removed: ['2 household-paid-twice'],
  },
  {
    of: 'a measure per household that the campaign only hints at',
    with: campaign('rules: {household-paid-twice: hint}'),
    rows: [`甲一,${A},民政局,低保补助,500,2026-01-20,H1`, `乙二,${B},民政局,低保补助,500,2026-01-10,H1`],
    removed: [],
  },
  {
    of: 'a payment in two parts that add up to the standard',
    with: campaign(),
    rows: [`甲一,${A},民政局,御寒补助,250,,H1`, `甲一,${A},民政局,御寒补助,350,,H1`],
    removed: [],
  },
  {
    of: 'ceilings, which take nothing away',
    with: campaign('overlap: {person: 500元, household: 600元}'),
    rows: [`甲一,${A},民政局,御寒补助,600,,H1`, `乙二,${B},民政局,御寒补助,600,,H1`],
    removed: [],
  },
  {
    of: 'somebody who was paid earlier: nothing new is paid, and the earlier rows stand',
    rows: [`甲一,${A},民政局,御寒,100,2026-01-01,`, `乙二,${B},民政局,御寒,100,2026-01-01,`],
    earlier: [`甲一,${A},民政局,御寒,100,2026-01-15,`, `甲一,${A},民政局,御寒,100,2026-01-16,`],
    removed: ['2 paid-twice'],
  },
];

const csv = (rows: readonly string[]) => `${[TITLES.join(','), ...rows].join('\n')}\n`;

function removedOf({ rows, earlier, with: its }: (typeof CASES)[number]) {
  const inputs = [inputOf(saved(csv(rows))), ...(earlier ? [inputOf(saved(csv(earlier)), { role: 'earlier' })] : [])];
  return withLists(
    inputs,
    async (lists) => {
      await resolveIdentities(lists);
      const removed = await removedRows(lists, await checkPairs(lists, '2026-02-01'));
      return removed.map(({ list, row, rule }) => {
        expect(list).toBe(0);
        return { row, rule };
      });
    },
    { campaign: its ?? null },
  );
}

describe('what is not to be paid', () => {
  it.each(CASES)('of $of', async (each) => {
    const removed = await removedOf(each);
    expect(removed.map(({ row, rule }) => `${row} ${rule}`).sort()).toEqual(each.removed);
  });

  it.each(CASES)('is the same when the rows are in the other order: $of', async (each) => {
    const said = (rows: readonly string[], removed: readonly { row: number }[]) =>
      removed.map(({ row }) => rows[row - 2]).sort();
    const reversed = each.rows.toReversed();
    expect(said(reversed, await removedOf({ ...each, rows: reversed }))).toEqual(
      said(each.rows, await removedOf(each)),
    );
  });
});
