import { describe, expect, it } from 'vitest';
import { checkGroups } from '../../src/checks/group/check-groups.ts';
import { PAYOUT_RULES } from '../../src/checks/group/index.ts';
import { removedRows } from '../../src/checks/group/removed-rows.ts';
import blockedPayee from '../../src/checks/roster/blocked-payee.ts';
import { checkDigit } from '../../src/domain/people/id-number.ts';
import type { Roster } from '../../src/domain/row/roster.ts';
import { resolveIdentities } from '../../src/identity/resolve.ts';
import type { ResolvedLists } from '../../src/identity/resolved-lists.ts';
import { readCampaign } from '../../src/read/campaign-file.ts';
import { pairMessageOf } from '../../src/report/findings/pair-finding.ts';
import en from '../../src/text/en/catalogue.ts';
import zh from '../../src/text/zh/catalogue.ts';
import { enrol } from '../../src/totals/cover/enrolment.ts';
import { inputOf, saved, withLists } from '../engine/reading.ts';
import { confirm, doubtHouseholds } from '../identity/likely.ts';

const id = (order: number) => {
  const first17 = `99000019500101${String(order).padStart(3, '0')}`;
  return first17 + checkDigit(first17);
};
const [A, B, C, D] = [id(11), id(22), id(33), id(44)] as const;

