import { accountFaultIs } from '../../engine/payout-sql.ts';
import { defineRowRule } from './row-rule.ts';

/** An account that a spreadsheet kept as a number, and of which only 15 digits are left. */
export default defineRowRule<Record<never, never>>({
  id: 'account-damaged',
  severity: 'error',
  documentation: {
    zh: {
      title: '银行账号被表格软件改坏',
      what: '银行账号成了 6.22202E+18，或者在工作簿里是16位以上的数字（不是文本）：表格软件把它当数字存，数字只保留15位。文本格式的账号以0000结尾，不算。',
      why: '末几位已经不在文件里，钱打不出去；补上几个零去打，就打到了别人的账户。',
      example: '6.22202E+18；数字格式的19位卡号，末四位都成了0。',
      mend: '光改单元格格式找不回来。向填报部门要原始名单；重新录入前先把这一列设为“文本”格式，从系统导出、粘贴时也选“文本”。',
    },
    en: {
      title: 'Account damaged by a spreadsheet',
      what: 'The account has become 6.22202E+18, or is a number of 16 digits or more in a workbook, not text: the spreadsheet kept it as a number, and a number keeps 15 digits. An account that is text may end in 0000.',
      why: 'The last digits are no longer in the file, so nothing can be paid to it; filled up with zeros it is somebody else’s.',
      example: '6.22202E+18; a card of 19 digits kept as a number, whose last four are now 0.',
      mend: 'Changing the format of the cells (to “文本”, text) brings nothing back. Ask the department for the original list; format the column as text before typing, pasting or importing into it.',
    },
  },
  message: {
    zh: () => '银行账号被表格软件当成数字存过，末几位已丢失',
    en: () => 'the account was kept as a number by a spreadsheet: its last digits are lost',
  },
  needs: ['account'],
  find: () => [{ where: `p.account_fault = ${accountFaultIs('damaged')}` }],
  show: () => ({}),
});
