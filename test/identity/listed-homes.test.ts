import { describe, expect, it } from 'vitest';
import { checkDigit } from '../../src/domain/people/id-number.ts';
import { resolveIdentities } from '../../src/identity/resolve.ts';
import { inputOf, saved, withLists } from '../engine/reading.ts';

const NAMES = ['张建国', '李秀英', '王志强', '陈桂花', '赵铁柱', '孙丽丽', '周大海', '吴小妹'] as const;
type Name = (typeof NAMES)[number];
const numbered = Object.fromEntries(
  NAMES.map((name, at) => {
    const first17 = `990000195${at}0101002`;
    return [name, first17 + checkDigit(first17)];
  }),
) as Record<Name, string>;
const masked = (name: Name) => `${numbered[name].slice(0, 6)}********${numbered[name].slice(14)}`;

/** Where people live, by the list on which everybody is paid. */
const COMMITTEES: Partial<Record<Name, string>> = { 张建国: '东村', 李秀英: '东村', 陈桂花: '西村', 孙丽丽: '南村' };
const PAID = `姓名,身份证号,居委会,金额\n${NAMES.map((name) => `${name},${numbered[name]},${COMMITTEES[name] ?? '北村'},100`).join('\n')}\n`;

/** Who of the list is of one household by what another list says; after a question mark, who only likely is. */
async function homes(rows: readonly (readonly string[])[], certain = false): Promise<string[]> {
  const text = `${rows.map((row) => row.join(',')).join('\n')}\n`;
  return withLists([inputOf(saved(text)), inputOf(saved(PAID))], async (lists) => {
    await resolveIdentities(lists, { certain });
    const found = await lists.database.all<{ names: string; sure: boolean }>(
      `select string_agg(p.name, '+' order by r.row) as names, bool_and(r.household_sure) as sure
      from resolved r join payout p on p.list = r.list and p.row = r.row where r.list = 1 and r.household is not null
      group by r.household having count(*) > 1 order by min(r.row)`,
    );
    return found.map(({ names, sure }) => `${sure ? '' : '?'}${names}`);
  });
}

const is = numbered;
const HEADS = ['户主', '户主身份证号', '居委会'];

