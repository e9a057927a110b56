import type { LoadedField } from '../../engine/loaded-field.ts';
import { defineRowRule } from './row-rule.ts';

const FIELDS = ['amount', 'name', 'id_number', 'account'] as const;

/** A cell whose formula was never computed, so that nothing stands there. */
export default defineRowRule<{ pays: boolean }>({
  id: 'formula-uncomputed',
  severity: 'error',
  documentation: {
    zh: {
      title: '公式没有算过',
      what: '单元格里是公式，而工作簿里没有存它的结果：文件是程序写出来的，没有用表格软件打开保存过。发放记录里的是错误；只在小计、合计行里的是提示，那一行没有核对。',
      why: '屏幕上看得见数，文件里没有：读出来就是空的，这一行的钱不在任何合计里。',
      example: '金额一格是 =C2*D2，没有结果。',
      mend: '用 Excel 或 WPS 打开，保存一次，再检查。',
    },
    en: {
      title: 'Formula was never computed',
      what: 'The cell is a formula whose result is not in the workbook: a program wrote the file, and no spreadsheet has opened and saved it. In a payout it is an error; in a total row alone, which is then not compared, a hint.',
      why: 'There is a figure on the screen and none in the file: it is read as blank, and the money of the row is in no total.',
      example: 'The amount is =C2*D2, without a result.',
      mend: 'Open the file in Excel or WPS, save it, and check again.',
    },
  },
  message: {
    zh: ({ pays }) =>
      pays
        ? '公式没有算过，文件里没有结果：用 Excel 或 WPS 打开，保存后再检查'
        : '合计是公式，没有算过，没有核对：用 Excel 或 WPS 打开，保存后再检查',
    en: ({ pays }) =>
      pays
        ? 'the formula was never computed, and the file has no result: open it in Excel or WPS, save it, and check again'
        : 'the total is a formula that was never computed, and was not compared: open the file in Excel or WPS, save it, and check again',
  },
  needs: [],
  find: () => [
    ...FIELDS.map((field) => ({
      from: 'uncomputed' as const,
      where: `p.pays and p.field = '${field}'`,
      detail: { field, pays: 1 },
    })),
    {
      from: 'uncomputed',
      where: `p.pays and p.field not in (${FIELDS.map((field) => `'${field}'`).join(', ')})`,
      detail: { field: null, pays: 1 },
    },
    { from: 'uncomputed', where: 'not p.pays', severity: 'hint', detail: { field: 'amount', pays: 0 } },
  ],
  column: ({ field }) => (field ?? 'name') as LoadedField,
  show: (_, { pays }) => ({ pays: pays === 1 }),
});
