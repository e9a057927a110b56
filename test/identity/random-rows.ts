import { stringify } from 'csv-stringify/sync';
import { Random } from '../../samples/generator/random.ts';
import { checkDigit } from '../../src/domain/id-number.ts';

/** A list of a few people, of whom everything that makes identities doubtful happens often. */
export interface RandomList {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly earlier: boolean;
}

const TITLES = [
  '序号',
  '姓名',
  '身份证号',
  '部门',
  '项目',
  '金额',
  '户号',
  '户主身份证号',
  '家庭人口',
  '联系电话',
  '银行账号',
  '户名',
  '发放日期',
  '代领人',
] as const;
type Title = (typeof TITLES)[number];

/** What some lists have no column for. */
const OFTEN_ABSENT: readonly Title[] = ['身份证号', '银行账号', '联系电话', '户号', '户主身份证号', '项目', '代领人'];

/** Names near each other in every way, and namesakes. */
const NAMES = [
  ...['王秀英', '王秀莹', '王秀兰', '王秀英'],
  ...['李强', '李墙', '李刚', '里强'],
  ...['赵末', '赵未', '肖梅', '萧梅'],
  ...['欧阳建国', '欧阳建', '钱多多', '孙国庆'],
  ...['阿依古丽·买买提', '阿依古丽', 'SMITH JOHN', 'John Smith'],
];
const AGENTS = ['', '', '', '', '周代', '吴办', '王秀英', '本人', '家属'];

const first17 = (area: number, day: number, order: number) =>
  `99000${area}195${order % 3}03${String(day).padStart(2, '0')}${String(order).padStart(3, '0')}`;
const whole = (first: string) => first + checkDigit(first);

/** Twins (successive orders), one number in two areas, and numbers that end in X. */
const NUMBERS = [
  ...[101, 102, 112, 121, 103].map((order) => first17(1, 15, order)),
  ...[101, 210].map((order) => first17(2, 15, order)),
  ...[101, 333].map((order) => first17(1, 16, order)),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((day) => first17(3, day, 10 * day + 7)),
].map(whole);

interface Someone {
  readonly name: string;
  readonly number: string;
  readonly household: string;
  readonly head: string;
  readonly phone: string;
  readonly account: string;
}

const HOUSEHOLDS = ['H1', 'H2', 'Ｈ２', '1', '2', '3', '99999', '', '', '无', ''];
const PHONES = [
  '14200000001',
  '14200000002',
  '0086-142-0000-0002',
  '021-62345678',
  '62345679',
  '14200000003',
  '',
  '无',
];
const ACCOUNTS = [
  ...['9900000100000001', '009900000100000001', '9900000100000002', 'ZH99000012345', 'zh99000012345'],
  ...['99000001000000030000', '9900000100000004', '', '-', '9.9E+15'],
];

const fullWidth = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** One run of several lists, always the same for the same seed. */
export function randomLists(seed: number, lists = 4, rows = 75): RandomList[] {
  const random = new Random(seed).at(1, seed);
  const people = Array.from({ length: 8 + random.below(40) }, () => someone(random));
  return Array.from({ length: lists }, (_, list) => {
    const absent = OFTEN_ABSENT.filter(() => random.chance(0.12));
    const titles = TITLES.filter((title) => !absent.includes(title));
    const made = Array.from({ length: rows }, (_, order) => rowOf(random, random.pick(people), order + 1));
    return {
      titles,
      rows: made.map((row) => titles.map((title) => row[title])),
      earlier: list > 0 && random.chance(0.2),
    };
  });
}

function someone(random: Random): Someone {
  return {
    name: random.pick(NAMES),
    number: random.pick(NUMBERS),
    household: random.pick(HOUSEHOLDS),
    head: random.chance(0.3) ? random.pick(NUMBERS) : '',
    phone: random.pick(PHONES),
    account: random.pick(ACCOUNTS),
  };
}

function rowOf(random: Random, person: Someone, order: number): Record<Title, string> {
  const pick = <T>(...choices: readonly T[]): T => random.pick(choices);
  const { name, phone, account } = person;
  const household = random.chance(0.9) ? person.household : random.pick(HOUSEHOLDS);
  const isFamilys = random.chance(0.15) && household !== ''; // families share accounts
  return {
    序号: String(order),
    姓名: random.chance(0.85) ? pick(name, name, name, name, `${name}（代）`, ` ${name} `, '') : random.pick(NAMES),
    身份证号: written(random, random.chance(0.93) ? person.number : random.pick(NUMBERS)),
    部门: pick('民政局', '民政局', '区民政局', '残联', '残联', '总工会', '民证局', ''),
    项目: pick('低保', '低保', '特困', '助残', '走访', '慰问', '夏令', ''),
    金额: pick('500', '250', '250', '300', '1000', '1200', '600', '', '0', '-500', '待定', '￥250.00元'),
    户号: household,
    户主身份证号: pick(person.head, person.head, '', '某某', '3.1E+17'),
    家庭人口: pick('', '1', '2', '3人'),
    联系电话: random.chance(0.8) ? phone : random.pick(PHONES),
    银行账号: isFamilys ? `9900000200000${household}` : random.chance(0.8) ? account : random.pick(ACCOUNTS),
    户名: pick('', '', '', name, '福利院'),
    发放日期: pick('2026-01-15', '2026-01-15', '2026.1.15', '2026-02-01', '', '2026年1月'),
    代领人: random.pick(AGENTS),
  };
}

/** An ID number as somebody wrote it down: well, oddly, wrongly, in part or not at all. */
function written(random: Random, number: string): string {
  const kind = random.below(100);
  if (kind < 38) return number;
  if (kind < 44) return number.slice(0, 6) + number.slice(8, 17);
  if (kind < 48) return random.pick([fullWidth(number), number.toLowerCase(), `'${number}`, `${number}\t`]);
  if (kind < 56) return substituted(random, number);
  if (kind < 61) return swapped(random, number);
  if (kind < 64) return substituted(random, substituted(random, number));
  if (kind < 66) return number.replace('0', 'O');
  if (kind < 78) return hidden(random, number);
  if (kind < 81) return `${number.slice(0, 15)}000`;
  if (kind < 84) return `${number[0]}.${number.slice(1, 5 + random.below(7))}E+17`;
  if (kind < 86) return `${number[0]}.${number.slice(1, 15)}E+17`;
  if (kind < 88) return number.slice(0, 14 + random.below(4));
  if (kind < 97) return random.pick(['', '', '', '无', '000000', '000000000000000000', '-', '123456789012345678']);
  return random.pick(['E12345678', 'EA1234567', '不知道', `${number}43`, '12345']);
}

function substituted(random: Random, number: string): string {
  const place = random.below(18);
  const digit = random.pick(place === 17 ? [...'0123456789X'] : [...'0123456789']);
  return number.slice(0, place) + digit + number.slice(place + 1);
}

function swapped(random: Random, number: string): string {
  const place = random.below(17);
  return number.slice(0, place) + number.charAt(place + 1) + number.charAt(place) + number.slice(place + 2);
}

function hidden(random: Random, number: string): string {
  const [from, count] = random.pick([
    [6, 8],
    [6, 8],
    [4, 10],
    [10, 4],
    [14, 4],
    [12, 5],
    [3, 14],
    [1, 16],
  ] as const);
  const sign = random.pick(['*', '×', 'X', '●']);
  return number.slice(0, from) + sign.repeat(count) + number.slice(from + count);
}

/** A list as a file holds it. */
export const csvOf = ({ titles, rows }: RandomList): string => stringify([[...titles], ...rows.map((row) => [...row])]);
