import { describe, expect, it } from 'vitest';
import { caseFindings } from '../../../src/answer/cases/case-finding.ts';
import type { GroupFinding } from '../../../src/checks/group/found-groups.ts';
import type { PayoutRow } from '../../../src/checks/payout-row.ts';

type Side = Partial<Pick<PayoutRow, 'department' | 'livesIn'>> & { readonly role?: 'payouts' | 'roster' };

/** Whom a finding on rows of these goes to. */
async function unitsOf(rule: string, sides: readonly Side[]) {
  const rows = sides.map(({ role = 'payouts', department = '', livesIn = null }, at) => ({
    place: { file: 'a.csv', sheet: null, row: at + 2, column: null },
    list: 0,
    role,
    payout: { name: null, id: null, department, measure: '', livesIn, committee: null } as PayoutRow,
    part: null,
  }));
  const finding = { rule, severity: 'hint', data: {}, places: [], people: [], amount: null, identities: [], rows };
  const pairs = (async function* () {
    yield { ...finding, more: 0, taken: null, band: 'review', fingerprint: 'f' } as unknown as GroupFinding;
  })();
  const found = { planned: [], checked: null, pairs };
  const [only] = await caseFindings(found, { rules: [], folder: '.', hints: true, homes: new Map() });
  return only?.units.map(({ kind, name }) => [kind, name].filter(Boolean).join(' '));
}

const [MINZHENG, CANLIAN] = [{ department: '民政局' }, { department: '残联' }];
const [NANPING, ZHUQIAO] = [{ livesIn: '南屏居委' }, { livesIn: '竹桥居委' }];

describe('whether two people are one is asked of', () => {
  it.each([
    [
      'the committee where both live',
      [
        { ...MINZHENG, ...NANPING },
        { ...CANLIAN, ...NANPING },
      ],
      'committee 南屏居委',
    ],
    [
      'that, also if one is only on a roster',
      [
        { ...MINZHENG, ...NANPING },
        { role: 'roster', ...NANPING },
      ],
      'committee 南屏居委',
    ],
    ['the department that has both rows', [MINZHENG, MINZHENG], 'department 民政局'],
    [
      'that, wherever they live',
      [
        { ...MINZHENG, ...NANPING },
        { ...MINZHENG, ...ZHUQIAO },
      ],
      'department 民政局',
    ],
    ['whoever runs the campaign, of two departments', [MINZHENG, CANLIAN], 'host'],
    [
      'the same, of two committees',
      [
        { ...MINZHENG, ...NANPING },
        { ...CANLIAN, ...ZHUQIAO },
      ],
      'host',
    ],
    ['the same, where one lives nobody knows where', [{ ...MINZHENG, ...NANPING }, CANLIAN], 'host'],
    ['the same, of a payout and a roster', [MINZHENG, { role: 'roster', ...MINZHENG }], 'host'],
    ['the same, of rows that say nothing', [{}, {}], 'host'],
  ] satisfies [string, Side[], string][])('%s', async (_, sides, unit) => {
    expect(await unitsOf('probable-same-person', sides)).toEqual([unit]);
  });

  it('no other doubt: each unit answers for its own rows', async () => {
    expect(await unitsOf('paid-twice', [MINZHENG, CANLIAN])).toEqual(['department 民政局', 'department 残联']);
  });
});
