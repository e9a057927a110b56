import type { Random } from '../random.ts';
import * as birth from './birth-cells.ts';
import * as cell from './cells.ts';
import type { ListName } from './membership.ts';
import type { Row } from './row.ts';
import * as life from './school-and-work.ts';

/** A title of a column, one of several in use, and what it has of a row. */
type Column = readonly [titles: string, write: (row: Row) => string];

export interface DepartmentList {
  readonly file: string;
  readonly department: string;
  readonly measure: { readonly id: string; readonly name: string; readonly to: string };
  readonly yuan: number;
  /** How often, against other lists, its clerk leaves out or mistypes ID numbers. */
  readonly carelessness?: number;
  readonly columns: (random: Random) => readonly Column[];
}

const NAME: Column = ['姓名 姓名 对象姓名', cell.name];
const ADDRESS: Column = ['家庭住址 地址 居住地址', cell.address];
const PHONE: Column = ['联系电话 电话 手机号码', cell.phone];
const SOME_PHONE: Column = ['联系电话 电话', cell.somePhone];
const GUARDIAN: readonly Column[] = [
  ['监护人 监护人姓名', cell.guardian],
  ['监护人电话 监护人联系电话', cell.phone],
];

/** Each keeps what it needs for its own work, and no more. */
export const DEPARTMENT_LISTS: Readonly<Record<ListName, DepartmentList>> = {
  civil: {
    file: '民政局.csv',
    department: '民政局',
    measure: { id: 'low-income', name: '低保家庭节日补助', to: '低保家庭成员' },
    yuan: 500,
    columns: () => [
      NAME,
      ['身份证号 身份证号码 公民身份号码', cell.idNumber],
      ['户号 低保证号', cell.householdNumber],
      ['家庭人口', cell.householdSize],
      ['街道 街镇', cell.subdistrict],
      ['居委会 居委', cell.committee],
      ADDRESS,
      PHONE,
      ['银行卡号 银行账号', cell.familyAccount],
    ],
  },
  labour: {
    file: '人社局.csv',
    department: '人社局',
    measure: { id: 'unemployed', name: '失业人员补助', to: '登记失业人员' },
    yuan: 750,
    columns: () => [NAME, ['身份证号 证件号码', cell.idNumber], ['银行账号 银行卡号', cell.account]],
  },
  disabled: {
    file: '残联.csv',
    department: '残联',
    measure: { id: 'disabled', name: '困难残疾人补助', to: '困难残疾人' },
    yuan: 1000,
    columns: () => [NAME, ['残疾证号 残疾人证号', cell.card]],
  },
  women: {
    file: '妇联.csv',
    department: '妇联',
    measure: { id: 'ill-women', name: '重病妇女帮困', to: '重病妇女' },
    yuan: 2000,
    carelessness: 3,
    columns: () => [NAME, ['身份证号 身份证', cell.idNumber], ['病种', cell.illness]],
  },
  veterans: {
    file: '退役军人局.csv',
    department: '退役军人局',
    measure: { id: 'veterans', name: '优抚对象节日补助', to: '重点优抚对象' },
    yuan: 550,
    columns: () => [NAME, ['优抚证号', cell.veteranNumber], ['身份证号 身份证号码', cell.maskedId]],
  },
  redCross: {
    file: '红十字会.csv',
    department: '红十字会',
    measure: { id: 'red-cross', name: '人道救助金', to: '因病致贫人员' },
    yuan: 700,
    columns: () => [NAME, ['性别', cell.sex], ['年龄', birth.age], ADDRESS, PHONE],
  },
  charity: {
    file: '慈善基金会.csv',
    department: '慈善基金会',
    measure: { id: 'charity', name: '慈善帮困金', to: '困难家庭' },
    yuan: 1200,
    columns: (random) => [
      ['户主 户主姓名', cell.name],
      ['家庭人口 人口', cell.householdSize],
      ['街道 街镇', cell.subdistrict],
      ['居委会 居委', cell.committee],
      ADDRESS,
      ...(random.chance(0.5) ? [SOME_PHONE] : []),
    ],
  },
  elderly: {
    file: '老年基金会.csv',
    department: '老年基金会',
    measure: { id: 'elderly', name: '高龄老人慰问', to: '高龄困难老人' },
    yuan: 600,
    columns: (random) => [
      NAME,
      random.pick<Column>([
        ['出生日期', birth.day],
        ['出生年月', birth.month],
        ['年龄', birth.age],
      ]),
      ADDRESS,
      SOME_PHONE,
    ],
  },
  union: {
    file: '总工会.csv',
    department: '总工会',
    measure: { id: 'workers', name: '困难职工慰问', to: '困难职工' },
    yuan: 800,
    columns: () => [NAME, ['工作单位 所在单位', life.workplace], PHONE],
  },
  teachers: {
    file: '教育局-教职工.csv',
    department: '教育局',
    measure: { id: 'teachers', name: '困难教职工补助', to: '困难教职工' },
    yuan: 2000,
    columns: () => [
      NAME,
      ['学校', life.teachersSchool],
      ['工号', life.staffNumber],
      ['银行账号 银行卡号', cell.account],
    ],
  },
  pupils: {
    file: '教育局-学生.csv',
    department: '教育局',
    measure: { id: 'pupils', name: '困难学生助学金', to: '困难学生' },
    yuan: 1000,
    columns: () => [['学生姓名 姓名', cell.name], ['学校', life.school], ...GUARDIAN],
  },
  youth: {
    file: '团区委.csv',
    department: '团区委',
    measure: { id: 'youth', name: '困难青少年助学', to: '困难青少年' },
    yuan: 800,
    columns: () => [['学生姓名 姓名', cell.name], ['学校', life.school], ['年级', life.grade], ...GUARDIAN],
  },
  couples: {
    file: '卫健委.csv',
    department: '卫健委',
    measure: { id: 'couples', name: '计划生育特殊家庭慰问', to: '计划生育特殊家庭' },
    yuan: 1000,
    columns: (random) => [
      ...random.pick<readonly Column[]>([
        [
          ['男方姓名', cell.husband],
          ['女方姓名', cell.wife],
        ],
        [['夫妻姓名', cell.both]],
      ]),
      random.chance(0.5) ? ADDRESS : PHONE,
    ],
  },
};
