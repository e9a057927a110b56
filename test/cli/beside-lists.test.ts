import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Desk, idNumber, payout } from './people.ts';
import { relief } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'relief-beside-lists-'));
afterAll(() => rmSync(folder, { recursive: true }));
const desk = new Desk(folder);

// biome-ignore lint/suspicious/noExplicitAny: what commands print as JSON
type Json = any;

const TODAY = { today: '2026-02-10' };
const account = (serial: number) => `99280000000000${String(serial).padStart(2, '0')}`;
const NAMES = [...'甲乙丙丁戊己'].map((name) => `孙${name}`);
const nameOf = (serial: number) => NAMES[serial] ?? '';

/** `row message` of each finding of these rules, in the order of rows. */
async function told(rules: readonly string[], ...args: readonly string[]): Promise<string[]> {
  const { stdout } = await relief(['check', ...args, '--format', 'json', '--fail-on', 'never'], TODAY);
  const record = JSON.parse(stdout);
  const findings = record.findings as { rule: string; message: string; places: { row: number }[] }[];
  return findings
    .filter(({ rule }) => rules.includes(rule))
    .map(({ message, places }) => `${places[0]?.row} ${message}`);
}

const RETURNED = ['收款账号', '户名', '金额', '交易结果', '失败原因'];
const paid = (serial: number, amount = '500') => [account(serial), nameOf(serial), amount, '成功', ''];
const failed = (serial: number, reason = '账户已销户') => [account(serial), nameOf(serial), '500', '失败', reason];
const TOTALS = ['list-total-contradicts-rows'];

describe('what a bank return says of itself', () => {
  const rows = [paid(0), paid(1), paid(2), failed(3), failed(4, '户名不符')];
  const saying = (name: string, ...totals: readonly string[][]) => desk.list(name, [...rows, ...totals], RETURNED);

  it.each<[string, readonly string[][]]>([
    ['of all that was asked for', [['合计', '', '2500', '', '']]],
    ['of what was paid', [['合计', '', '1500', '', '']]],
    ['of what failed', [['合计', '', '1000', '', '']]],
    [
      'of both, a row each',
      [
        ['成功合计', '3笔', '1500', '', ''],
        ['失败合计', '2笔', '1000', '', ''],
      ],
    ],
    ['in payments', [['合计', '5笔', '2500', '', '']]],
  ])('may be %s', async (what, totals) => {
    expect(await told(TOTALS, '--returns', saying(`${what}.csv`, ...totals))).toEqual([]);
  });

  it('is told where it is none of these', async () => {
    const path = saying('wrong.csv', ['合计', '6笔', '2600', '', '']);
    expect(await told(TOTALS, '--returns', path)).toEqual([
      '7 合计写 2,600.00 元，各行相加是 2,500.00 元',
      '7 合计写6人，各行数下来是5人',
    ]);
    const { code, stdout } = await relief(['check', '--returns', path], TODAY);
    expect([code, stdout.split('\n')[0]]).toEqual([1, expect.stringContaining('错误2处')]);
  });

  it('is no proof that the books agree where it is none of these', async () => {
    const list = desk.list(
      'agree.csv',
      [0, 1, 2].map((serial) => payout(serial, { 姓名: nameOf(serial) })),
    );
    const verdict = async (total: string) => {
      const rows = [0, 1, 2].map((serial) => [idNumber(serial), nameOf(serial), '500', '成功', '']);
      const path = desk.list(
        `bank-${total}.csv`,
        [...rows, ['合计', '', total, '', '']],
        ['身份证号', ...RETURNED.slice(1)],
      );
      const { stdout } = await relief(['reconcile', list, '--returns', path, '--fail-on', 'never'], TODAY);
      return stdout.split('\n')[0];
    };
    expect(await verdict('1500')).toContain('账都对上了');
    expect(await verdict('2000')).toContain('回盘可能不全');
    expect(await verdict('2000')).not.toContain('账都对上了');
  });

  it('is understood in the campaign’s own words for what the bank did', async () => {
    const words = [paid(0), paid(1), failed(2, '')].map((row) => row.with(3, row[3] === '成功' ? '已妥' : '未妥'));
    desk.list('own.csv', [...words, ['合计', '', '1000', '', '']], RETURNED);
    const campaign = desk.campaign('own.yaml', '  []\noutcomes: {paid: [已妥], failed: [未妥]}\n');
    expect(await told(TOTALS, campaign, '--returns', desk.at('own.csv'))).toEqual([]);
    expect(await told(TOTALS, desk.campaign('other.yaml'), '--returns', desk.at('own.csv'))).toHaveLength(1);
  });
});

const ENROLLED = ['姓名', '身份证号', '街道', '月保障金额'];
const enrolled = (serial: number) => [nameOf(serial), idNumber(serial), '长风街道', '1000'];

describe('what a roster says of itself', () => {
  const saying = (name: string, total: readonly string[], titles: readonly string[] = ENROLLED) =>
    desk.list(name, [enrolled(0), enrolled(1), enrolled(2), total], titles);

  it('is told where it has more people than rows; what it says of money is not looked at', async () => {
    expect(await told(TOTALS, '--roster', saying('four.csv', ['合计', '4人', '', '9999']))).toEqual([
      '5 合计写4人，各行数下来是3人',
    ]);
    expect(await told(TOTALS, '--roster', saying('three.csv', ['合计', '3人', '', '9999']))).toEqual([]);
  });

  it('may be how many live in the households of its rows', async () => {
    const heads = ['户主姓名', '身份证号', '街道', '月保障金额'];
    expect(await told(TOTALS, '--roster', saying('heads.csv', ['合计', '3户8人', '', ''], heads))).toEqual([]);
    expect(await told(TOTALS, '--roster', saying('more-heads.csv', ['合计', '4户8人', '', ''], heads))).toEqual([
      '5 合计写4户，各行数下来是3户',
    ]);
  });
});

describe('a day of death that can’t be read', () => {
  const titles = ['姓名', '身份证号', '死亡日期'];
  const campaign = (name: string, blocked: string) =>
    desk.campaign(
      name,
      `  - {file: paid.csv}\nrosters:\n  - {id: dead, file: dead.csv, measures: [spring]${blocked}}\n`,
    );
  desk.list('paid.csv', [
    ...[0, 1, 2, 3, 4].map((serial) => [nameOf(serial), idNumber(serial), '民政局', '春节慰问', '500', '长风街道']),
  ]);
  desk.list(
    'dead.csv',
    [
      ['2016-13-05', '已故', '2015年底', '健在', '0000-00-00'].map((day, serial) => [
        nameOf(serial),
        idNumber(serial),
        day,
      ]),
    ].flat(),
    titles,
  );

  it('is told, and whoever it is of counts as dead', async () => {
    const path = campaign('reached.yaml', '');
    expect(await told(['date-unreadable'], path)).toEqual([
      '2 死亡日期“2016-13-05”读不成日期',
      '3 死亡日期“已故”读不成日期',
      '4 死亡日期“2015年底”读不成日期',
    ]);
    const { stdout } = await relief(['dedupe', path, '--format', 'json', '--fail-on', 'never'], TODAY);
    const blocked = JSON.parse(stdout).findings.filter(({ rule }: Json) => rule === 'blocked-payee');
    expect(blocked.map(({ severity, people }: Json) => [severity, people[0].split(' ')[0]])).toEqual([
      ['error', '孙甲'],
      ['error', '孙乙'],
      ['error', '孙丙'],
    ]);
  });
});
