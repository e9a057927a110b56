import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import type { GroupFinding } from '../../src/checks/group/found-groups.ts';
import { checkDigit } from '../../src/domain/people/id-number.ts';
import { draws } from '../draws.ts';
import { checkPairsInFolder } from './lists.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-pairs-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Of the third list nobody knows the department. */
const LISTS: Readonly<Record<string, string>> = {
  first: '{file: first.csv, department: 民政局}',
  second: '{file: second.csv, department: 残联}',
  third: '{file: third.csv}',
};

const campaignOf = (lists: readonly string[]) => `relief: 1
id: order-2026
title: 2026年元旦春节帮困送温暖活动（虚构）
issued: 2025-12-20
overlap: {person: 1000元, household: 2000元, allow: [[winter, disabled]]}
lists:
${lists.map((list) => `  - ${LISTS[list]}\n`).join('')}departments:
  - name: 民政局
    measures:
      - {id: winter, name: 冬令补助, form: cash, standard: 600元/人}
      - {id: minimum, name: 低保家庭补助, form: cash, standard: 400元/户, excludes: [winter, {measure: disabled, of: household}]}
  - name: 残联
    measures:
      - {id: disabled, name: 残疾人补助, form: cash, standard: 500元/人, excludes: minimum}
`;

const idOf = (serial: number) => {
  const first17 = `99000019520315${String(serial).padStart(3, '0')}`;
  return first17 + checkDigit(first17);
};

/** Few people, of whom much is alike, so that nearly every row has to do with another. */
const cells = {
  姓名: fc.constantFrom('安一', '安一', '王小明', '王晓明', '王小红', '白二（安一代）'),
  身份证号: fc.constantFrom(
    '',
    idOf(22),
    idOf(24),
    idOf(122),
    '990000520315022',
    '990000********0220',
    '990000195203150221',
    '990000195203151022',
    'E12345678',
  ),
  户号: fc.constantFrom('', '1', '2', 'DB99001', 'DB99002'),
  户主身份证号: fc.constantFrom('', idOf(22), idOf(24)),
  项目: fc.constantFrom('', '冬令补助', '低保家庭补助', '残疾人补助', '临时补助'),
  金额: fc.constantFrom('', '0', '300', '400', '600', '600', '-600'),
  联系电话: fc.constantFrom('', '13900000001', '13900000002'),
  银行账号: fc.constantFrom('', '6228480000000001', '6228480000000002'),
  代领人: fc.constantFrom('', '', '孙九', '安一'),
};
/** Each takes a second. */
const RUNS = draws(20);

const titles = Object.keys(cells);
const list = fc.array(
  fc.record(cells).map((row) => Object.values(row).join(',')),
  { minLength: 1, maxLength: 8 },
);

async function foundIn(lists: Readonly<Record<string, readonly string[]>>): Promise<GroupFinding[]> {
  const own = mkdtempSync(join(folder, 'case-'));
  for (const [name, rows] of Object.entries(lists)) {
    writeFileSync(join(own, `${name}.csv`), `${[titles.join(','), ...rows].join('\n')}\n`);
  }
  writeFileSync(join(own, 'campaign.yaml'), campaignOf(Object.keys(lists)));
  return (await checkPairsInFolder(own, '2026-03-10')).findings;
}

const told = ({ rule, severity, data, people, amount, fingerprint }: GroupFinding) =>
  JSON.stringify({ rule, severity, data, people: people.toSorted(), amount, fingerprint }, (_, value) =>
    typeof value === 'bigint' ? String(value) : value,
  );

it('what is found depends neither on the order of rows nor on that of lists', async () => {
  await fc.assert(
    fc.asyncProperty(fc.record({ first: list, second: list, third: list }), async (lists) => {
      const found = (await foundIn(lists)).map(told).toSorted();
      const turned = Object.fromEntries(
        Object.entries(lists)
          .toReversed()
          .map(([name, rows]) => [name, rows.toReversed()]),
      );
      expect((await foundIn(turned)).map(told).toSorted()).toEqual(found);
      expect(found.every((each) => !/undefined|NaN/.test(each))).toBe(true);
    }),
    { numRuns: RUNS },
  );
});
