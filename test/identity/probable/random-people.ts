import { stringify } from 'csv-stringify/sync';
import { checkDigit } from '../../../src/domain/people/id-number.ts';
import { random } from '../../random.ts';

const TITLES = [
  '姓名',
  '身份证号',
  '性别',
  '出生日期',
  '年龄',
  '联系电话',
  '银行账号',
  '街道',
  '居委',
  '家庭住址',
  '工作单位',
  '配偶',
  '监护人',
  '户主',
  '户号',
  '优抚证号',
  '部门',
  '金额',
] as const;
type Title = (typeof TITLES)[number];

/** Some departments have no column for them. */
const OFTEN_ABSENT: readonly Title[] = [
  ...(['性别', '出生日期', '年龄', '联系电话', '银行账号', '街道', '居委', '家庭住址'] as const),
  ...(['工作单位', '配偶', '监护人', '户主', '户号', '优抚证号'] as const),
];

/** A row's cells by their titles. */
export type Cells = Readonly<Partial<Record<Title, string>>>;

/** A department's list of a few people, of whom much is said by several lists, and otherwise each time. */
export interface DepartmentList {
  readonly titles: readonly Title[];
  readonly rows: readonly Cells[];
}

const SURNAMES = ['王', '张', '陈', '李', '刘', '欧阳', '肖'];
const GIVEN = [
  '秀英',
  '秀莹',
  '秀兰',
  '建国',
  '建军',
  '伟',
  '淑贞',
  '淑珍',
  '淑云',
  '小明',
  '志强',
  '自强',
  '末',
  '未',
];
const OTHERS = ['阿依古丽·买买提', '阿依古丽', 'Wang Xiuying', 'John Smith', 'SMITH JOHN', 'Jon Smyth', '萧伟'];
const STREETS = ['石泉路', '梅岭路', '曹杨新村', '兰溪路'];
const COMMITTEES = ['第一居委会', '一居委', '金沙社区', '金沙居委会', '东村', '东村村委会', '第三居民委员会'];
const SUBDISTRICTS = ['石泉街道', '长风街道'];
const WORKPLACES = ['长征中学', '长征(中学)', '第二纺织厂', '退休', '无', '第二纺织厂有限公司'];

interface Someone {
  readonly name: string;
  readonly number: string;
  readonly birth: readonly [year: number, month: number, day: number];
  readonly isMale: boolean;
  readonly phone: string;
  readonly account: string;
  readonly workplace: string;
  readonly veteran: string;
  readonly home: Home;
}

interface Home {
  readonly subdistrict: string;
  readonly committee: string;
  readonly street: string;
  readonly numbers: readonly [number, number, number];
  readonly phone: string;
  readonly number: string;
  /** Of the people who live there, their names. */
  readonly names: string[];
}

/** Draws whatever is to be drawn, the same for the same seed. */
class Draw {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = random(seed);
  }

  below(end: number): number {
    return Math.floor(this.#next() * end);
  }

  chance(share: number): boolean {
    return this.#next() < share;
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)] as T;
  }

  digits(count: number): string {
    return Array.from({ length: count }, () => this.below(10)).join('');
  }
}

const padded = (value: number, length = 2) => String(value).padStart(length, '0');

function home(draw: Draw): Home {
  return {
    subdistrict: draw.pick(SUBDISTRICTS),
    committee: draw.pick(COMMITTEES),
    street: draw.pick(STREETS),
    numbers: [1 + draw.below(3), 1 + draw.below(4), 101 + draw.below(3)],
    phone: `142000000${padded(draw.below(40))}`,
    number: draw.chance(0.5) ? String(1 + draw.below(9)) : `PT${10_000 + draw.below(90_000)}`,
    names: [],
  };
}

function someone(draw: Draw, home: Home): Someone {
  const birth = [1950 + draw.below(4), 1 + draw.below(3), 9 + draw.below(5)] as const;
  const isMale = draw.chance(0.5);
  const first17 = `99000${1 + draw.below(2)}${birth[0]}${padded(birth[1])}${padded(birth[2])}${padded(draw.below(9))}${2 * draw.below(5) + Number(isMale)}`;
  const name = draw.chance(0.85) ? draw.pick(SURNAMES) + draw.pick(GIVEN) : draw.pick(OTHERS);
  home.names.push(name);
  return {
    name,
    number: first17 + checkDigit(first17),
    birth,
    isMale,
    phone: draw.chance(0.3) ? home.phone : `142000000${padded(draw.below(40))}`,
    account: `99000001000000${padded(draw.below(60))}7`,
    workplace: draw.pick(WORKPLACES),
    veteran: `沪优${1000 + 37 * draw.below(240)}`,
    home,
  };
}

/** The lists of some departments about the same few families. */
export function randomDepartments(seed: number): DepartmentList[] {
  const draw = new Draw(seed);
  const homes = Array.from({ length: 6 + draw.below(6) }, () => home(draw));
  const people = Array.from({ length: 16 + draw.below(10) }, () => someone(draw, draw.pick(homes)));
  // In some worlds a village has one telephone, one account and one flat, in which nobody is told from another.
  const village = draw.chance(0.4) ? someone(draw, home(draw)) : null;
  return Array.from({ length: 3 + draw.below(2) }, () => {
    const absent = OFTEN_ABSENT.filter(() => draw.chance(0.3));
    return {
      titles: TITLES.filter((title) => !absent.includes(title)),
      rows: Array.from({ length: 11 + draw.below(4) }, () => rowOf(draw, draw.pick(people), people, village)),
    };
  });
}