describe('households that a list names', () => {
  it.each<[string, string[][], string[]]>([
    [
      'with members below their head',
      [
        [...HEADS, '家庭成员', '家庭成员身份证号', '金额'],
        ['张建国', is.张建国, '', '李秀英', is.李秀英, '500'],
        ['', '', '', '王志强', is.王志强, ''],
        ['陈桂花', is.陈桂花, '', '', '', '500'],
        ['', '', '', '赵铁柱', is.赵铁柱, ''],
      ],
      ['张建国+李秀英+王志强', '陈桂花+赵铁柱'],
    ],
    [
      'with the head repeated beside each member, and a new page between',
      [
        [...HEADS, '成员姓名', '成员身份证号', '金额'],
        ['张建国', is.张建国, '', '李秀英', is.李秀英, '500'],
        [...HEADS, '成员姓名', '成员身份证号', '金额'],
        ['张建国', is.张建国, '', '王志强', is.王志强, ''],
      ],
      ['张建国+李秀英+王志强'],
    ],
    [
      'with a row for everybody, of whom the head is paid',
      [
        ['姓名', '身份证号', '与户主关系', '金额'],
        ['张建国', is.张建国, '户主', '500'],
        ['李秀英', is.李秀英, '配偶', ''],
        ['陈桂花', is.陈桂花, '本人', '500'],
        ['赵铁柱', is.赵铁柱, '子', ''],
      ],
      ['张建国+李秀英', '陈桂花+赵铁柱'],
    ],
    [
      'by the head’s name beside everybody, in any order',
      [
        ['户主姓名', '姓名', '身份证号', '金额'],
        ['张建国', '张建国', is.张建国, '500'],
        ['陈桂花', '赵铁柱', is.赵铁柱, ''],
        ['陈桂花', '陈桂花', is.陈桂花, '500'],
        ['陈桂花', '王志强', is.王志强, ''],
      ],
      ['王志强+陈桂花'], // of 赵铁柱, who stands below another head, nobody knows
    ],
    [
      'with several members in one cell, whose numbers stand in another',
      [
        [...HEADS, '家庭成员', '家庭成员身份证号', '金额'],
        ['张建国', is.张建国, '', '李秀英、王志强', `${is.李秀英}、${is.王志强}`, '500'],
      ],
      ['张建国+李秀英+王志强'],
    ],
    [
      'with a name written otherwise',
      [
        [...HEADS, '成员姓名', '成员身份证号', '金额'],
        ['张建国', is.张建国, '', '李秀瑛', is.李秀英, '500'],
      ],
      ['张建国+李秀英'],
    ],
    [
      'likely, by the name and the committee',
      [
        [...HEADS, '家庭成员', '金额'],
        ['张建国', is.张建国, '东村', '李秀英（妻）、孙丽丽', '500'],
      ],
      ['?张建国+李秀英'],
    ],
    [
      'likely, by part of a number',
      [
        [...HEADS, '成员姓名', '成员身份证号', '金额'],
        ['张建国', is.张建国, '', '孙丽丽', masked('孙丽丽'), '500'],
        ['陈桂花', is.陈桂花, '', '吴小妹', masked('周大海'), '500'],
      ],
      ['?张建国+孙丽丽'],
    ],
    [
      'likely, where the head’s number is not known',
      [
        ['户主', '成员1姓名', '成员1身份证号', '成员2姓名', '成员2身份证号', '金额'],
        ['钱多多', '李秀英', is.李秀英, '王志强', is.王志强, '500'],
      ],
      ['?李秀英+王志强'],
    ],
    [
      'not, where the number is another name’s, or the member is of two',
      [
        [...HEADS, '成员姓名', '成员身份证号', '金额'],
        ['张建国', is.张建国, '', '欧阳锋', is.李秀英, '500'],
        ['陈桂花', is.陈桂花, '', '赵铁柱', is.赵铁柱, '500'],
        ['周大海', is.周大海, '', '赵铁柱', is.赵铁柱, '500'],
      ],
      [],
    ],
    [
      'not, where members come before their head',
      [
        ['姓名', '身份证号', '与户主关系', '金额'],
        ['李秀英', is.李秀英, '配偶', ''],
        ['张建国', is.张建国, '户主', '500'],
        ['赵铁柱', is.赵铁柱, '子', ''],
        ['陈桂花', is.陈桂花, '户主', '500'],
      ],
      [],
    ],
    [
      'as one, where another list has it by another head',
      [
        [...HEADS, '成员1姓名', '成员1身份证号', '成员2姓名', '成员2身份证号', '金额'],
        ['张建国', is.张建国, '', '李秀英', is.李秀英, '', '', '500'],
        ['李秀英', is.李秀英, '', '张建国', is.张建国, '王志强', is.王志强, '500'],
      ],
      ['张建国+李秀英+王志强'],
    ],
    [
      'by its number, where a list has one',
      [
        ['户号', ...HEADS, '成员姓名', '成员身份证号', '金额'],
        ['DB99001', '张建国', is.张建国, '', '李秀英', is.李秀英, '500'],
        ['DB99001', '陈桂花', is.陈桂花, '', '', '', '500'],
      ],
      ['张建国+李秀英+陈桂花'],
    ],
  ])('%s', async (_, rows, expected) => {
    expect(await homes(rows)).toEqual(expected);
  });

  it('are not guessed where only what is certain counts', async () => {
    const rows = [
      [...HEADS, '家庭成员', '家庭成员身份证号', '金额'],
      ['张建国', is.张建国, '东村', '李秀英', '', '500'],
      ['陈桂花', is.陈桂花, '西村', '赵铁柱', is.赵铁柱, '500'],
    ];
    expect(await homes(rows)).toEqual(['?张建国+李秀英', '陈桂花+赵铁柱']);
    expect(await homes(rows, true)).toEqual(['陈桂花+赵铁柱']);
  });
});
