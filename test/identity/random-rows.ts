import { stringify } from 'csv-stringify/sync';
import { Random } from '../../samples/generator/random.ts';
import { checkDigit } from '../../src/domain/people/id-number.ts';

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

/** Names near each other in every way, and namesakes: of each world its own, none of which is near those of another. */
const NAMES = [
  [
    ...['王秀英', '王秀莹', '王秀兰', '王秀英'],
    ...['李强', '李墙', '李刚', '里强'],
    ...['赵末', '赵未', '肖梅', '萧梅'],
    ...['欧阳建国', '欧阳建', '钱多多', '孙国庆'],
    ...['阿依古丽·买买提', '阿依古丽', 'SMITH JOHN', 'John Smith'],
    ...['王*英', '王某英', '王秀英*', '王英'],
  ],
  [
    ...['刘淑珍', '刘淑贞', '刘淑云', '刘淑珍'],
    ...['陈伟', '陈维', '陈涛', '沉伟'],
    ...['周土', '周士', '闫平', '阎平'],
    ...['司马长江', '司马长', '吴佳佳', '郑海洋'],
    ...['古丽娜尔·吐尔逊', '古丽娜尔', 'BROWN MARY', 'Mary Brown'],
    ...['刘*珍', '刘**', '劉淑珍', '劉淑貞'],
  ],
  [
    ...['张桂芳', '张桂方', '张桂香', '张桂芳'],
    ...['黄磊', '黄雷', '黄波', '皇磊'],
    ...['徐日', '徐曰', '傅红', '付红'],
    ...['诸葛明月', '诸葛明', '何欢欢', '沈长青'],
    ...['阿卜杜拉·艾合麦提', '阿卜杜拉艾合麦提', 'LEE ANNA', 'Anna Lee'],
    ...['张×芳', '*桂芳', '張桂芳', '章桂芳'],
  ],
  [
    ...['胡玉珠', '胡玉朱', '胡玉凤', '胡玉珠'],
    ...['林峰', '林丰', '林海', '临峰'],
    ...['高己', '高巳', '戴莲', '代莲'],
    ...['上官文华', '上官文', '朱圆圆', '罗建军'],
    ...['迪丽努尔·阿不都', '迪丽努尔', 'WHITE PAUL', 'Paul White'],
    ...['胡*珠', '胡玉*', '小珠', '胡珠玉'],
  ],
  [
    ...['宋美华', '宋美花', '宋美丽', '宋美华'],
    ...['韩冬', '韩东', '韩雪', '含冬'],
    ...['唐午', '唐牛', '于静', '余静'],
    ...['皇甫少华', '皇甫少', '冯乐乐', '谢春生'],
    ...['热依汗·玉素甫', '热依汗', 'GREEN JACK', 'Jack Green'],
    ...['宋*华', '宋XX', '宋美樺', 'Song Meihua'],
  ],
] as const;

const whole = (first: string) => first + checkDigit(first);

/** What the people of a world have, of which those of another have nothing. */
function castOf(world: number) {
  const mark = world === 0 ? '' : String(world);
  const first17 = (area: number, day: number, order: number) =>
    `99000${area}19${5 + world}${order % 3}0${3 + world}${String(day).padStart(2, '0')}${String(order + 100 * world).padStart(3, '0')}`;
  const names = NAMES[world] ?? [];
  return {
    names,
    /** Twins (successive orders), one number in two areas, and numbers that end in X. */
    numbers: [
      ...[101, 102, 112, 121, 103].map((order) => first17(1, 15, order)),
      ...[101, 210].map((order) => first17(2, 15, order)),
      ...[101, 333].map((order) => first17(1, 16, order)),
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((day) => first17(3, day, 10 * day + 7)),
    ].map(whole),
    households: [...['H1', 'H2', 'Ｈ２', '1', '2', '3', '99999'].map((id) => id + mark), '', '', '无', ''],
    phones: [
      ...[`1420000${world}001`, `1420000${world}002`, `0086-142-0000-${world}002`],
      ...[`021-6234${5 + world}678`, `6234${5 + world}679`, `1420000${world}003`, '', '无'],
    ],
    accounts: [
      ...[`990000${world}100000001`, `00990000${world}100000001`, `990000${world}100000002`],
      ...[`ZH99000${world}12345`, `zh99000${world}12345`, `990000${world}1000000030000`, `990000${world}100000004`],
      ...['', '-', `9.9${mark}E+15`],
    ],
    familyAccount: `990000${world}200000`,
    agents: ['', '', '', '', ALLOWED_AGENTS[world] ?? '', AGENTS[world] ?? '', names[0] ?? '', '本人', '家属'],
    /** What stands behind a name, of somebody who collects. */
    remark: REMARKS[world] ?? '',
    others: [`E${12_345_678 + world}`, `EA${1_234_567 + world}`, `12345678901234567${8 - world}`],
  };
}
type Cast = ReturnType<typeof castOf>;

