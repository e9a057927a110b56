import { describe, expect, it } from 'vitest';
import { checkGroups } from '../../src/checks/group/check-groups.ts';
import { PAYOUT_RULES } from '../../src/checks/group/index.ts';
import { removedRows } from '../../src/checks/group/removed-rows.ts';
import blockedPayee from '../../src/checks/roster/blocked-payee.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { checkDigit } from '../../src/domain/people/id-number.ts';
import type { Roster } from '../../src/domain/row/roster.ts';
import { resolveIdentities } from '../../src/identity/resolve.ts';
import { readCampaign } from '../../src/read/campaign-file.ts';
import { enrol } from '../../src/totals/cover/enrolment.ts';
import { inputOf, saved, withLists } from '../engine/reading.ts';

const TITLES = ['姓名', '身份证号', '部门', '项目', '金额', '发放日期', '户号'];

const id = (order: number) => {
  const first17 = `99000019500101${String(order).padStart(3, '0')}`;
  return first17 + checkDigit(first17);
};
const [A, B, C] = [id(11), id(22), id(33)] as const;
const mistyped = (number: string) => number.slice(0, -1) + (number.endsWith('1') ? '2' : '1');

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
  /** Name, ID number and day of death of people who must not be paid. */
  readonly dead?: readonly string[];
  readonly cars?: readonly string[];
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
    of: 'a payment that says how much survives one that does not, though that is dated first',
    rows: [`甲一,${A},民政局,御寒,,2026-01-02,`, `甲一,${A},民政局,御寒,300,,`],
    removed: ['2 paid-twice'],
  },
  {
    of: 'a valid number survives a mistyped one, though that is dated first',
    rows: [`甲一,${mistyped(A)},民政局,御寒,100,2026-01-02,`, `甲一,${A},民政局,御寒,100,2026-01-20,`],
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
  {
    of: 'somebody who has died: what was paid after that day, or nobody knows when',
    dead: [`甲一,${A},2026-01-10`],
    rows: [
      `甲一,${A},民政局,御寒,100,2026-01-09,`,
      `甲一,${A},民政局,慰问,200,2026-01-10,`,
      `甲一,${A},残联,走访,300,,`,
      `乙二,${B},民政局,御寒,100,2026-01-20,`,
    ],
    removed: ['4 blocked-payee'],
  },
  {
    of: 'somebody of whom nobody knows when they died',
    dead: [`甲一,${A},`],
    rows: [`甲一,${A},民政局,御寒,100,2026-01-09,`],
    removed: ['2 blocked-payee'],
  },
  {
    of: 'the dead of a measure that asks who was alive on a day',
    with: campaign('      - {id: alive, name: 在世补助, standard: 每人9元, eligible: {asOf: 2026-01-05}}\n'),
    dead: [`甲一,${A},2026-01-10`, `乙二,${B},2026-01-04`],
    rows: [`甲一,${A},民政局,在世补助,9,2026-01-20,`, `乙二,${B},民政局,在世补助,9,2026-01-20,`],
    removed: ['3 blocked-payee'],
  },
  {
    of: 'somebody who died, under a mistyped number',
    dead: [`甲一,${A},2026-01-10`],
    rows: [`甲一,${A.slice(0, 16)}${(Number(A[16]) + 1) % 10}${A[17]},民政局,御寒,100,2026-01-20,`],
    removed: ['2 blocked-payee'],
  },
  {
    of: 'namesakes of somebody who died, without a number and with another, and their number under another name',
    dead: [`甲一,${A},2026-01-10`, '丙三,,2026-01-10'],
    rows: [
      '甲一,,民政局,御寒,100,2026-01-20,',
      `甲一,${B},民政局,御寒,100,2026-01-20,`,
      `吴十,${A},民政局,御寒,100,2026-01-20,`,
      `丙三,${C},民政局,御寒,100,2026-01-20,`,
    ],
    removed: [],
  },
  {
    of: 'owners of cars, however severe a campaign calls it',
    with: campaign('rules: {blocked-payee: error}'),
    cars: [`甲一,${A},`],
    rows: [`甲一,${A},民政局,御寒补助,600,2026-01-20,`],
    removed: [],
  },
  {
    of: 'the dead of a campaign that only warns of them',
    with: campaign('rules: {blocked-payee: warning}'),
    dead: [`甲一,${A},2026-01-10`],
    rows: [`甲一,${A},民政局,御寒补助,600,2026-01-20,`],
    removed: [],
  },
  {
    of: 'the dead one of a household that is paid twice: the other keeps theirs, though it is later',
    with: campaign(),
    dead: [`甲一,${A},2026-01-05`],
    rows: [`甲一,${A},民政局,低保补助,500,2026-01-10,H1`, `乙二,${B},民政局,低保补助,500,2026-01-20,H1`],
    removed: ['2 blocked-payee'],
  },
  {
    of: 'somebody who died and is paid twice: nothing survives',
    dead: [`甲一,${A},2026-01-05`],
    rows: [`甲一,${A},民政局,御寒,100,2026-01-10,`, `甲一,${A},民政局,御寒,100,2026-01-20,`],
    removed: ['2 blocked-payee', '3 blocked-payee'],
  },
  {
    of: 'somebody who died, from whom something was taken back: nobody can say what is left',
    dead: [`甲一,${A},2026-01-05`],
    rows: [`甲一,${A},民政局,御寒,100,2026-01-10,`, `甲一,${A},民政局,御寒,-100,2026-01-20,`],
    removed: [],
  },
  {
    of: 'somebody who died and was paid earlier: that stands',
    dead: [`甲一,${A},2026-01-05`],
    rows: [`甲一,${A},民政局,御寒,100,2026-01-10,`],
    earlier: [`甲一,${A},民政局,慰问,100,2026-01-10,`],
    removed: ['2 blocked-payee'],
  },
];

