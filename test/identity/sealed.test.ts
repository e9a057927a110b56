import { describe, expect, it } from 'vitest';
import { checkDigit } from '../../src/domain/people/id-number.ts';
import { openAndSealed, pairsOf } from './sealing.ts';

const whole = (first17: string) => first17 + checkDigit(first17);
const ID = whole('99000119500315102');
const OTHER = whole('99000119610421308');
const wrong = (id: string, place: number) =>
  `${id.slice(0, place)}${(Number(id[place]) + 1) % 10}${id.slice(place + 1)}`;
const swapped = (id: string, place: number) =>
  id.slice(0, place) + id.charAt(place + 1) + id.charAt(place) + id.slice(place + 2);
const mask = (id: string) => `${id.slice(0, 6)}********${id.slice(14)}`;

/** What a row says: name, ID number, account, telephone, and whatever else. */
type Said = readonly [name: string, id?: string, account?: string, phone?: string, rest?: readonly [string, string]];
const ACCOUNT = '6228480000000000011';
const PHONE = '13912345678';

function list(rows: readonly Said[]): string {
  const rest = [...new Set(rows.flatMap(([, , , , more]) => (more ? [more[0]] : [])))];
  const lines = rows.map(([name, id = '', account = '', phone = '', more]) =>
    [
      name,
      id,
      account,
      phone,
      '民政局',
      '慰问',
      '500',
      ...rest.map((title) => (more?.[0] === title ? more[1] : '')),
    ].join(),
  );
  return [['姓名', '身份证号', '银行账号', '联系电话', '部门', '项目', '金额', ...rest].join(), ...lines].join('\n');
}

const names = (count: number) => Array.from({ length: count }, (_, at) => `赵${'一二三四五六七八九十百千'[at]}`);

