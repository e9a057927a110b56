import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
import { Desk, idNumber } from './people.ts';
import { type Ran, relief } from './run.ts';

const desk = new Desk(mkdtempSync(join(tmpdir(), 'relief-explain-match-')));
afterAll(() => rmSync(desk.folder, { recursive: true }));

const TITLES = ['姓名', '身份证号', '出生日期', '联系电话', '金额'];
const ID = idNumber(7, '19500102');
const one = desk.list(
  'one.csv',
  [
    ['张秀英', ID, '1950-01-02', '14200000001', '500'],
    ['李建国', '', '1961-03-04', '14200000002', '500'],
    ['', idNumber(8), '', '', '500'],
    ['合计', '', '', '', '1500'],
  ],
  TITLES,
);
const two = desk.list(
  'two.csv',
  [
    ['张秀英', '', '', '14200000001', '300'],
    ['李健国', '', '1961-03-04', '14200000002', '300'],
    ['王小海', '', '', '14200000009', '300'],
  ],
  TITLES,
);
const LISTS = ['one.csv', 'two.csv'].map((file) => `  - { file: ${file}, department: 民政局 }\n`).join('');
const campaign = desk.campaign('campaign.yaml', LISTS);
const TWO = ['--explain-match', 'one.csv:3', 'two.csv:3'];

const dedupe = (...args: readonly string[]): Promise<Ran> => relief(['dedupe', ...args]);
const refused = async (...args: readonly string[]) => {
  const { code, stdout, stderr } = await dedupe(...args);
  expect([code, stdout]).toEqual([2, '']);
  return stderr;
};

describe('relief dedupe --explain-match', () => {
  it('shows what each field says and what it comes to', async () => {
    const { code, stdout } = await dedupe(campaign, ...TWO, '--width', '120');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^one\.csv:3 李建国 与 two\.csv:3 李健国：像不像同一个人/);
    for (const told of [
      /姓名 +姓名同音.* \+\d+\.\d\d +\+\d+\.\d\d\n/,
      /出生 +出生日期相同/,
      /未比对之前/,
      /合计/,
      /%/,
      /结论/,
    ]) {
      expect(stdout).toMatch(told);
    }
  });

  it('has the same figures in every format, and they add up', async () => {
    const json = JSON.parse((await dedupe(campaign, ...TWO, '-f', 'json')).stdout);
    expect(json).toMatchObject({
      schema: 'relief/explain-match@1',
      rows: [
        { row: 3, person: 1, name: '李建国' },
        { row: 3, name: '李健国' },
      ],
      fields: [
        { field: 'name', evidence: 'name:same-sound', message: expect.stringContaining('姓名同音') },
        {},
        {},
        {},
      ],
    });
    const csv: string[][] = parse((await dedupe(campaign, ...TWO, '-f', 'csv')).stdout);
    const weights = csv.slice(1, -2).map((cells) => cells.slice(2).map(Number));
    const score = weights.pop() as [number, number];
    for (const at of [0, 1]) {
      expect(weights.reduce((sum, each) => sum + (each[at] ?? Number.NaN), 0)).toBeCloseTo(score[at] as number, 9);
    }
    expect(score).toEqual([json.score.household, json.score.unrelated]);
    const { stdout: md } = await dedupe(campaign, ...TWO, '-f', 'md', '--lang', 'en');
    expect(md).toContain('| Name | names that sound the same');
    expect(md).toContain(`${score[1] > 0 ? '+' : ''}${score[1].toFixed(2)}`);
    expect((await dedupe(campaign, ...TWO, '-o', desk.at('match.xlsx'))).code).toBe(0);
  });

  it('says of certain people on which ground they are one, and shows no number', async () => {
    const { stdout } = await dedupe(one, two, '--explain-match', `${one}:2`, 'two.csv:2');
    expect(stdout).toMatch(/one\.csv:2的依据 +有效的身份证号\n/);
    expect(stdout).toMatch(/two\.csv:2的依据 +电话和姓名\n/);
    expect(stdout).toMatch(/结论 +确定是同一人/);
    expect(stdout).not.toMatch(/\d{8}/);
    const { stdout: json } = await dedupe(one, two, '--explain-match', 'one.csv:2', 'two.csv:2', '-f', 'json');
    expect(JSON.parse(json)).toMatchObject({ band: 'certain', rows: [{ rule: 'id' }, { rule: 'phone' }] });
  });

  it('compares nobody with --certain', async () => {
    const { stdout } = await dedupe(one, two, '--certain', ...TWO, '--lang', 'en');
    expect(stdout).toContain('not compared: with --certain');
  });

  it('takes a row of the only list by its number', async () => {
    const { stdout } = await dedupe(one, '--explain-match', '2', ':3');
    expect(stdout).toMatch(/^第2行 张秀英 与 第3行 李建国/);
    expect(await refused(one, two, '--explain-match', '2', 'two.csv:3')).toMatch(
      /“2”没有说是哪份名单：.*one\.csv、.*two\.csv/,
    );
  });

  it('takes a row of a sheet', async () => {
    const rows = (names: readonly string[]) => [TITLES, ...names.map((name) => [name, '', '', '', '500'])];
    const path = await desk.workbook('book.xlsx', { 表1: rows(['甲一', '乙二']), 表2: rows(['丙三', '丁四']) });
    const { stdout } = await dedupe(path, '--explain-match', 'book.xlsx[表1]:2', 'book.xlsx[表2]:3');
    expect(stdout).toMatch(/甲一 与 .*丁四/);
    expect(await refused(path, '--explain-match', 'book.xlsx:2', 'book.xlsx[表2]:3')).toMatch(
      /请写全：.*\[表1\]、.*\[表2\]/,
    );
  });

  it.each([
    ['a row that is no payout', 'one.csv:5', /one\.csv:5 不是发放记录（合计）/],
    ['titles', 'one.csv:1', /one\.csv:1 不是发放记录（表头）/],
    ['a row without a name', 'one.csv:4', /one\.csv:4 没有姓名/],
    ['a row that there is not', 'one.csv:99', /没有 .*one\.csv:99：发放记录在第2行到第4行/],
    ['a list that was not read', 'three.csv:2', /没有读“three\.csv”这份名单：读了.*one\.csv、.*two\.csv/],
    ['what names no row', 'one.csv', /要写成 文件:行号.*“one\.csv”/],
    ['the same row', 'two.csv:3', /两次写的是同一行/],
  ])('refuses %s', async (_, row, said) => {
    expect(await refused(campaign, '--explain-match', row, 'two.csv:3')).toMatch(said);
  });

  it.each([
    ['one row', [campaign, '--explain-match', 'one.csv:2']],
    ['three', [campaign, ...TWO, 'one.csv:2']],
    ['lists behind them', [...TWO, campaign]],
  ])('refuses %s, and says where lists go', async (_, args) => {
    expect(await refused(...args)).toMatch(/--explain-match 后面要写两行.*名单写在它前面/);
  });

  it('goes with no flag that writes something else', async () => {
    expect(await refused(campaign, ...TWO, '--pairs', desk.at('pairs.csv'))).toContain('不能与 --pairs 同用');
  });
});
