import type { Field, ListShape } from './payout.ts';

/** The header that most lists have for a field. */
const HEADERS: Readonly<Record<Field, string>> = {
  serial: '序号',
  name: '姓名',
  id: '身份证号',
  sex: '性别',
  birth: '出生日期',
  household: '户号',
  size: '家庭人口',
  department: '部门',
  measure: '项目',
  amount: '金额',
  quantity: '份数',
  subdistrict: '街道',
  committee: '居委会',
  address: '家庭住址',
  phone: '联系电话',
  bank: '开户行',
  account: '银行账号',
  holder: '户名',
  paidOn: '发放日期',
  sign: '签收',
  agent: '代领人',
  helper: '结对干部',
};

/** Columns for fields, with other headers where `named` says so. */
export function columnsOf(fields: readonly Field[], named: Partial<Record<Field, string>> = {}): ListShape['columns'] {
  return fields.map((field) => ({ field, header: named[field] ?? HEADERS[field] }));
}