const csv = (rows: readonly string[]) => `${[TITLES.join(','), ...rows].join('\n')}\n`;

const blocked = (reason: string): Roster => ({ id: reason, name: reason, measures: [], blocked: reason, asOf: null });
const ROSTERS = [blocked('已死亡'), blocked('名下有车')];

function removedOf({ rows, earlier, dead, cars, with: its }: (typeof CASES)[number]) {
  const rosters = [dead, cars].flatMap((people, entry) =>
    people ? [inputOf(saved(`${['姓名,身份证号,死亡日期', ...people].join('\n')}\n`), { role: 'roster', entry })] : [],
  );
  const inputs = [
    inputOf(saved(csv(rows))),
    ...(earlier ? [inputOf(saved(csv(earlier)), { role: 'earlier' })] : []),
    ...rosters,
  ];
  return withLists(
    inputs,
    async (lists) => {
      const resolved = await resolveIdentities(lists, { certain: true });
      const enrolment = rosters.length > 0 ? await enrol(resolved, ROSTERS) : null;
      const among = [...PAYOUT_RULES, ...(enrolment ? [blockedPayee] : [])];
      const removed = await removedRows(resolved, await checkGroups(resolved, '2026-02-01', { among, enrolment }));
      return removed.map(({ list, row, rule }) => {
        expect(list).toBe(0);
        return { row, rule };
      });
    },
    { campaign: its ?? null },
  );
}

const known = new Map<(typeof CASES)[number], ReturnType<typeof removedOf>>();

/** What is removed of the rows as they stand, which several tests ask. */
function removedAsItStands(each: (typeof CASES)[number]): ReturnType<typeof removedOf> {
  const removed = known.get(each) ?? removedOf(each);
  known.set(each, removed);
  return removed;
}

describe('what is not to be paid', () => {
  it.each(CASES)('of $of', async (each) => {
    const removed = await removedAsItStands(each);
    expect(removed.map(({ row, rule }) => `${row} ${rule}`).sort()).toEqual(each.removed);
  });

  it.each(CASES)('is the same when the rows are in the other order: $of', async (each) => {
    const said = (rows: readonly string[], removed: readonly { row: number }[]) =>
      removed.map(({ row }) => rows[row - 2]).sort();
    const reversed = each.rows.toReversed();
    expect(said(reversed, await removedOf({ ...each, rows: reversed }))).toEqual(
      said(each.rows, await removedAsItStands(each)),
    );
  });
});
