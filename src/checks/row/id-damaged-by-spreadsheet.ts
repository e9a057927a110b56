import { maskId } from '../../domain/people/id-number.ts';
import { idIs } from '../../engine/payout-sql.ts';
import { defineRowRule } from './row-rule.ts';

/** An ID number that a spreadsheet kept as a number, and of which only 15 digits are left. */
export default defineRowRule<{ id: string }>({
  id: 'id-damaged-by-spreadsheet',
  severity: 'error',
  documentation: {
    zh: {
      title: '身份证号被表格软件改坏',
      what: '身份证号成了 3.10107E+17，或最后三位成了000：表格软件把它当数字存，数字只保留15位。',
      why: '后面几位已经不在文件里，校验、查重、发放都做不了。relief 不猜：同一天同一地区出生的人，差的正是这几位。',
      example: '3.10107E+17；310107…000。',
      mend: '光改单元格格式找不回来。向填报部门要原始名单；重新录入前先把这一列设为“文本”格式，从系统导出、粘贴时也选“文本”。',
    },
    en: {
      title: 'ID number damaged by a spreadsheet',
      what: 'The ID number has become 3.10107E+17, or its last three digits 000: the spreadsheet kept it as a number, and a number keeps 15 digits.',
      why: 'The other digits are no longer in the file: it can’t be checked, compared or paid. relief does not guess them: they are just what tells people of one area and birthday apart.',
      example: '3.10107E+17; 310107…000.',
      mend: 'Changing the format of the cells (to “文本”, text) brings nothing back. Ask the department for the original list; format the column as text before typing, pasting or importing into it.',
    },
  },
  message: {
    zh: ({ id }) => `${id} 被表格软件当成数字存过，末几位已丢失`,
    en: ({ id }) => `${id} was kept as a number by a spreadsheet: its last digits are lost`,
  },
  needs: ['id_number'],
  find: () => [{ where: idIs('damaged') }],
  show: ({ id }) => ({ id: maskId(id ?? '') }),
});