const ALLOWED_AGENTS = ['周代', '冯代', '陆代', '蒋代', '顾代'];
const REMARKS = ['（代）', '（钱代）', '（杨代）', '（秦代）', '（尤代）'];
const AGENTS = ['吴办', '沈办', '卫办', '陶办', '严办'];

/** So many worlds there are, and what a campaign may allow all of them to share. */
export const WORLDS = Array.from(NAMES, (names, world) => ({
  names,
  account: castOf(world).accounts[2] ?? '',
  phone: castOf(world).phones[1] ?? '',
  agent: ALLOWED_AGENTS[world] ?? '',
}));

interface Someone {
  readonly name: string;
  readonly number: string;
  readonly household: string;
  readonly head: string;
  readonly phone: string;
  readonly account: string;
}

const fullWidth = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

interface DrawnList {
  readonly titles: readonly Title[];
  readonly rows: readonly Record<Title, string>[];
  readonly earlier: boolean;
}

function draw(seed: number, world: number, lists: number, rows: number): DrawnList[] {
  const cast = castOf(world);
  const random = new Random(seed).at(1, seed);
  const people = Array.from({ length: 8 + random.below(40) }, () => someone(random, cast));
  return Array.from({ length: lists }, (_, list) => {
    const absent = OFTEN_ABSENT.filter(() => random.chance(0.12));
    return {
      titles: TITLES.filter((title) => !absent.includes(title)),
      rows: Array.from({ length: rows }, (_, order) => rowOf(random, cast, random.pick(people), order + 1)),
      earlier: list > 0 && random.chance(0.2),
    };
  });
}

const written = ({ titles, earlier }: DrawnList, rows: DrawnList['rows']): RandomList => ({
  titles,
  rows: rows.map((row) => titles.map((title) => row[title])),
  earlier,
});

/** One run of several lists, always the same for the same seed. */
export const randomLists = (seed: number, lists = 4, rows = 75): RandomList[] =>
  draw(seed, 0, lists, rows).map((list) => written(list, list.rows));

const LISTS = 4;
const ROWS = 75;

/**
 * Lists of several worlds, one for each seed, whose people have nothing in common: the rows of the first come first. They have
 * the columns that the first has.
 */
export function listsOfWorlds(seeds: readonly number[]): RandomList[] {
  const worlds = seeds.map((seed, world) => draw(seed, world, LISTS, ROWS));
  const [first = []] = worlds;
  return first.map((list, at) =>
    written(
      list,
      worlds.flatMap((lists) => lists[at]?.rows ?? []),
    ),
  );
}

/** The world of a row by its number, as a spreadsheet counts. */
export const worldOf = (row: number) => Math.floor((row - 2) / ROWS);

function someone(random: Random, cast: Cast): Someone {
  return {
    name: random.pick(cast.names),
    number: random.pick(cast.numbers),
    household: random.pick(cast.households),
    head: random.chance(0.3) ? random.pick(cast.numbers) : '',
    phone: random.pick(cast.phones),
    account: random.pick(cast.accounts),
  };
}

function rowOf(random: Random, cast: Cast, person: Someone, order: number): Record<Title, string> {
  const pick = <T>(...choices: readonly T[]): T => random.pick(choices);
  const { name, phone, account } = person;
  const household = random.chance(0.9) ? person.household : random.pick(cast.households);
  const isFamilys = random.chance(0.15) && household !== ''; // families share accounts
  return {
    序号: String(order),
    姓名: random.chance(0.85)
      ? pick(name, name, name, name, name + cast.remark, ` ${name} `, '')
      : random.pick(cast.names),
    身份证号: writtenId(random, cast, random.chance(0.93) ? person.number : random.pick(cast.numbers)),
    部门: pick('民政局', '民政局', '区民政局', '残联', '残联', '总工会', '民证局', ''),
    项目: pick('低保', '低保', '特困', '助残', '走访', '慰问', '夏令', ''),
    金额: pick('500', '250', '250', '300', '1000', '1200', '600', '', '0', '-500', '待定', '￥250.00元'),
    户号: household,
    户主身份证号: pick(person.head, person.head, '', '某某', '3.1E+17'),
    家庭人口: pick('', '1', '2', '3人'),
    联系电话: random.chance(0.8) ? phone : random.pick(cast.phones),
    银行账号: isFamilys
      ? `${cast.familyAccount}${household}`
      : random.chance(0.8)
        ? account
        : random.pick(cast.accounts),
    户名: pick('', '', '', name, '福利院'),
    发放日期: pick('2026-01-15', '2026-01-15', '2026.1.15', '2026-02-01', '', '2026年1月'),
    代领人: random.pick(cast.agents),
  };
}

/** An ID number as somebody wrote it down: well, oddly, wrongly, in part or not at all. */
function writtenId(random: Random, { others: [passport = '', permit = '', typed = ''] }: Cast, number: string): string {
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
  if (kind < 97) return random.pick(['', '', '', '无', '000000', '000000000000000000', '-', typed]);
  return random.pick([passport, permit, '不知道', `${number}43`, '12345']);
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
