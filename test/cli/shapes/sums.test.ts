import { describe, expect, it } from 'vitest';
import { book, found, paid, text } from './made.ts';

type Lines = readonly string[];
const asText = (lines: Lines) => text(lines);
const asGb = (lines: Lines) => text(lines, { encoding: 'gb18030' });
const asXlsx = (lines: Lines) => book(lines);
const asXls = (lines: Lines) => book(lines, 'biff8');
const asOds = (lines: Lines) => book(lines, 'ods');

describe('a list without amounts, of a measure with one fixed standard', () => {
  const measures = '[{id: a, name: 节日补助, standard: 500元/人}]';
  const said = { department: '民政局', measure: 'a' };
  it.each<[string, string]>([
    ['a text file in GB18030', asGb(['序号,姓名,身份证号,住址', '1,@A,#A,东明街道', '2,@B,#B,东明街道'])],
    ['a sheet for signatures', asXls(['节日补助签收表,←,←', '姓名,身份证号,签名', '@A,#A,@A', '@B,#B,', '合计2人,,'])],
    ['people side by side', asXlsx(['姓名,身份证号,姓名,身份证号', '@A,#A,@B,#B'])],
  ])('%s', async (_, file) => {
    expect(await paid(file, { said, measures })).toEqual(['A 500 节日补助', 'B 500 节日补助']);
  });
  it.each([['200-500元/户'], ['约500元/人'], ['一般每人500元']])(
    '%s leaves a choice, and is not filled in',
    async (standard) => {
      const file = asXlsx(['姓名,身份证号', '@A,#A']);
      const choice = `[{id: a, name: 节日补助, standard: ${standard}}]`;
      await expect(paid(file, { said, measures: choice })).rejects.toThrow();
    },
  );
});

describe('a list’s own totals', () => {
  it.each<[string, Lines, Lines]>([
    [
      'wrong below a list of another office',
      ['姓名,身份证号,慰问金', '@A,#A,"2,000.00"', '@B,#B,1500', '合计,,"3,000.00"'],
      ['error list-total-contradicts-rows 4'],
    ],
    [
      'with how many there are',
      ['姓名,身份证号,金额', '@A,#A,500', '@B,#B,500', '合计3人,,1000'],
      ['error list-total-contradicts-rows 4'],
    ],
    [
      'right after subtotals',
      ['姓名,身份证号,金额', '@A,#A,500', '小计,,500', '@B,#B,500', '小计,,500', '合计,,1000'],
      [],
    ],
  ])('%s', async (_, lines, expected) => {
    const file = text(lines.map((line) => line.replace(/"(\d),(\d{3}\.\d\d)"/, '$1$2')));
    expect((await found(file)).filter((each) => each.includes('total'))).toEqual(expected);
  });
});

describe('a total of one village, where others have none', () => {
  const lines = (sum: string) => [
    '村名,姓名,身份证号,金额',
    '柳树村,@A,#A,900',
    '柳树村,@B,#B,300',
    '桥头村,@C,#C,600',
    `桥头村小计,,,${sum}`,
    '全乡总计,,,1800',
  ];
  it.each<[string, (lines: Lines) => string]>([
    ['a text file', asText],
    ['an .xlsx', asXlsx],
    ['an .xls', asXls],
  ])('is of that village, in %s, and is told where it is wrong', async (_, file) => {
    expect(await found(file(lines('600')))).toEqual([]);
    expect(await found(file(lines('700')))).toEqual(['error list-total-contradicts-rows 5']);
  });
});

describe('columns beside the amount', () => {
  it('in words are not the amount', async () => {
    const file = asText(['姓名,身份证号,补助金额（大写）,补助金额（小写）', '@A,#A,伍佰元整,500.00']);
    expect(await paid(file)).toEqual(['A 500']);
  });

  it('that it adds up are not overlooked, and others are', async () => {
    const months = [
      '姓名,身份证号,1月,2月,3月,合计',
      '@A,#A,300,300,300,900',
      '@B,#B,300,300,,600',
      '合计,,600,600,300,1500',
    ];
    expect(await found(asText(months))).toEqual([]);
    const other = months.map((line) => line.replace('#A,300,', '#A,200,'));
    expect(await found(asText(other))).toEqual(Array.from({ length: 3 }, () => 'warning column-overlooked 1'));
  });

  it('in which a guardian signs are signatures', async () => {
    const file = asText(['儿童姓名,身份证号,慰问金额,监护人签字', '@A,#A,500,@B', '@C,#C,500,']);
    expect(await found(file)).toEqual(['warning signature-missing 3']);
  });
});

describe('names that look like totals', () => {
  const NAMES =
    '何小计 王总和 李汇总 张共计 欧阳小计 司马合计 李累计 陈总额 计小平 总文华 合明 金额尔敦 全汉计 其中华 王人数 累东升 余总量 上官合计'.split(
      ' ',
    );

  it.each<[string, (lines: Lines) => string]>([
    ['in a text file', asText],
    ['in an .xls', asXls],
    ['in an .ods', asOds],
  ])('are people %s without ID numbers', async (_, file) => {
    const lines = ['序号,姓名,金额', ...NAMES.map((name, at) => `${at + 1},${name},500`), '合计,,9000'];
    expect(await paid(file(lines))).toEqual(NAMES.map((name) => `${name} 500`));
  });

  it('are people where every other row is one, and no ordinals stand before them', async () => {
    const lines = ['姓名,金额', ...NAMES.flatMap((name) => ['@A,500', `${name},500`]), '总计,18000'];
    expect(await paid(asGb(lines))).toEqual(NAMES.flatMap((name) => ['张建国 500', `${name} 500`]));
  });
});