function rowOf(draw: Draw, person: Someone, people: readonly Someone[], village: Someone | null): Cells {
  const other = (share: number) => (draw.chance(share) ? draw.pick(people) : person);
  const { home } = other(0.1);
  const isAtVillage = village !== null && draw.chance(0.5);
  const lives = isAtVillage ? village.home : home;
  const relative = () => (draw.chance(0.6) ? draw.pick(home.names.length > 0 ? home.names : ['']) : '');
  return {
    姓名: nameCell(draw, other(0.05).name, people),
    身份证号: numberCell(draw, other(0.05).number),
    性别: draw.chance(0.7) ? (other(0.05).isMale ? '男' : '女') : '',
    出生日期: birthCell(draw, other(0.05).birth),
    年龄: draw.chance(0.4) ? String(2025 - person.birth[0] + draw.below(3)) : '',
    联系电话: phoneCell(draw, isAtVillage && draw.chance(0.7) ? village.phone : other(0.15).phone, home),
    银行账号: draw.chance(0.3) ? (isAtVillage ? village.account : other(0.1).account) : '',
    街道: draw.chance(0.6) ? lives.subdistrict : '',
    居委: draw.chance(0.6) ? lives.committee : '',
    家庭住址: addressCell(draw, lives),
    工作单位: draw.chance(0.5) ? other(0.1).workplace : '',
    配偶: relative(),
    监护人: relative(),
    户主: relative(),
    户号: draw.chance(0.5) ? home.number : '',
    优抚证号: draw.chance(0.3) ? other(0.1).veteran : '',
    部门: '民政局',
    金额: '500',
  };
}

function nameCell(draw: Draw, name: string, people: readonly Someone[]): string {
  const kind = draw.below(100);
  const characters = Array.from(name);
  if (kind < 6 && characters.length < 4) return characters[0] + '*'.repeat(characters.length - 1);
  if (kind < 10 && characters.length === 3) return `${characters[0]}*${characters[2]}`;
  if (kind < 13 && characters.length < 4) return `${characters[0]}某`;
  if (kind < 16 && characters.length === 3) return `${characters[0]}${characters[2]}`;
  if (kind < 19 && characters.length === 3) return `小${characters[2]}`;
  if (kind < 22) return `${name}（低保）`;
  if (kind < 27 && /^\p{Script=Han}{2,3}$/u.test(name)) {
    const partner = draw.pick(people.filter((each) => /^[王张陈李刘]\p{Script=Han}{1,2}$/u.test(each.name)))?.name;
    if (partner && /^[王张陈李刘]/.test(name)) return `${name}、${partner}`;
  }
  return name;
}

function numberCell(draw: Draw, number: string): string {
  const kind = draw.below(100);
  const at = draw.below(18);
  if (kind < 35) return number;
  if (kind < 45) return `${number.slice(0, 6)}********${number.slice(14)}`;
  if (kind < 50) return `${number.slice(0, 14)}****`;
  if (kind < 53) return `${number.slice(0, 6)}****${number.slice(10, 14)}****`;
  if (kind < 56) return `**********${number.slice(10)}`;
  if (kind < 63) return number.slice(0, at) + ((Number(number[at] ?? 0) + 1) % 10 || 3) + number.slice(at + 1);
  if (kind < 67) return number.slice(0, 9) + number.charAt(10) + number.charAt(9) + number.slice(11);
  if (kind < 70) return `${number.slice(0, 15)}000`;
  if (kind < 72) return number.slice(0, 6) + number.slice(8, 17);
  return '';
}

function birthCell(draw: Draw, [year, month, day]: Someone['birth']): string {
  const kind = draw.below(100);
  if (kind < 35) return `${year}-${padded(month)}-${padded(day)}`;
  if (kind < 42) return `${year}-${padded(day > 12 ? month : day)}-${padded(month)}`;
  if (kind < 52) return `${year}-${padded(month)}`;
  if (kind < 60) return `${year}年`;
  return '';
}

function phoneCell(draw: Draw, phone: string, { phone: other }: Home): string {
  const kind = draw.below(100);
  if (kind < 50) return phone;
  if (kind < 60) return `${phone} ${other}`;
  if (kind < 66) return phone.slice(0, 10) + draw.below(10);
  if (kind < 70) return `021-6234${padded(draw.below(6), 4)}`;
  if (kind < 74) return `6234${padded(draw.below(6), 4)}`;
  if (kind < 77) return `0571-823456${draw.below(6)}`;
  if (kind < 80) return `823456${draw.below(6)}`;
  return '';
}

function addressCell(draw: Draw, { subdistrict, committee, street, numbers: [lane, house, room] }: Home): string {
  switch (draw.below(9)) {
    case 0:
    case 1:
      return `${street}${lane}弄${house}号${room}室`;
    case 2:
      return `${street}${lane}-${house}-${room}`;
    case 3:
      return `上海市普陀区${subdistrict}${street}${lane}弄${house}号${room}室`;
    case 4:
      return `${committee}${street}${lane}弄${house}号`;
    case 5:
      return `${street}${lane}号`;
    case 6:
      return draw.chance(0.5) ? `${lane} Maple Street Unit ${room}` : `${room} Mapel Street`;
    default:
      return '';
  }
}

/** A list as a file holds it. */
export const textOf = ({ titles, rows }: DepartmentList): string =>
  stringify([[...titles], ...rows.map((row) => titles.map((title) => row[title] ?? ''))]);
