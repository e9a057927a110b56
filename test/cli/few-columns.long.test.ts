import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { csv, Desk, idNumber } from './people.ts';
import { relief } from './run.ts';

const desk = new Desk(mkdtempSync(join(tmpdir(), 'relief-few-columns-')));
afterAll(() => rmSync(desk.folder, { recursive: true }));

const [LI, ZHANG, CHEN, AI] = [11, 22, 33, 44].map((serial) => idNumber(serial)) as [string, string, string, string];
const masked = (id: string, stars: string) => id.slice(0, 6) + stars + id.slice(-4);
const fullWidth = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** Lists as departments keep them, each with the columns that it needs, and in whatever form. */
async function lists(): Promise<string[]> {
  return [
    desk.list(
      '民政局.csv',
      [
        ['李淑珍', LI, '13911112222', '500'],
        ['张秀兰', ZHANG, '13933334444', '500'],
        ['陈大勇', CHEN, '', '500'],
        ['买买提·艾山', AI, '', '500'],
      ],
      ['姓名', '身份证号', '联系电话', '金额（元）'],
    ),
    desk.write(
      '残联.csv',
      iconv.encode(
        `残联发放表\n姓 名,残疾人证号,残疾等级\n李淑珍（肢体）,${fullWidth(`${LI}43`)},三级\n陈大勇,'${CHEN}21B1,一级\n`,
        'gb18030',
      ),
    ),
    await desk.workbook('红十字会.xlsx', {
      名单: [
        ['姓名', '年龄', '电话', '慰问品'],
        ['張秀蘭*', '70', '021-62345678/13933334444', '大米'],
        ['王建国、李梅', '66', '13955556666（女儿）', '油'],
      ],
    }),
    desk.write(
      '退役军人局.csv',
      csv([
        ['姓名', '优抚证号', '身份证号', '补助金额'],
        ['李某珍', '沪优2017-00123', masked(LI, '****'), '800'],
        ['陈大勇', '沪优2017-00987', masked(CHEN, '×××'), '800'],
      ]),
    ),
    desk.list(
      '总工会.csv',
      [
        ['李淑珍', '沪优201700123', '第一毛巾厂'],
        ['买买提艾山', '', '第一毛巾厂'],
      ],
      ['职工姓名', '优抚证编号', '工作单位'],
    ),
    desk.list(
      '教育局.csv',
      [
        ['王小明', '20170123456', '石泉路第一小学', '王建国', '13955556666', '500'],
        ['李小红', '20170999111', '石泉路第一小学', '李梅', '62345679', '500'],
      ],
      ['学生姓名', '学籍号', '就读学校', '监护人姓名', '监护人电话', '资助金额'],
    ),
  ];
}

const NUMBERS = [
  LI,
  ZHANG,
  CHEN,
  AI,
  '13911112222',
  '13933334444',
  '13955556666',
  '62345678',
  '00123',
  '99111',
  '62345679',
];

describe('lists of departments that have few columns in common', () => {
  it('say certainly who is on several of them', async () => {
    const identities = desk.at('who.csv');
    const { code } = await relief([
      'dedupe',
      ...(await lists()),
      '--certain',
      '--identities',
      identities,
      '--fail-on',
      'never',
    ]);
    expect(code).toBe(0);
    const rows: { file: string; row: string; identity: string }[] = parse(readFileSync(identities), {
      columns: true,
      bom: true,
    });
    const people = new Map<string, string[]>();
    for (const { file, row, identity } of rows) {
      people.set(identity, [
        ...(people.get(identity) ?? []),
        `${file.slice(desk.folder.length + 1).replace(/\..*/, '')}${row}`,
      ]);
    }
    const several = [...people.values()].filter(({ length }) => length > 1).map((places) => places.join(' '));
    expect(several.toSorted()).toEqual(
      ['民政局2 残联3 退役军人局2 总工会2', '民政局3 红十字会2', '民政局4 残联4 退役军人局3'].toSorted(),
    );
  });

  it('show nobody’s number, and are not said to be safe to pay where one says no amount', async () => {
    const files = await lists();
    for (const format of ['table', 'json', 'jsonl', 'csv', 'md']) {
      const { stdout, stderr } = await relief([
        'dedupe',
        ...files,
        '--format',
        format,
        '--fail-on',
        'never',
        '--width',
        '300',
      ]);
      for (const number of NUMBERS) expect([format, number, stdout.includes(number)]).toEqual([format, number, false]);
      expect(stdout + stderr).not.toContain('可以发放');
      if (format === 'table') expect(stdout.replaceAll('\n', '')).toMatch(/残联\.csv、.*总工会\.csv没有金额/);
    }
  });

  it('are compared row by row where they say no amount', async () => {
    const files = await lists();
    const { code, stdout, stderr } = await relief([
      'dedupe',
      ...files,
      '--explain-match',
      '残联.csv:3',
      '总工会.csv:2',
    ]);
    expect([code, stderr, stdout.includes('结论')]).toEqual([0, '', true]);
  });

  it('need amounts where these are added up', async () => {
    const { code, stderr } = await relief(['check', desk.list('x.csv', [['李淑珍', LI]], ['姓名', '身份证号'])]);
    expect(code).toBe(2);
    expect(stderr).toContain('金额');
  });
});
