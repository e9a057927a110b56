import { describe, expect, it } from 'vitest';
import type { GroupFinding } from '../../../src/checks/group/found-groups.ts';
import type { PayoutRow } from '../../../src/checks/payout-row.ts';
import { differing, hiddenDifferences } from '../../../src/report/findings/pair-differences.ts';

/** A finding of a rule with rows of which only some things are known. */
function finding(rule: string, rows: readonly Partial<PayoutRow>[], data = {}): GroupFinding {
  const known = { name: null, id: null, measure: '', amount: null, paidOn: null, account: null, phone: null };
  return { rule, data, rows: rows.map((row) => ({ payout: { ...known, ...row } })) } as unknown as GroupFinding;
}

describe('what differs although it should be the same', () => {
  it.each<[string, string, Partial<PayoutRow>[], object, string[]]>([
    ['a name', 'paid-twice', [{ name: '张三' }, { name: '张叁' }], {}, ['name']],
    ['what only one row says does not', 'paid-twice', [{ account: '1' }, {}], {}, []],
    ['money, of one measure', 'paid-twice', [{ amount: 100n }, { amount: 200n }], {}, ['amount']],
    ['not money, of several departments', 'several-departments', [{ amount: 100n }, { amount: 200n }], {}, []],
    ['not names, of a shared telephone', 'shared-phone', [{ name: '张三' }, { name: '李四' }], {}, []],
    ['names, of what excludes a person', 'excluded-combination', otherNames(), { ofHousehold: false }, ['name']],
    ['not of what excludes a household', 'excluded-combination', otherNames(), { ofHousehold: true }, []],
  ])('%s', (_, rule, rows, data, expected) => {
    expect([...differing(finding(rule, rows, data))]).toEqual(expected);
  });
});

function otherNames(): Partial<PayoutRow>[] {
  return [{ name: '张三' }, { name: '李四' }];
}

describe('what differs only where it is hidden', () => {
  it.each<[string, Partial<PayoutRow>[], object[]]>([
    [
      'two digits of an ID number',
      [{ id: '990000195603120012' }, { id: '990000195604130012' }],
      [{ of: 'id', positions: [12, 14] }],
    ],
    ['not digits that are shown', [{ id: '990000195603120012' }, { id: '990000195603120020' }], []],
    ['not digits that are not known', [{ id: '990000195603120012' }, { id: '990000********0012' }], []],
    ['a telephone', [{ phone: '13812345678' }, { phone: '13812945678' }], [{ of: 'phone', positions: [6] }]],
    [
      'an account, the third of which is the first again',
      [{ account: '6222021234567890' }, { account: '6222021244567890' }, { account: '6222021234567890' }],
      [{ of: 'account', positions: [9] }],
    ],
  ])('%s', (_, rows, expected) => {
    expect(hiddenDifferences(finding('paid-twice', rows))).toEqual(expected);
    expect(hiddenDifferences(finding('shared-account', rows))).toEqual([]);
  });
});
