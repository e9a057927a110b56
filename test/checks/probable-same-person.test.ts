import { describe, expect, it } from 'vitest';
import { checkGroups } from '../../src/checks/group/check-groups.ts';
import probableSamePerson from '../../src/checks/group/probable-same-person.ts';
import { removedRows } from '../../src/checks/group/removed-rows.ts';
import { EVIDENCE } from '../../src/domain/evidence.ts';
import { checkDigit } from '../../src/domain/people/id-number.ts';
import type { Lists } from '../../src/engine/lists.ts';
import { resolveIdentities } from '../../src/identity/resolve.ts';
import type { ResolvedLists } from '../../src/identity/resolved-lists.ts';
import { inputOf, saved, withLists } from '../engine/reading.ts';
import { confirm, likely } from '../identity/likely.ts';
import { expectWellSaid, messageOf } from './cases.ts';

const id = (order: number) => {
  const first17 = `99000119500101${String(order).padStart(3, '0')}`;
  return first17 + checkDigit(first17);
};
const mistaken = (number: string) => `${number.slice(0, 7)}3${number.slice(8)}`;

const PAID = `姓名,身份证号,部门,项目,金额
张秀英,${id(11)},民政局,低保补助,500
张秀英,${id(11)},民政局,御寒补助,100
赵大,${id(22)},民政局,低保补助,500
钱二,,民政局,低保补助,
孙三,${id(44)},民政局,低保补助,300
`;
const OTHER = `姓名,身份证号,电话,部门,项目,金额
张文英,${mistaken(id(11))},14200000001,民政局,低保补助,400
赵大,,14200000002,红十字会,人道慰问,700
钱二,,14200000003,红十字会,人道慰问,
孙三儿,,14200000004,红十字会,人道慰问,50
`;
const ROSTER = `姓名,电话\n张秀英,14200000009\n李四,14200000008\n`;

async function found<T>(
  ask: (lists: Lists) => Promise<void>,
  use: (lists: ResolvedLists) => Promise<T>,
  earlier = false,
): Promise<T> {
  const inputs = [
    inputOf(saved(PAID)),
    inputOf(saved(OTHER), earlier ? { role: 'earlier' } : {}),
    inputOf(saved(ROSTER), { role: 'roster', entry: 0 }),
  ];
  return withLists(inputs, async (lists) => {
    const resolved = await resolveIdentities(lists, { certain: true });
    await ask(lists);
    return use(resolved);
  });
}

async function findings(lists: ResolvedLists, certain = false) {
  const { stream } = await checkGroups(lists, '2026-01-01', { among: [probableSamePerson], certain });
  const all: { at: string[]; message: string; amount: bigint | null; severity: string }[] = [];
  for await (const finding of stream()) {
    expectWellSaid(finding);
    const at = finding.rows.map(({ list, place }) => `${list}:${place.row}`);
    all.push({ at, message: messageOf(finding, 'zh'), amount: finding.amount, severity: finding.severity });
  }
  return all;
}

describe('people who may be one', () => {
  it('are asked about two by two, the dearest first, in words that somebody can act on', async () => {
    const pairs = [
      { one: '0:5', other: '1:4', evidence: 'name:same phone:differs' },
      { one: '0:2', other: '1:2', evidence: 'id:one-mistake name:one-differs place:committee' },
      { one: '0:6', other: '1:5', evidence: 'name:prefix birth:day' },
      { one: '0:4', other: '1:3', evidence: 'name:same birth:day phone:differs' },
    ];
    expect(await found((lists) => likely(lists, pairs), findings)).toEqual([
      // Another measure: what the one gets in all who gets less.
      {
        at: ['0:4', '1:3'],
        message: '疑似同一人：姓名相同；出生日期相同；电话不同',
        amount: 50_000n,
        severity: 'hint',
      },
      // Of one measure the smaller.
      {
        at: ['0:2', '1:2'],
        message: '疑似同一人：身份证第8位疑似误录，改后校验通过；姓名差一字；同一居委（村）',
        amount: 40_000n,
        severity: 'hint',
      },
      {
        at: ['0:6', '1:5'],
        message: '疑似同一人：姓名只差“阿”“小”一类的字头；出生日期相同',
        amount: 5000n,
        severity: 'hint',
      },
      { at: ['0:5', '1:4'], message: '疑似同一人：姓名相同；电话不同', amount: null, severity: 'hint' },
    ]);
  });

  it('are asked about once where some of them are confirmed to be one, by the likeliest pair', async () => {
    const ask = async (lists: Lists) => {
      await confirm(lists, [['0:4', '1:3']]);
      await likely(lists, [
        { one: '0:2', other: '0:4', posterior: 0.3, evidence: 'name:one-differs' },
        { one: '1:3', other: '0:2', posterior: 0.6, evidence: 'phone:one-digit' },
        { one: '0:4', other: '1:3', posterior: 0.9 },
      ]);
    };
    const asked = await found(ask, findings);
    expect(asked.map(({ at, message }) => [at, message])).toEqual([[['0:2', '1:3'], '疑似同一人：电话差一位']]);
  });

  it('are shown by a payout where a roster’s row stands for one of them, and not asked about where one is only on a roster', async () => {
    const ask = (lists: Lists) =>
      confirm(lists, [['0:2', '2:2']]).then(() =>
        likely(lists, [
          { one: '2:2', other: '1:5' },
          { one: '2:3', other: '1:4' },
        ]),
      );
    expect((await found(ask, findings)).map(({ at }) => at)).toEqual([['0:2', '1:5']]);
  });

  it('are not asked about where only what is certain counts, and that is said; nor where both were paid earlier', async () => {
    const ask = (lists: Lists) => likely(lists, [{ one: '1:2', other: '1:3' }]);
    expect(await found(ask, findings)).toHaveLength(1);
    expect(await found(ask, findings, true)).toHaveLength(0);
    expect(await found(ask, (lists) => findings(lists, true))).toEqual([]);
    const { notChecked } = await found(ask, (lists) =>
      checkGroups(lists, '2026-01-01', { among: [probableSamePerson], certain: true }),
    );
    expect(notChecked.map(({ rule, why }) => `${rule.id} ${why}`)).toEqual(['probable-same-person only-certain']);
  });

  it('keep their rows', async () => {
    const ask = (lists: Lists) => likely(lists, [{ one: '0:2', other: '1:2' }]);
    expect(await found(ask, async (lists) => removedRows(lists, await checkGroups(lists, '2026-01-01')))).toEqual([]);
  });

  it('are told apart by words for everything that the model may say, in both languages', () => {
    for (const [field, agreements] of Object.entries(EVIDENCE)) {
      for (const agreement of agreements) {
        const finding = { rule: probableSamePerson.id, data: { evidence: `${field}:${agreement}`, positions: [] } };
        expectWellSaid(finding);
        expect(messageOf(finding, 'zh')).toMatch(/^疑似同一人：\S+$/);
      }
    }
  });
});