/** By what, the rows of two lists, and whether the first of each are one person where lists are open, and where they are sealed. */
const KINDS: readonly (readonly [string, readonly Said[], readonly Said[], open: boolean, sealed?: boolean])[] = [
  ['a whole number', [['王秀英', ID]], [['王秀英', ID]], true],
  ['15 digits of it', [['王秀英', ID]], [['王秀英', ID.slice(0, 6) + ID.slice(8, 17)]], true],
  ['a disability certificate', [['王秀英', ID]], [['王秀英', `${ID}43`]], true],
  ['one wrong digit', [['王秀英', ID]], [['王秀英', wrong(ID, 15)]], true],
  ['one wrong digit and a name that sounds alike', [['王秀英', ID]], [['王秀瑛', wrong(ID, 15)]], true],
  ['one wrong digit and a masked name', [['王秀英', ID]], [['王*英', wrong(ID, 15)]], true],
  ['one wrong digit and a masked name under the right one', [['王*英', ID]], [['王秀英', wrong(ID, 15)]], true],
  ['one wrong digit and another name', [['王秀英', ID]], [['李建国', wrong(ID, 15)]], false],
  ['two digits swapped', [['王秀英', ID]], [['王秀英', swapped(ID, 13)]], true],
  ['a masked number', [['王秀英', ID]], [['王秀英', mask(ID)]], true],
  ['a masked number and a name that sounds alike', [['王秀英', ID]], [['王秀瑛', mask(ID)]], true],
  ['a masked number of another', [['王秀英', ID]], [['王秀英', mask(OTHER)]], false],
  ['two masked numbers', [['王秀英', mask(ID)]], [['王秀英', mask(ID)]], true],
  [
    'a masked number, and a name that many have',
    [['王秀英', ID], ...[1, 2, 3, 4, 5, 6].map((at): Said => ['王秀英', whole(`9900011950031${at}200`)])],
    [['王秀英', mask(ID)]],
    false,
  ],
  [
    'a masked number, and another year of birth',
    [['王秀英', ID]],
    [['王秀英', mask(ID), '', '', ['出生日期', '1971-01-01']]],
    false,
  ],
  ['a masked number, and the other sex', [['王秀英', ID]], [['王秀英', mask(ID), '', '', ['性别', '男']]], false],
  ['an account', [['王秀英', ID, ACCOUNT]], [['王秀英', '', ACCOUNT]], true],
  ['an account with letters', [['王秀英', ID, 'zh99000012345678']], [['王秀英', '', 'ZH99000012345678']], true],
  ['an account, and traditional characters', [['陈淑贞', ID, ACCOUNT]], [['陳淑貞', '', ACCOUNT]], true],
  ['a telephone', [['买买提·艾山', '', '', PHONE]], [['买买提艾山', '', '', PHONE]], true],
  ['a telephone, and another age', [['王秀英', ID, '', PHONE]], [['王秀英', '', '', PHONE, ['年龄', '40']]], false],
  [
    'a telephone, and much the same age',
    [['王秀英', ID, '', PHONE]],
    [['王秀英', '', '', PHONE, ['年龄', '75']]],
    true,
  ],
  ['a telephone, and another name', [['王秀英', ID, '', PHONE]], [['李建国', '', '', PHONE]], false],
  [
    'an account, and two wrong numbers of one',
    [['王秀英', wrong(ID, 3), ACCOUNT]],
    [['王秀英', wrong(ID, 9), ACCOUNT]],
    true,
  ],
  ['an account, and another number', [['王秀英', ID, ACCOUNT]], [['王秀英', mask(OTHER), ACCOUNT]], false],
  [
    'a telephone of many',
    [['王秀英', ID, '', PHONE]],
    [['王秀英', '', '', PHONE], ...names(11).map((name): Said => [name, '', '', PHONE])],
    false,
  ],
  [
    'another number',
    [['王秀英', '', '', '', ['工号', 'A1234567']]],
    [['王秀英', '', '', '', ['工号', 'A1234567']]],
    true,
  ],
  ['a masked number, and a name with a dot or without', [['买买提·依明', ID]], [['买买提依明', mask(ID)]], false],
  ['a name', [['欧阳冬青']], [['欧阳冬青']], false],
  ['a whole number and one character less', [['王秀英', ID]], [['王秀', ID]], true],
  ['a whole number and a masked name', [['王秀英', ID]], [['王*英', ID]], true],
  ['a whole number and somebody of the surname', [['王秀英', ID]], [['王某某', ID]], true],
  ['a whole number and characters swapped', [['王秀英', ID]], [['王英秀', ID]], true],
  ['a whole number and a pet name', [['王秀英', ID]], [['阿英', ID]], true],
  ['a whole number and a character of like shape', [['赵末', ID]], [['赵未', ID]], true],
  ['a whole number, and a character of like shape and one of like sound', [['陈均', ID]], [['阵军', ID]], true],
  ['a whole number and two masked names', [['张*', ID]], [['张某', ID]], true],
  [
    'a whole number and three names, of which one is masked',
    [
      ['马红露', ID],
      ['马某霞', ID],
    ],
    [['马红霞', ID]],
    true,
  ],
  ['a whole number and a name that sounds near', [['王志强', ID]], [['王自强', ID]], true],
  ['a whole number and another given name', [['王秀英', ID]], [['王秀兰', ID]], false],
  ['a whole number and another surname', [['王秀英', ID]], [['张秀英', ID]], false],
  // What sealed lists can't tell, and say so.
  [
    'a number of which the last four are hidden',
    [['欧阳冬青', ID]],
    [['欧阳冬青', `${ID.slice(0, 14)}****`]],
    true,
    false,
  ],
  ['a number that a spreadsheet cut', [['欧阳冬青', ID]], [['欧阳冬青', `${ID.slice(0, 15)}000`]], true, false],
  ['a masked number and a masked name', [['欧阳冬青', ID]], [['欧阳*青', mask(ID)]], true, false],
];

describe('sealed lists say who is who as open ones do', () => {
  const kinds = KINDS.map(([by, one, other, open, sealed = open]) => ({ by, one, other, said: { open, sealed } }));
  it.each(kinds)('by $by', async ({ one, other, said }) => {
    const { open, sealed } = await openAndSealed([list(one), list(other)]);
    expect([open.size, sealed.size]).toEqual([one.length + other.length, one.length + other.length]);
    const pair = '0:2 1:2';
    expect({ open: pairsOf(open).has(pair), sealed: pairsOf(sealed).has(pair) }).toEqual(said);
  });
});
