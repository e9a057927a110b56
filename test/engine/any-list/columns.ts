import type { Draw, Person } from './draw.ts';
import type { Format } from './file.ts';
import { isWorkbook } from './file.ts';

/** A column of a list: its title, and what it says of somebody's payout. */
export interface Column {
  readonly title: string;
  readonly role: 'ordinal' | 'name' | 'id' | 'amount' | 'street' | 'other';
  readonly cell: (row: Told) => string | number;
}

export interface Told {
  readonly person: Person;
  readonly fen: number;
  readonly ordinal: number;
  readonly street: string;
}

const NAME = [
  '姓名',
  '姓 名',
  '对象姓名',
  '受助人姓名',
  '补助对象',
  '领款人',
  '困难职工姓名',
  '姓名（本人）',
  '收款人',
  '帮扶对象',
];
const ID = [
  '身份证号',
  '身份证号码',
  '身份证',
  '公民身份号码',
  '证件号码',
  '居民身份证号',
  '身份证号码（18位）',
  '身份证件号',
];
const AMOUNT = [
  '金额',
  '补助金额',
  '发放金额',
  '金额（元）',
  '慰问金',
  '补助金（元）',
  '实发金额',
  '救助金额/元',
  '补助资金',
  '慰问金额(元)',
];
export const STREETS = ['石泉街道', '东明街道', '南门镇', '长风新村街道', '桃浦镇'];

/** How a list of this format writes an amount of yuan; `unit` is the yuan of one of it. */
export function amountWriter(draw: Draw, format: Format, unit: number): (fen: number) => string | number {
  const form = draw.one(['plain', 'plain', 'decimals', 'grouped', 'yuan', 'sign'] as const);
  const isNumber = isWorkbook(format) && draw.chance(0.7);
  return (fen) => {
    const value = fen / 100 / unit;
    if (isNumber) return value;
    if (unit !== 1) return String(value);
    switch (form) {
      case 'decimals':
        return value.toFixed(2);
      case 'grouped':
        return value.toLocaleString('en-US', { minimumFractionDigits: 2 });
      case 'yuan':
        return `${value}元`;
      case 'sign':
        return `￥${value}`;
      default:
        return String(value);
    }
  };
}

/** The columns of a list, in an order of its own; who is paid stands before what. */
export function columnsOf(
  draw: Draw,
  format: Format,
  { unit = 1, withId = true }: { unit?: number; withId?: boolean } = {},
): Column[] {
  const pad = spacing(draw, format);
  const amount = amountWriter(draw, format, unit);
  const who: Column[] = [
    { title: draw.one(NAME), role: 'name', cell: ({ person }) => pad(person.name) },
    ...(withId ? [{ title: draw.one(ID), role: 'id' as const, cell: ({ person }: Told) => pad(person.id) }] : []),
  ];
  const others: Column[] = draw.some<Column>(
    [
      { title: '性别', role: 'other', cell: ({ person }) => (Number(person.id[16]) % 2 === 1 ? '男' : '女') },
      { title: draw.one(['街道', '街镇', '所属街道', '乡镇']), role: 'street', cell: ({ street }) => street },
      {
        title: draw.one(['家庭住址', '住址', '户籍地址']),
        role: 'other',
        cell: ({ ordinal }) => `人民路${ordinal}弄2号3室`,
      },
      { title: draw.one(['困难原因', '致贫原因']), role: 'other', cell: () => '因病' },
      { title: draw.one(['残疾等级', '困难类型', '人员类别']), role: 'other', cell: () => '二级' },
      {
        title: draw.one(['联系电话', '手机号码', '电话']),
        role: 'other',
        cell: ({ ordinal }) => String(14200000000 + ordinal),
      },
      { title: draw.one(['补助标准', '标准（元/人）', '标准']), role: 'other', cell: () => 300 },
      { title: draw.one(['年龄', '周岁']), role: 'other', cell: ({ person }) => 2026 - Number(person.id.slice(6, 10)) },
    ],
    0.35,
  );
  const paid: Column = {
    title: draw.one(unit === 1 ? AMOUNT : ['金额', '补助金额', '慰问金']),
    role: 'amount',
    cell: ({ fen }) => amount(fen),
  };
  const last: Column[] = draw.some<Column>(
    [
      { title: draw.one(['签名', '领取人签字', '签收', '签领']), role: 'other', cell: () => '' },
      { title: draw.one(['备注', '说明']), role: 'other', cell: ({ ordinal }) => (ordinal % 7 === 0 ? '已核实' : '') },
    ],
    0.5,
  );
  const ordinal: Column[] = draw.chance(0.7)
    ? [{ title: draw.one(['序号', '编号', 'No.', '序']), role: 'ordinal', cell: ({ ordinal }) => ordinal }]
    : [];
  const middle = draw.chance(0.25) ? [paid, ...others] : [...others, paid];
  const named = draw.chance(0.2) ? draw.shuffled([...who, ...middle]) : [...who, ...middle];
  return [...ordinal, ...named, ...last];
}

/** What exports put around cells: nothing, mostly. */
function spacing(draw: Draw, format: Format): (cell: string) => string {
  const form = draw.one(['', '', '', '', ' ', format === 'csv' || format === 'gbk' ? '\t' : '']);
  return (cell) => cell + form;
}
