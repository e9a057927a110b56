import { compactCell } from '../cell-text.ts';

/** The columns of a sheet that goes out to a unit and comes back: Chinese, in every language. */
export const SHEET_COLUMNS = {
  id: '疑点编号',
  says: '疑点',
  own: '本单位的记录',
  other: '对方的记录',
  risk: '涉及金额',
  state: '核实结果',
  action: '处理措施',
  confirmed: '属实金额',
  recovered: '追回或停发金额',
  irrecoverable: '无法追回金额',
  note: '情况说明',
  by: '办理人',
} as const;
export type SheetColumn = keyof typeof SHEET_COLUMNS;

/** What people call them when they type a heading anew. */
const ELSE: Readonly<Partial<Record<SheetColumn, readonly string[]>>> = {
  id: ['编号', '疑点号', '案件编号'],
  says: ['疑点内容', '疑点描述', '问题'],
  own: ['本单位记录', '我单位记录'],
  other: ['对方记录', '其他单位的记录'],
  risk: ['疑点金额', '涉及金额(元)'],
  state: ['核查结果', '核实情况', '核查情况', '是否属实', '结果'],
  action: ['处理意见', '处理情况', '处理', '措施', '整改措施'],
  confirmed: ['属实金额(元)', '核实金额', '确认金额'],
  recovered: ['追回金额', '停发金额', '追回', '已追回金额', '追回(停发)金额', '追回或停发金额(元)'],
  irrecoverable: ['无法追回', '无法追回金额(元)', '不能追回金额'],
  note: ['说明', '备注', '原因', '情况说明(原因)', '核查说明'],
  by: ['经办人', '核查人', '填报人'],
};

const KNOWN = new Map<string, SheetColumn>(
  (Object.keys(SHEET_COLUMNS) as SheetColumn[]).flatMap((column) =>
    [SHEET_COLUMNS[column], ...(ELSE[column] ?? [])].map((title) => [title, column] as const),
  ),
);

/** The column that a heading names; null where it is none of ours. */
export const sheetColumn = (title: string): SheetColumn | null => KNOWN.get(compactCell(title)) ?? null;