const campaign = (more = '') =>
  readCampaign(
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
      - {id: heating, name: 御寒补助, standard: 每人100元}
      - {id: disabled, name: 残疾补助, standard: 每人300元, excludes: {measure: low-income, of: household}}
${more}`,
      '.yaml',
    ),
  ).campaign;

interface Case {
  readonly of: string;
  readonly rows: readonly string[];
  readonly earlier?: readonly string[];
  /** Name, ID number and day of death of people who must not be paid. */
  readonly dead?: readonly string[];
  /** People who are confirmed to be one, by a row of each. */
  readonly same?: readonly (readonly string[])[];
  /** Rows whose household is only probable. */
  readonly maybeAtHome?: readonly string[];
  readonly with?: string;
  /** `severity rule rows`, and what is said to be only probable. */
  readonly found: readonly string[];
  readonly removed: readonly string[];
}

const heating = (name: string, number: string, more = '100,,') => `${name},${number},民政局,御寒补助,${more}`;

const CASES: readonly Case[] = [
  {
    of: 'two rows that certainly are one person’s, and a third that is confirmed: only of the two one goes',
    rows: [heating('甲一', A), heating('甲一', A), heating('甲壹', '')],
    same: [['0:2', '0:4']],
    found: ['error paid-twice 2 3 4: 其中第2、3行确定是同一人，第4行很可能是，须核实'],
    removed: ['3 paid-twice'],
  },
  {
    of: 'the same, however severe a campaign calls it',
    with: 'rules: {paid-twice: error}',
    rows: [heating('甲一', A), heating('甲一', A), heating('甲壹', '')],
    same: [['0:2', '0:4']],
    found: ['error paid-twice 2 3 4: 其中第2、3行确定是同一人，第4行很可能是，须核实'],
    removed: ['3 paid-twice'],
  },
  {
    of: 'two rows that are only confirmed to be one person’s',
    rows: [heating('甲一', A), heating('甲壹', '')],
    same: [['0:2', '0:3']],
    found: ['warning paid-twice 2 3: 很可能是同一人，须核实'],
    removed: [],
  },
  {
    of: 'the same where a campaign only warns: a hint',
    with: 'rules: {paid-twice: warning}',
    rows: [heating('甲一', A), heating('甲壹', '')],
    same: [['0:2', '0:3']],
    found: ['hint paid-twice 2 3: 很可能是同一人，须核实'],
    removed: [],
  },
  {
    of: 'two people with two rows each, confirmed to be one: of each one row stays',
    rows: [heating('甲一', A), heating('甲一', A), heating('甲壹', B), heating('甲壹', B)],
    same: [['0:2', '0:4']],
    found: ['error paid-twice 2 3 4 5: 其中第2、3行确定是同一人，第4、5行确定是同一人，合起来很可能是同一人，须核实'],
    removed: ['3 paid-twice', '5 paid-twice'],
  },
  {
    of: 'two rows of one person that cancel each other, and two that are confirmed: nobody can say what is left',
    rows: [heating('甲一', A), heating('甲一', A, '-100,,'), heating('甲壹', B), heating('甲壹', '')],
    same: [['0:2', '0:4', '0:5']],
    found: ['warning paid-twice 2 3 4 5: 其中第2、3行确定是同一人，第4、5行很可能是，须核实'],
    removed: [],
  },
  {
    of: 'two payments that were certainly made earlier to one, and a new one that is confirmed',
    rows: [heating('甲壹', '')],
    earlier: [heating('甲一', A), heating('甲一', A)],
    same: [['0:2', '1:2']],
    found: ['warning paid-twice 2 2 3: 其中2.csv第2、3行确定是同一人，1.csv第2行很可能是，须核实'],
    removed: [],
  },
  {
    of: 'measures that exclude each other, of two who are confirmed to be one',
    rows: [`甲一,${A},民政局,低保补助,500,,H1`, `甲一,${A},民政局,低保补助,500,,H1`, `甲壹,,民政局,特困补助,500,,`],
    same: [['0:2', '0:4']],
    found: [
      'error paid-twice 2 3: ',
      'warning excluded-combination 2 3 4: 其中第2、3行确定是同一人，第4行很可能是，须核实',
    ],
    removed: ['3 paid-twice'],
  },
  {
    of: 'measures that exclude each other, of which one person certainly gets both',
    rows: [
      `甲一,${A},民政局,低保补助,500,2026-01-20,H1`,
      `甲一,${A},民政局,特困补助,500,2026-01-10,H1`,
      `甲壹,,民政局,特困补助,500,,`,
    ],
    same: [['0:2', '0:4']],
    found: [
      'warning paid-twice 3 4: 很可能是同一人，须核实',
      'error excluded-combination 2 3 4: 其中第2、3行确定是同一人，第4行很可能是，须核实',
    ],
    removed: ['2 excluded-combination'],
  },
  {
    of: 'a ceiling that only all together are over',
    with: 'overlap: {person: 150元}',
    rows: [heating('甲一', A), heating('甲壹', '')],
    same: [['0:2', '0:3']],
    found: [
      'warning paid-twice 2 3: 很可能是同一人，须核实',
      'warning over-person-ceiling 2 3: 很可能是同一人，须核实',
    ],
    removed: [],
  },
  {
    of: 'several departments that pay somebody who is only confirmed to be one',
    rows: [heating('甲一', A), '甲壹,,残联,走访,100,,'],
    same: [['0:2', '0:3']],
    found: ['hint several-departments 2 3: 很可能是同一人，须核实'],
    removed: [],
  },
  {
    of: 'a household that is known, and one that is only probable',
    rows: [
      `甲一,${A},民政局,低保补助,500,2026-01-20,H1`,
      `乙二,${B},民政局,低保补助,500,2026-01-10,H1`,
      `丙三,${C},民政局,低保补助,500,,H2`,
      `丁四,${D},民政局,低保补助,500,,H2`,
    ],
    maybeAtHome: ['0:5'],
    found: ['error household-paid-twice 2 3: ', 'warning household-paid-twice 4 5: 很可能是一户，须核实'],
    removed: ['2 household-paid-twice'],
  },
  {
    of: 'a household of which two certainly are, and a third probably is: theirs stays',
    rows: [
      `甲一,${A},民政局,低保补助,500,2026-01-20,H1`,
      `乙二,${B},民政局,低保补助,500,2026-01-10,H1`,
      `丙三,${C},民政局,低保补助,500,,H1`,
    ],
    maybeAtHome: ['0:4'],
    found: ['error household-paid-twice 2 3 4: 其中第2、3行确定是一户，第4行很可能是，须核实'],
    removed: ['2 household-paid-twice'],
  },
  {
    of: 'one household whose two people may be one: it is paid twice either way',
    rows: [`甲一,${A},民政局,低保补助,500,2026-01-20,H1`, '甲壹,,民政局,低保补助,500,2026-01-10,H1'],
    same: [['0:2', '0:3']],
    found: ['warning paid-twice 2 3: 很可能是同一人，须核实', 'error household-paid-twice 2 3: '],
    removed: ['3 household-paid-twice'],
  },
  {
    of: 'a household whose measures exclude each other, and is only probable',
    rows: [`甲一,${A},民政局,低保补助,500,,H1`, `乙二,${B},民政局,残疾补助,300,,H1`],
    maybeAtHome: ['0:3'],
    found: ['warning excluded-combination 2 3: 很可能是一户，须核实'],
    removed: [],
  },
  {
    of: 'somebody who is confirmed to be one that has died',
    dead: [`甲一,${A},2026-01-10`],
    rows: [heating('甲一', A), heating('甲壹', '', '200,,')],
    same: [['0:2', '0:3']],
    found: [
      'warning paid-twice 2 3: 很可能是同一人，须核实',
      'error blocked-payee 2 3 2: 其中1.csv第2行、2.csv第2行确定是同一人，1.csv第3行很可能是，须核实',
    ],
    removed: ['2 blocked-payee'],
  },
  {
    of: 'somebody who is only confirmed to have died, however severe a campaign calls it',
    with: 'rules: {blocked-payee: error}',
    dead: [`甲一,${A},2026-01-10`],
    rows: [heating('甲壹', '')],
    same: [['0:2', '1:2']],
    found: ['warning blocked-payee 2 2: 很可能是同一人，须核实'],
    removed: [],
  },
  {
    of: 'a payment in parts, of two who are confirmed to be one: no certain part of it',
    rows: [heating('甲一', A, '40,,'), heating('甲壹', '', '60,,')],
    same: [['0:2', '0:3']],
    found: ['hint split-payment 2 3: 很可能是同一人，须核实'],
    removed: [],
  },
  {
    of: 'what certainly is paid twice: whoever is only confirmed makes no payment in parts of it',
    rows: [heating('甲一', A, '40,,'), heating('甲一', A, '40,,'), heating('甲壹', '', '20,,')],
    same: [['0:2', '0:4']],
    found: ['error paid-twice 2 3 4: 其中第2、3行确定是同一人，第4行很可能是，须核实'],
    removed: ['3 paid-twice'],
  },
  {
    of: 'a payment that certainly is one in parts, and a third that is confirmed: the parts stand',
    rows: [heating('甲一', A, '40,,'), heating('甲一', A, '60,,'), heating('甲壹', '', '20,,')],
    same: [['0:2', '0:4']],
    found: ['warning paid-twice 2 3 4: 其中第2、3行确定是同一人，第4行很可能是，须核实'],
    removed: [],
  },
];

const TITLES = ['姓名', '身份证号', '部门', '项目', '金额', '发放日期', '户号'];
const csv = (rows: readonly string[]) => saved(`${[TITLES.join(','), ...rows].join('\n')}\n`);
const DECEASED: Roster = { id: 'dead', name: '死亡人员', measures: [], blocked: '已死亡', asOf: null };

/** Files by the order in which they were given. */
const byOrder = (files: readonly string[], text: string) =>
  files.reduce((all, file, index) => all.replaceAll(file.slice(file.lastIndexOf('/') + 1), `${index + 1}.csv`), text);

async function looked<T>(
  { rows, earlier, dead, same = [], maybeAtHome = [], with: more }: Case,
  use: (lists: ResolvedLists, files: readonly string[]) => Promise<T>,
): Promise<T> {
  const inputs = [
    inputOf(csv(rows)),
    ...(earlier ? [inputOf(csv(earlier), { role: 'earlier' })] : []),
    ...(dead
      ? [inputOf(saved(`${['姓名,身份证号,死亡日期', ...dead].join('\n')}\n`), { role: 'roster', entry: 0 })]
      : []),
  ];
  return withLists(
    inputs,
    async (lists) => {
      const resolved = await resolveIdentities(lists, { certain: true });
      await confirm(lists, same);
      if (maybeAtHome.length > 0) await doubtHouseholds(lists, maybeAtHome);
      return use(
        resolved,
        inputs.map(({ file }) => file),
      );
    },
    { campaign: campaign(more) },
  );
}

async function checked(lists: ResolvedLists) {
  const enrolment = lists.rosters.length > 0 ? await enrol(lists, [DECEASED]) : null;
  const among = [...PAYOUT_RULES, ...(enrolment ? [blockedPayee] : [])];
  return checkGroups(lists, '2026-02-01', { among, enrolment });
}

describe('rules look at people who are certain or confirmed', () => {
  it.each(CASES)('of $of', async (each) => {
    const { found, removed } = await looked(each, async (lists, files) => {
      const pairs = await checked(lists);
      const found: string[] = [];
      for await (const finding of pairs.stream()) {
        const { rule, severity, rows, band } = finding;
        const [said, whole] = [pairMessageOf(finding, zh), pairMessageOf({ ...finding, taken: null }, zh)];
        const probable = said.slice(whole.length).replace(/^（|）$/g, '');
        const at = rows.map(({ place }) => place.row).join(' ');
        found.push(`${severity} ${rule} ${at}: ${byOrder(files, probable)}`);
        expect(pairMessageOf(finding, en)).toMatch(probable === '' ? /[^(]/ : /to be verified\)$/);
        if (band === 'confirmed') expect(probable).not.toBe('');
      }
      const taken = await removedRows(lists, pairs);
      return { found, removed: taken.map(({ row, rule }) => `${row} ${rule}`).sort() };
    });
    expect(found.sort()).toEqual([...each.found].sort());
    expect(removed).toEqual(each.removed);
  });
});
