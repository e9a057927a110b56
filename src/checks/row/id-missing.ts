import { maskText } from '../../domain/shown/masking.ts';
import { idIs } from '../../engine/payout-sql.ts';
import { defineRowRule } from './row-rule.ts';

/** A payout without an ID number, or with a word in its place. */
export default defineRowRule<{ written: string | null }>({
  id: 'id-missing',
  severity: 'warning',
  documentation: {
    zh: {
      title: '没有身份证号',
      what: '身份证号空着，或写的是“无”“待补”“000000”一类占位的字。',
      why: '没有身份证号，只能凭姓名和联系方式查重：同名的分不清，改了名的查不出。',
      example: '身份证号一栏写着“无”。',
      mend: '向本人或户籍地派出所核实后补上；确实没有的（如无户口的儿童），在备注里写明，并用 exceptions: 记下理由。',
    },
    en: {
      title: 'No ID number',
      what: 'The ID number is blank, or a word such as 无, 待补 or 000000 stands in its place.',
      why: 'Without it only the name and contacts can tell duplicates: namesakes look alike, and somebody who is written differently is not found.',
      example: 'The column of ID numbers says 无.',
      mend: 'Ask the person or the police station of the 户籍 and fill it in; where there is none (an unregistered child), say so in the remarks and record it under exceptions: with the reason.',
    },
  },
  message: {
    zh: ({ written }) => (written === null ? '身份证号空着' : `身份证号写的是“${written}”`),
    en: ({ written }) =>
      written === null ? 'the ID number is blank' : `in place of the ID number it says “${written}”`,
  },
  needs: ['id_number'],
  find: () => [{ where: idIs('missing', 'placeholder') }],
  show: ({ id }) => ({ written: id === null ? null : maskText(id) }),
});
