import { NAME_FAULTS, type NameFault } from '../../domain/people/person-name-fault.ts';
import { defineRowRule } from './row-rule.ts';

type Fault = Exclude<NameFault, 'none'> | 'missing';

const MESSAGES: Readonly<Record<Fault, { readonly zh: string; readonly en: string }>> = {
  missing: { zh: '没有姓名', en: 'there is no name' },
  error: {
    zh: '姓名一格是表格的错误值（#REF! 一类）',
    en: 'a spreadsheet error (such as #REF!) stands where the name should',
  },
  'no-name': {
    zh: '姓名一格不是姓名（数字、TRUE、公式、网址一类）',
    en: 'what stands where the name should is none (a number, TRUE, a formula, an address)',
  },
  lost: { zh: '姓名里有字丢失或显示不出来', en: 'a character of the name was lost, or can’t be shown' },
};

/** A row that says by no name whom it pays. */
export default defineRowRule<{ fault: Fault }>({
  id: 'name-unreadable',
  severity: 'error',
  documentation: {
    zh: {
      title: '姓名读不出来',
      what: '姓名空着，写的是“-”“无”，是表格的错误值（#REF!、#N/A），或是数字、TRUE、公式、网址。姓名里有字成了“?”“□”、乱码，或用了别的电脑显示不出来的生僻字造字的，是警告。用 *、×、○ 遮住的姓名不算。没有身份证号又没有姓名的，是 row-rejected。',
      why: '不知道发给谁；户名对不上，银行会退票，也没法与别的名单比对。',
      example: '张?国：中间一个字在转换编码时丢了。',
      mend: '对照身份证补上姓名。错误值是公式引用的表没有一起送来：在原表里复制，“选择性粘贴”成数值。丢字的，让填报部门用 UTF-8 或 xlsx 重新导出。',
    },
    en: {
      title: 'Name can’t be read',
      what: 'The name is blank, a mark for nothing, a spreadsheet error (#REF!, #N/A), a number, TRUE, a formula or an address of the net. A name of which a character has become ?, □ or garbage, or lies in the private area that other computers can’t show, is a warning. Names masked with *, × or ○ are not found. Without an ID number as well, it is row-rejected.',
      why: 'Nobody knows whom to pay; the bank returns what is made out to another name, and the row can’t be compared with other lists.',
      example: '张?国, of which a character was lost when the encoding changed.',
      mend: 'Fill in the name from the ID card. An error is a formula over a sheet that was not sent along: copy in the original and paste as values. Where characters were lost, have the department export again, as UTF-8 or xlsx.',
    },
  },
  message: {
    zh: ({ fault }) => MESSAGES[fault].zh,
    en: ({ fault }) => MESSAGES[fault].en,
  },
  needs: ['name'],
  find: () => {
    const is = (fault: NameFault) => `p.name_fault = ${NAME_FAULTS.indexOf(fault)}`;
    return [
      { where: `p.name is null and ${is('none')}`, detail: { fault: 'missing' } },
      { where: is('error'), detail: { fault: 'error' } },
      { where: is('no-name'), detail: { fault: 'no-name' } },
      { where: is('lost'), detail: { fault: 'lost' }, severity: 'warning' },
    ];
  },
  show: (_, { fault }) => ({ fault: fault as Fault }),
});
