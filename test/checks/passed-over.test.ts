import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DECISIVE, type Wanting } from '../../src/domain/row/wanting.ts';
import { checkFolder } from './lists.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-passed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CAMPAIGN = (lists: string) => `relief: 1
id: passed
title: 2026年元旦春节帮困送温暖活动（虚构）
issued: 2025-12-20
deadlines:
  - {name: 发放到位, until: 2026-02-13, kind: payout}
rules: {unknown-measure: hint}
departments:
  - name: 民政局
    measures:
      - {id: winter, name: 冬令补助, form: cash, delivery: visit, standard: 600元/人}
      - {id: old, name: 高龄慰问, form: cash, delivery: visit, standard: 300元/人, eligible: {age: 80+}}
      - id: low
        name: 低保补助
        form: cash
        delivery: visit
        standard: {tiers: [{household: 1, rate: 300元/户}, {household: 2+, rate: 400元/户}]}
      - id: disabled
        name: 残疾补助
        form: cash
        delivery: visit
        standard: {tiers: [{category: 一级残疾, rate: 300元/人}, {category: 二级残疾, rate: 200元/人}]}
      - {id: average, name: 大病救助, form: cash, delivery: visit, standard: 户均2000元}
      - {id: open, name: 临时救助, form: cash, delivery: visit}
  - name: 总工会
    measures:
      - {id: worker, name: 困难职工慰问, form: cash, standard: 1000元/人}
  - name: 妇联
    measures:
      - {id: bank, name: 两癌妇女慰问, form: cash, delivery: bank, standard: 1000元/人}
lists:
  - {file: list.csv${lists}}
`;

/** What was passed over of a list: why, and of how many rows with how much money; `entry` is what the campaign says of the list. */
async function passedOver(
  entry: string,
  rows: readonly string[],
  only: readonly Wanting[] = [...DECISIVE, 'no-standard'],
) {
  const own = mkdtempSync(join(folder, 'case-'));
  writeFileSync(join(own, 'campaign.yaml'), CAMPAIGN(entry));
  writeFileSync(join(own, 'list.csv'), `${rows.join('\n')}\n`);
  const { passedOver } = await checkFolder(own, '2026-01-10');
  return passedOver
    .filter(({ why }) => only.includes(why))
    .map(({ why, rows, amount }) => `${why} ${rows} ${amount / 100n}`);
}

const OF = (measure: string) => `, department: 民政局, measure: ${measure}`;

describe('what a rule passes over in silence', () => {
  it.each<[string, string, string[], string[]]>([
    [
      'no department and no measure',
      '',
      ['姓名,金额,卡号', '安一,9000,6217', '白二,1,'],
      ['no-department 2 9001', 'no-account 1 1'],
    ],
    [
      'a blank department and measure',
      '',
      ['姓名,金额,部门,项目', '安一,600,,', '白二,600,民政局,冬令补助'],
      ['no-account 1 600'],
    ],
    ['a department alone', ', department: 民政局', ['姓名,金额', '安一,600'], ['no-measure 1 600']],
    [
      'a department with a single measure',
      ', department: 总工会',
      ['姓名,金额,账号', '安一,1000,6217000012345678'],
      [],
    ],
    [
      'a measure that the department does not have, which is only a hint',
      ', department: 民政局',
      ['姓名,金额,项目', '安一,600,慰问'],
      ['no-measure 1 600'],
    ],
    [
      'a department that is unknown, which is an error',
      '',
      ['姓名,金额,部门,账号', '安一,600,教育局,6217000012345678'],
      [],
    ],
    ['a measure that says the department', '', ['姓名,金额,项目', '安一,600,冬令补助'], []],
    ['no standard at all', OF('open'), ['姓名,金额', '安一,600', '白二,600', '程三,700'], ['no-standard 3 1900']],
    ['an average', OF('average'), ['姓名,金额', '安一,600', '白二,600', '程三,700'], ['no-standard 3 1900']],
    ['two amounts without a standard', OF('open'), ['姓名,金额', '安一,600', '白二,600'], ['no-standard 2 1200']],
    [
      'a size that is not said',
      OF('low'),
      ['姓名,金额,家庭人口', '安一,400,', '白二,400,2', '程三,300,1'],
      ['no-step 1 400'],
    ],
    ['a size in the remark', OF('low'), ['姓名,金额,备注', '安一,400,二人户', '白二,300,单人户'], []],
    ['a size that is not said, of an amount that is wrong anyhow', OF('low'), ['姓名,金额', '安一,450'], []],
    [
      'a category that is not said',
      OF('disabled'),
      ['姓名,金额,残疾等级', '安一,300,一级', '白二,200,'],
      ['no-step 1 200'],
    ],
    [
      'an age that is not known',
      OF('old'),
      ['姓名,身份证号,年龄,金额', '安一,,,300', '白二,,85,300', '程三,990000193501010016,,300'],
      ['no-age 1 300'],
    ],
    [
      'no account where nobody said how it is paid',
      ', department: 总工会',
      ['姓名,金额,账号', '安一,1000,', '白二,1000,6217000012345678'],
      ['no-account 1 1000'],
    ],
    [
      'no column of accounts where a bank pays',
      ', department: 妇联',
      ['姓名,金额', '安一,1000'],
      ['no-account 1 1000'],
    ],
    [
      'a blank account where a bank pays, which is an error',
      ', department: 妇联',
      ['姓名,金额,账号', '安一,1000,'],
      [],
    ],
  ])('%s', async (_, entry, rows, expected) => {
    expect(await passedOver(entry, rows)).toEqual(expected);
  });

  it('is said of amounts too few to tell what is usual', async () => {
    expect(await passedOver(OF('open'), ['姓名,金额', '安一,600', '白二,700'], ['too-few'])).toEqual([
      'too-few 2 1300',
    ]);
    expect(await passedOver(OF('open'), ['姓名,金额', '安一,600', '白二,700', '程三,700'], ['too-few'])).toEqual([]);
  });

  it('is said of days, too', async () => {
    const rows = ['姓名,金额,发放日期', '安一,600,2026-01-08', '白二,600,', '程三,600,不详'];
    expect(await passedOver(OF('winter'), rows, ['no-day'])).toEqual(['no-day 1 600']);
  });
});
