import { describe, expect, it } from 'vitest';
import { saved } from '../../engine/reading.ts';
import { book, found, paid, text } from './made.ts';

type Lines = readonly string[];
const asGb = (lines: Lines) => text(lines, { encoding: 'gb18030' });
const asXls = (lines: Lines) => book(lines, 'biff8');
const asOds = (lines: Lines) => book(lines, 'ods');
const utf16 = (lines: Lines) => text(lines, { encoding: 'utf16le', bom: true });
const NAMED = '姓名,身份证号,金额';

/** What is found of names, accounts, telephones and days, whatever else is. */
const told = async (file: string) =>
  (await found(file)).filter((each) => /name-|account-|phone-|date-|file-|id-dis|id-birth/.test(each));

describe('names that lost a character', () => {
  it.each<[string, string, Lines]>([
    [
      'a full-width question mark, in an .xls',
      asXls([NAMED, '张？国,#A,500', '@B,#B,500']),
      ['warning name-unreadable 2'],
    ],
    [
      'the sign of printers for what they lack, in GB18030',
      asGb([NAMED, '@A,#A,500', '李〓英,#B,500']),
      ['warning name-unreadable 3'],
    ],
    [
      'signs of the private area, in UTF-16',
      utf16([NAMED, '张\uE863国,#A,500', '@B,#B,500']),
      ['warning name-unreadable 2'],
    ],
    [
      'a replacement sign for each',
      text([NAMED, '\uFFFD\uFFFD,#A,500', '王*强,#C,500']),
      ['warning name-unreadable 2'],
    ],
  ])('%s', async (_, file, expected) => {
    expect(await told(file)).toEqual(expected);
  });
});

describe('a broken character', () => {
  const bytes = (before: string, broken: readonly number[], behind = '') =>
    saved(Buffer.concat([Buffer.from(before), Buffer.from(broken), Buffer.from(behind)]));
  it.each<[string, string, Lines]>([
    [
      'in a name, in UTF-8',
      bytes(`${NAMED}\n李`, [0xe7, 0xa7], ',990000195203040021,500\n'),
      ['warning name-unreadable 2'],
    ],
    [
      'at the end of a file',
      bytes(`${NAMED},备注\n张建国,990000195001020014,500,已`, [0xe6, 0xa0]),
      ['warning file-cut-off 2'],
    ],
    [
      'in a remark, where it harms no payment',
      bytes(`${NAMED},备注\n张建国,990000195001020014,500,`, [0xe6, 0xa0], '核\n'),
      [],
    ],
  ])('%s', async (_, file, expected) => {
    expect(await told(file)).toEqual(expected);
  });
});

describe('errors and other things where a name should be', () => {
  it.each<[string, string, Lines]>([
    [
      'errors, in an .xls',
      asXls([NAMED, '!#REF!,#A,=500', '!#N/A,#B,=500', '@C,#C,=500']),
      ['error name-unreadable 2', 'error name-unreadable 3'],
    ],
    [
      'errors as text, in GB18030',
      asGb([NAMED, '#REF!,990000195001020014,500', '#NAME?,#B,500']),
      ['error name-unreadable 2', 'error name-unreadable 3'],
    ],
    ['errors, in an .ods', asOds([NAMED, '!#VALUE!,#A,500', '@B,#B,500']), ['error name-unreadable 2']],
    [
      'numbers and FALSE',
      text([NAMED, '0,#A,500', '12.5,#B,500', 'FALSE,#C,500']),
      [2, 3, 4].map((row) => `error name-unreadable ${row}`),
    ],
    [
      'marks for nothing, in an .xls',
      asXls([NAMED, '—,#A,=500', '/,#B,=500', '暂无,#C,=500']),
      [2, 3, 4].map((row) => `error name-unreadable ${row}`),
    ],
    [
      'blank, and an address of the net',
      utf16([NAMED, ',#A,500', 'www.example.cn,#B,500']),
      [2, 3].map((row) => `error name-unreadable ${row}`),
    ],
  ])('%s', async (_, file, expected) => {
    expect((await told(file)).sort()).toEqual(expected);
  });
});

describe('accounts and telephones', () => {
  const titles = '姓名,身份证号,金额,银行账号,联系电话';
  it.each<[string, string, Lines]>([
    [
      'numbers in an .xls',
      asXls([titles, '@A,#A,=500,=9900001234567890123,=14200000001', '@B,#B,=500,9900001234567890000,14200000002']),
      ['error account-damaged 2'],
    ],
    [
      'in E notation, in GB18030',
      asGb([titles, '@A,#A,500,9.90001E+18,1.42E+10', '@B,#B,500,9900001234567890,14200000002']),
      ['error account-damaged 2', 'hint phone-malformed 2'],
    ],
    [
      'letters, too few digits, words',
      text([
        titles,
        '@A,#A,500,99O0001234567890,14200000001',
        '@B,#B,500,99000,14200000002',
        '@C,#C,500,卡号待补,1420000000',
      ]),
      [
        'warning account-malformed 2',
        'warning account-malformed 3',
        'warning account-malformed 4',
        'hint phone-malformed 4',
      ],
    ],
    [
      'a card of 62 whose last digit is wrong',
      asOds([titles, '@A,#A,500,6222021001012345670,14200000001', '@B,#B,500,9900 0012 3456 7890 123,142-0000-0002']),
      ['warning account-malformed 2'],
    ],
  ])('%s', async (_, file, expected) => {
    expect((await told(file)).filter((each) => /account|phone/.test(each))).toEqual(expected);
  });
});

