import { maskPhone } from '../../domain/people/contact.ts';
import { phoneFaultIs } from '../../engine/payout-sql.ts';
import { defineRowRule } from './row-rule.ts';

/** A telephone number that reaches nobody. */
export default defineRowRule<{ fault: 'damaged' | 'malformed'; phone: string }>({
  id: 'phone-malformed',
  severity: 'hint',
  documentation: {
    zh: {
      title: '电话号码写得不对',
      what: '电话成了 1.38E+10 或 13800000000（被表格软件当数字存过），或者不是手机号、固定电话：少一位、多一位、夹了字母。一格里有几个号码，有一个对的就不算；空着、打星号的不看。',
      why: '核实、通知都要打电话；电话也用来认同一人，错了就认不出。',
      example: '1.38E+10；1380000111，少了一位。',
      mend: '补上完整的号码；被改坏的一列先设为“文本”格式再录入。',
    },
    en: {
      title: 'Telephone number is not right',
      what: 'The telephone has become 1.38E+10 or 13800000000 (a spreadsheet kept it as a number), or is neither a mobile number nor a fixed line: a digit short, one too many, a letter in it. Where one of several numbers in a cell is right, nothing is said; what is blank or masked is not looked at.',
      why: 'People are called to verify and to tell them; telephones also show that two rows are one person, and a wrong one does not.',
      example: '1.38E+10; 1380000111, a digit short.',
      mend: 'Fill in the whole number; format a damaged column as text before entering numbers again.',
    },
  },
  message: {
    zh: ({ fault, phone }) =>
      fault === 'damaged' ? '电话被表格软件当成数字存过，后几位已丢失' : `电话 ${phone} 不是完整的号码`,
    en: ({ fault, phone }) =>
      fault === 'damaged'
        ? 'the telephone number was kept as a number by a spreadsheet: its last digits are lost'
        : `${phone} is not a telephone number`,
  },
  needs: ['phone'],
  find: () =>
    (['damaged', 'malformed'] as const).map((fault) => ({
      where: `p.phone_fault = ${phoneFaultIs(fault)}`,
      detail: { fault },
    })),
  show: ({ phone }, { fault }) => ({ fault: fault as 'damaged', phone: maskPhone(phone ?? '') }),
});
