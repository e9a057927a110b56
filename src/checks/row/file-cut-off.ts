import { defineRowRule } from './row-rule.ts';

/** A file that ends within a character. */
export default defineRowRule<Record<never, never>>({
  id: 'file-cut-off',
  severity: 'warning',
  documentation: {
    zh: {
      title: '文件在半个字处断了',
      what: 'CSV 文件的最后一个汉字只有一半。',
      why: '多半是没有传完、没有存完：后面可能还有人，名单少了行谁也看不出来。',
      example: '最后一行的备注是“已核”和半个字，文件到此为止。',
      mend: '请填报部门重新导出、重新发送，核对总行数；一直如此的，改存 xlsx。',
    },
    en: {
      title: 'File ends in half a character',
      what: 'Of the last Chinese character of the CSV file, only the first half is there.',
      why: 'It was probably not sent or saved to its end: more people may follow, and nobody can see that rows are missing.',
      example: 'The remark of the last row is 已核 and half a character, and there the file ends.',
      mend: 'Have the department export and send it again, and compare how many rows there are; if it stays so, have it saved as xlsx.',
    },
  },
  message: {
    zh: () => '文件在半个字处断了，后面可能还有行',
    en: () => 'the file ends in half a character, and rows may be missing behind it',
  },
  needs: [],
  find: ({ lists }) => ({
    known: lists.flatMap(({ source, rows }, list) => (source.isCutOff ? [{ list, row: rows, detail: {} }] : [])),
  }),
  show: () => ({}),
});