describe('ways to write a day', () => {
  const days = (forms: Lines) => text(['姓名,身份证号,金额,发放日期', ...forms.map((form) => `@A,#A,500,${form}`)]);
  it.each<[string, Lines, Lines]>([
    [
      'that are read',
      [
        '2024-01-03',
        '2024、1、3',
        '2024。1。3',
        '２０２４．１．３',
        '2024年01月03日',
        '20240103 09:05',
        '贰零贰肆年零壹月零叁日',
        '2024/01/03 00:00',
        '45294',
      ],
      [],
    ],
    [
      'that are none',
      ['2024-13-01', '2024-2-30', '2024年2月30日', '20240230', '昨天', '2024-00-10'],
      [2, 3, 4, 5, 6, 7].map((row) => `warning date-unreadable ${row}`),
    ],
    [
      'with the campaign’s year missing',
      ['1月3日', '元月三日', '24-1-3'],
      [2, 3, 4].map((row) => `warning date-unreadable ${row}`),
    ],
  ])('%s', async (_, forms, expected) => {
    expect((await told(days(forms))).filter((each) => each.includes('date'))).toEqual(expected);
  });

  it.each<[string, Lines, Lines]>([
    ['of birth, read', ['1950.1.2', '1950年1月2日', '19500102', '1950/01/02'], []],
    ['of birth, another day', ['1950-01-03'], ['error id-disagrees-with-row 2']],
    ['of birth, none', ['1950-13-02', '不详'], [2, 3].map((row) => `warning date-unreadable ${row}`)],
  ])('%s', async (_, forms, expected) => {
    const file = asXls(['姓名,身份证号,金额,出生日期', ...forms.map((form) => `@A,#A,=500,${form}`)]);
    expect((await told(file)).filter((each) => /date|disagrees/.test(each))).toEqual(expected);
  });
});

/** Lists as seven offices sent them, in other shapes. */
describe('other lists of the offices', () => {
  it.each<[string, string, Lines]>([
    [
      '民政局: streets merged, 小计 by street, signatures below',
      asXls([
        '春节补助发放名册,←,←,←,←',
        '填报单位：民政局,←,←,单位：元,←',
        '序号,街镇,户主姓名,身份证号码,补助金额',
        '1,东明街道,@A,#A,=500',
        '2,↑,@B,#B,=600',
        ',东明街道小计,,,=1100',
        '3,南门镇,@C,#C,=700',
        ',南门镇小计,,,=700',
        '合计,,3户,,=1800',
        '制表人：甲,,审核人：乙,,2025年1月15日',
      ]),
      ['A 500', 'B 600', 'C 700'],
    ],
    [
      '残联: bank and account in one cell, commas in amounts',
      text(
        [
          '清册;;;',
          '序号;姓名;公民身份号码;慰问金（元）;开户行及账号',
          '1;@A;#A;2000.00;农商银行 9900001234567890',
          '2;@B;#B;1500;信用社9900001234567891',
        ].map((line) => line.replaceAll(';', ',')),
      ),
      ['A 2000 …7890', 'B 1500 …7891'],
    ],
    [
      '总工会: nobody has a number',
      asOds([
        '困难职工慰问,,,',
        '姓名,工作单位,联系电话,慰问金',
        '@A,第一服装厂,14200000001,800',
        '@B,第二服装厂,14200000002,1000',
      ]),
      ['张建国 800', '李秀英 1000'],
    ],
    [
      '妇联: the unit in the cell, a day with points',
      asGb(['姓名,年龄,帮困金额,发放日期', '@A,72,1000元,2025.1.23', '@B,59,1千元,2025.1.26']),
      ['张建国 1000', '李秀英 1000'],
    ],
    [
      '慈善基金会: in English, UTF-16, tabs',
      text(
        [
          'No.,Full Name,ID Card No.,Amount Paid (CNY),Account No.',
          '1,@A,#A,1000.00,9900001234567890',
          '2,@B,#B,1000,9900001234567891',
        ],
        { encoding: 'utf16be', bom: true, separator: '\t' },
      ),
      ['A 1000 …7890', 'B 1000 …7891'],
    ],
    [
      '社区: members under a merged head',
      asXls([
        '户主,户主身份证号,成员姓名,成员身份证号,关系,帮扶金额',
        '@A,#A,@B,#B,配偶,=3000',
        '↑,↑,@C,#C,子女,↑',
        '@D,#D,@E,#E,配偶,=3000',
      ]),
      ['A 3000', 'D 3000'],
    ],
    [
      '红十字会: a sheet for each town and one that adds up',
      book(
        {
          练塘镇: ['编号,受助人,身份证,金额,领取人签字', '001,@A,#A,=700,@A'],
          朱家角镇: ['编号,受助人,身份证,金额,领取人签字', '001,@B,#B,=700,'],
          汇总: ['街镇,户数,金额', '练塘镇,=1,=700', '朱家角镇,=1,=700'],
        },
        'biff8',
        '.et',
      ),
      ['A 700', 'B 700'],
    ],
    [
      '红十字会: the same in .ods, the sum first',
      book({ 汇总: ['街镇,户数,金额', '练塘镇,1,700'], 练塘镇: ['编号,受助人,身份证,金额', '001,@A,#A,700'] }, 'ods'),
      ['A 700'],
    ],
    [
      '红十字会: titles above, an empty sheet',
      book({ Sheet1: ['签收表,←,←', '受助人,身份证,慰问金', '@A,#A,700'], Sheet2: [] }),
      ['A 700'],
    ],
  ])('%s', async (_, file, expected) => {
    expect(await paid(file)).toEqual(expected);
  });
});
