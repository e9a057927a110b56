import type { ListEntry } from './campaign.ts';
import { columnsOf } from './columns.ts';
import type { Encoding } from './delimited.ts';
import type { Furniture } from './grid.ts';
import type { Draft, Field, ListShape } from './payout.ts';
import { SUBDISTRICTS } from './places.ts';

export interface DistrictList {
  readonly sheet: string | null;
  readonly shape: ListShape;
  readonly furniture: Furniture;
  readonly takes: (draft: Draft) => boolean;
  /** From which to which payout, counted from 0, the ID numbers were turned into numbers. */
  readonly damaged?: readonly [number, number];
}

/** A file of a department; a workbook has a list on each sheet. */
export interface DistrictFile {
  readonly entry: ListEntry;
  readonly form: 'workbook' | { readonly encoding: Encoding; readonly delimiter: string; readonly isCutOff?: boolean };
  readonly lists: readonly DistrictList[];
  /** A sheet beside the lists that is none. */
  readonly notes?: { readonly sheet: string; readonly lines: readonly string[] };
}

const SUBDISTRICTS_WITH_SHEETS = SUBDISTRICTS.slice(0, 4);
const FOOTER = ['以下空白', '填表人：甲某　审核人：乙某　填表日期：2026年2月12日'];
const BANKING: readonly Field[] = ['phone', 'bank', 'account', 'household', 'paidOn'];

const by =
  (department: string, ...measures: readonly string[]) =>
  ({ measure }: Draft) =>
    measure.department === department && (measures.length === 0 || measures.includes(measure.id));

/** A text file with one list. */
function text(
  entry: ListEntry,
  form: Exclude<DistrictFile['form'], 'workbook'>,
  takes: DistrictList['takes'],
  columns: ListShape['columns'],
  furniture: Furniture = {},
): DistrictFile {
  const shape: ListShape = { columns, workbook: false, unit: '元' };
  return { entry, form, lists: [{ sheet: null, shape, furniture, takes }] };
}

const CIVIL_AFFAIRS: ListShape = {
  columns: columnsOf([
    'serial',
    'committee',
    'household',
    'size',
    'name',
    'id',
    'measure',
    'amount',
    'phone',
    'bank',
    'account',
    'paidOn',
  ]),
  workbook: true,
  unit: '元',
};

