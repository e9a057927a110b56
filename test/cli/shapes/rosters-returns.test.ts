import { describe, expect, it } from 'vitest';
import { relief } from '../run.ts';
import { book, text } from './made.ts';

const list = text([
  '姓名,身份证号,金额,银行账号',
  '@A,#A,500,6228000000001111',
  '@B,#B,500,6228000000002222',
  '@C,#C,600,6228000000003333',
]);

/** Whom a roster misses on the list, by name, and how many rows say that they are no longer on it. */
async function missed(roster: string) {
  const { stdout, stderr } = await relief(['cover', list, '--roster', roster, '-f', 'json', '--fail-on', 'never']);
  if (stdout === '') throw new Error(stderr);
  const { total, findings } = JSON.parse(stdout);
  const names = findings
    .filter(({ rule }: { rule: string }) => rule === 'omitted')
    .flatMap(({ people }: { people: readonly string[] }) => people.map((who) => who.split(' ')[0]));
  return { eligible: total.eligible, omitted: total.omitted, names };
}

describe('a roster', () => {
  it.each<readonly [string, string]>([
    [
      'in GB18030, whose reasons are remarks, with a sum for each village',
      text(
        [
          '低保对象花名册（2024年12月）,,,,',
          '村（居）,户主,居民身份证号,保障人数,备注',
          '柳树村,@A,#A,2,',
          '柳树村,@D,#D,1,',
          '柳树村小计,2户,,3,',
          '桥头村,@E,#E,1,已死亡',
          '桥头村,@B,#B,1,',
          '合计,4户,,5,',
        ],
        { encoding: 'gb18030' },
      ),
    ],
    [
      'in an .xls, with a header of two rows and the place merged over its people',
      book(
        [
          '城乡低保名册,←,←,←,←',
          '街镇,低保人员,←,动态管理,联系电话',
          '↑,姓名,身份证号码,在册状态,↑',
          '东明镇,@A,#A,在册,',
          '↑,@D,#D,正常,14200001111',
          '南门镇,@E,#E,停保,',
          '↑,@B,#B,在保,',
        ],
        'biff8',
      ),
    ],
    [
      'in an .ods, people side by side',
      book(
        [
          '序号,姓名,证件号码,人员状态,序号,姓名,证件号码,人员状态',
          '1,@A,#A,正常,3,@E,#E,注销',
          '2,@D,#D,正常,4,@B,#B,正常',
        ],
        'ods',
      ),
    ],
  ])('%s', async (_, roster) => {
    expect(await missed(roster)).toEqual({ eligible: 3, omitted: 1, names: ['陈桂花'] });
  });
});

/** What a bank did with the list: how many of its payouts arrived, failed and are open, and what it paid besides. */
async function reconciled(file: string) {
  const { stdout, stderr } = await relief(['reconcile', list, '--returns', file, '-f', 'json', '--fail-on', 'never']);
  if (stdout === '') throw new Error(stderr);
  const { total, failures, findings } = JSON.parse(stdout);
  const rules = findings.map(({ rule }: { rule: string }) => rule).toSorted();
  const counts = ['paid', 'failed', 'open'].map((state) => total[state].count);
  return { counts, paid: total.paid.amount, reasons: failures.map(({ reason }: { reason: string }) => reason), rules };
}

describe('a bank return', () => {
  it.each<readonly [string, string]>([
    [
      'in tabs and GB18030, whose name says the state, with counts below',
      text(
        [
          '批量代发结果明细',
          '批次号：20250116001',
          '序号,收款账号,收款户名,交易金额,处理结果,失败原因,交易时间',
          '1,6228000000001111,@A,500.00,处理成功,,2025-01-16 10:21:11',
          '2,6228000000002222,@B,500.00,处理失败,账户已销户,2025-01-16 10:22:11',
          '3,6228000000003333,@C,700.00,处理成功,,2025-01-16 10:23:11',
          '总笔数：3,,,1700.00,,,',
          '成功笔数：2,,,1200.00,,,',
        ],
        { separator: '\t', encoding: 'gb18030' },
      ),
    ],
    [
      'in an .xls, with a column for what was paid beside what was asked',
      book(
        [
          '代发工资回单,←,←,←,←,←',
          '流水号,账号,户名,代发金额,交易状态,返回信息',
          'A0001,6228000000001111,@A,=500,成功,',
          'A0002,6228000000002222,@B,=500,失败,账户已销户',
          'A0003,6228000000003333,@C,=700,成功,',
        ],
        'biff8',
      ),
    ],
    [
      'in UTF-16, in quotes, with accounts behind a tab',
      text(
        [
          '账号,户名,金额,交易结果,退票原因',
          '6228000000001111⇥,@A,500,交易成功,',
          '6228000000002222⇥,@B,500,退票,账户已销户',
          '6228000000003333⇥,@C,700,交易成功,',
          '合计,,1700,,',
        ],
        { encoding: 'utf16le', bom: true, quoted: true },
      ),
    ],
  ])('%s', async (_, file) => {
    expect(await reconciled(file)).toEqual({
      counts: [2, 1, 0],
      paid: '1200.00',
      reasons: ['账户已销户'],
      rules: ['paid-amount-differs', 'payment-failed'],
    });
  });
});
