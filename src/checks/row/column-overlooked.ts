import { columnLetters } from '../../domain/column-letters.ts';
import type { LooksLike } from '../../domain/row/list-column.ts';
import { maskText } from '../../domain/shown/masking.ts';
import { defineRowRule } from './row-rule.ts';

const LOOKS: Readonly<Record<LooksLike, { readonly zh: string; readonly en: string; readonly field: string }>> = {
  name: { zh: '姓名', en: 'names', field: '姓名' },
  id_number: { zh: '身份证号', en: 'ID numbers', field: '身份证号' },
  amount: { zh: '金额', en: 'amounts', field: '金额' },
};

/** A column that is not used, and looks like one that matters. */
export default defineRowRule<{ title: string; letter: string; looks: LooksLike }>({
  id: 'column-overlooked',
  severity: 'warning',
  documentation: {
    zh: {
      title: '有一列没有用上',
      what: '这一列没有用，里面却像是姓名、身份证号或金额：表头不认得、没有表头，或者同样的列已经有一个了。表头写明是别的（监护人、经办人、标准）的，只作提示。',
      why: '钱可能在没有读的那一列里，人也可能在：看着没有疑点，其实没有看。',
      example: '“金额”之外另有一列“春节加发”，全是 200、300。',
      mend: '要用的，写 --column 标题=字段（或活动文件名单的 columns:）；不要的，写 标题=忽略。',
    },
    en: {
      title: 'Column is not used',
      what: 'The column is not used, yet holds what looks like names, ID numbers or amounts: its title is unknown or missing, or there is such a column already. Where the title says that it is something else (a guardian’s, whoever filled in the form, a standard), it is a hint.',
      why: 'The money, or the people, may be in the column that was not read: nothing seems to be wrong, and nobody looked.',
      example: 'Beside “金额” there is a column “春节加发”, all 200 and 300.',
      mend: 'To use it, say --column TITLE=FIELD (or columns: of the list in the campaign file); to leave it out, TITLE=ignore.',
    },
  },
  message: {
    zh: ({ title, letter, looks }) =>
      title === ''
        ? `第${letter}列没有表头，没有用上，里面像是${LOOKS[looks].zh}：要用就补上表头`
        : `“${title}”一列没有用上，里面像是${LOOKS[looks].zh}：要用就写 --column ${title}=${LOOKS[looks].field}，不要就写 ${title}=忽略`,
    en: ({ title, letter, looks }) =>
      title === ''
        ? `column ${letter} has no title and is not used, and holds what looks like ${LOOKS[looks].en}: give it a title to use it`
        : `column “${title}” is not used, and holds what looks like ${LOOKS[looks].en}: say --column ${title}=${looks} to use it, ${title}=ignore to leave it out`,
  },
  needs: [],
  find: ({ lists }) => ({
    known: lists.flatMap(({ overlooked, source: { head } }, list) =>
      overlooked.map(({ index, title, looks, isOther }) => ({
        list,
        row: head.titles + head.header,
        ...(isOther ? { severity: 'hint' as const } : {}),
        detail: { index, title, looks },
      })),
    ),
  }),
  column: ({ title }) => ({ title: String(title) }),
  show: (_, { index, title, looks }) => ({
    title: maskText(String(title)),
    letter: columnLetters(Number(index)),
    looks: looks as LooksLike,
  }),
});