/** The ten departments' files, each untidy in its own way. */
export const DISTRICT_FILES: readonly DistrictFile[] = [
  {
    entry: { file: 'lists/民政局.xlsx', department: '民政局' },
    form: 'workbook',
    lists: SUBDISTRICTS_WITH_SHEETS.map((subdistrict) => ({
      sheet: subdistrict,
      shape: CIVIL_AFFAIRS,
      furniture: {
        title: `示范区民政局2026年春节帮困补助发放名单（${subdistrict}）`,
        saysUnit: true,
        groups: { 对象信息: ['household', 'size', 'name', 'id'], 发放信息: ['measure', 'amount'] },
        byCommittee: true,
        page: 40,
        gap: true,
        total: true,
        footer: FOOTER,
        hides: 29,
      },
      takes: (draft) => by('民政局')(draft) && draft.person.household.subdistrict === subdistrict,
    })),
  },
  text(
    { file: 'lists/人社局.csv', department: '人社局', measure: 'unemployed' },
    { encoding: 'gbk', delimiter: ',', isCutOff: true },
    by('人社局'),
    columnsOf(['serial', 'name', 'id', 'sex', 'amount', 'subdistrict', 'committee', 'address', ...BANKING]),
    { title: '示范区人社局失业人员一次性补助名单', saysUnit: true, total: true, footer: FOOTER.slice(1) },
  ),
  text(
    { file: 'lists/总工会.csv', department: '总工会' },
    { encoding: 'utf8-bom', delimiter: ',' },
    by('总工会'),
    columnsOf(['serial', 'name', 'id', 'measure', 'amount', ...BANKING], { measure: '慰问类型', account: '卡号' }),
  ),
  text(
    { file: 'lists/残联.csv', department: '残联', measure: 'disabled' },
    { encoding: 'utf8', delimiter: ';' },
    by('残联', 'disabled'),
    columnsOf(['serial', 'name', 'id', 'birth', 'amount', 'subdistrict', 'address', ...BANKING], {
      amount: '实发金额',
    }),
    { gap: true, total: true },
  ),
  text(
    { file: 'lists/残联-走访.csv', department: '残联', measure: 'disabled-visit' },
    { encoding: 'utf8', delimiter: ',' },
    by('残联', 'disabled-visit'),
    columnsOf(['serial', 'name', 'id', 'address', 'phone', 'household', 'amount', 'paidOn', 'sign', 'agent'], {
      amount: '慰问金',
      sign: '领取人签字',
    }),
    { title: '走访慰问签收表', total: 'off', footer: ['以下空白'] },
  ),
  text(
    { file: 'lists/妇联.tsv', department: '妇联' },
    { encoding: 'utf8', delimiter: '\t' },
    by('妇联'),
    columnsOf(['serial', 'name', 'sex', 'birth', 'id', 'measure', 'amount', 'committee', ...BANKING], {
      name: '受助人',
      id: '公民身份号码',
    }),
    { page: 30 },
  ),
  text(
    { file: 'lists/红十字会.csv', department: '红十字会', measure: 'red-cross' },
    { encoding: 'utf16', delimiter: ',' },
    by('红十字会'),
    columnsOf(
      ['serial', 'household', 'name', 'id', 'size', 'amount', 'address', 'phone', 'bank', 'account', 'paidOn'],
      { name: '对象姓名' },
    ),
    { total: true, footer: FOOTER },
  ),
  {
    entry: { file: 'lists/慈善基金会.xlsx', sheet: '发放名单', department: '慈善基金会' },
    form: 'workbook',
    lists: [
      {
        sheet: '发放名单',
        shape: {
          columns: columnsOf(['serial', 'name', 'id', 'measure', 'amount', 'subdistrict', 'committee', ...BANKING]),
          workbook: true,
          unit: '万元',
        },
        furniture: { title: '慈善帮困金发放名单', saysUnit: true, total: 'uncomputed', footer: FOOTER },
        takes: by('慈善基金会'),
      },
    ],
    notes: { sheet: '填表说明', lines: ['填表说明', '一、金额以万元为单位。', '二、一人一行，不得合并。'] },
  },
  {
    entry: { file: 'lists/老年基金会-大礼包.xlsx', department: '老年基金会', measure: 'gift' },
    form: 'workbook',
    lists: [
      {
        sheet: '签收表',
        shape: {
          columns: columnsOf([
            'serial',
            'name',
            'id',
            'committee',
            'address',
            'phone',
            'household',
            'quantity',
            'paidOn',
            'sign',
          ]),
          workbook: true,
          unit: '元',
        },
        furniture: { title: '春节大礼包签收表', total: true, footer: ['以下空白'] },
        takes: by('老年基金会', 'gift'),
      },
    ],
  },
  text(
    { file: 'lists/老年基金会-高龄.csv', department: '老年基金会', measure: 'elderly' },
    { encoding: 'gbk', delimiter: ',' },
    by('老年基金会', 'elderly'),
    columnsOf(['serial', 'name', 'id', 'amount', 'subdistrict', 'committee', ...BANKING, 'helper']),
    { title: '高龄老人慰问金发放表', total: true },
  ),
  text(
    { file: 'lists/团区委.csv', department: '团区委', measure: 'youth', columns: { 孩子: 'name', 助学款: 'amount' } },
    { encoding: 'utf8', delimiter: '|' },
    by('团区委'),
    columnsOf(['serial', 'name', 'id', 'amount', ...BANKING], { name: '孩子', amount: '助学款' }),
  ),
  {
    entry: { file: 'lists/教育局.xlsx', department: '教育局' },
    form: 'workbook',
    lists: [
      {
        sheet: 'Sheet1',
        shape: {
          columns: columnsOf(['serial', 'name', 'id', 'measure', 'amount', ...BANKING, 'holder']),
          workbook: true,
          unit: '元',
        },
        furniture: {},
        takes: by('教育局'),
        damaged: [10, 21],
      },
    ],
  },
];
