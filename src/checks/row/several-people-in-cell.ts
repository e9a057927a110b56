import { maskText } from '../../domain/shown/masking.ts';
import { defineRowRule } from './row-rule.ts';

/** One payout under the names of two or more. */
export default defineRowRule<{ names: string }>({
  id: 'several-people-in-cell',
  severity: 'hint',
  documentation: {
    zh: {
      title: '一格里写了几个人',
      what: '姓名一格里有两个以上的名字（张建国、李秀英）。两个人的，这一笔算在前一个人名下，后一个人记作他的配偶或同住的人；三个人以上的，和只写了一个人的（吴敏等3人），分不出算谁的。',
      why: '一行只算一笔、一个人：要是几个人各领一份，人数和金额都少算了；后面的人在别的名单上又领，也可能查不出来。',
      example: '姓名“张建国、李秀英”，金额1000元，其实是两个人各500元。',
      mend: '各领各的，一人写一行；一户只领一笔的，姓名只写领款人，另一人写在“配偶”一栏。',
    },
    en: {
      title: 'Several people in one cell',
      what: 'The cell of names holds two names or more (张建国、李秀英). Of two, the payout is the first one’s, and the other is taken for a spouse or somebody of the household; of three or more, and where only one is named (吴敏等3人), nobody can tell whose it is.',
      why: 'A row is one payout to one person: if each was paid, people and money are counted short, and what the others receive on another list may go unnoticed.',
      example: 'The name is “张建国、李秀英” and the amount 1,000; in fact each received 500.',
      mend: 'Give everybody who is paid a row; where a household is paid once, put only the payee’s name and the other in a column 配偶.',
    },
  },
  message: {
    zh: ({ names }) => `一格里写了几个人：${names}，只算一笔`,
    en: ({ names }) => `several people in one cell, counted as one payout: ${names}`,
  },
  needs: ['name'],
  find: async ({ judge }) => [
    {
      where: SEVERAL,
      judged: await judge({ name: 'p.name', partner: 'p.partner' }, SEVERAL, ({ name, partner }) => ({
        detail: { names: [name, partner].filter((each) => each !== null).join('、') },
      })),
    },
  ],
  show: (_, { names }) => ({ names: maskText(String(names)) }),
});

/** 吴敏等3人: only the first is named. */
const AND_OTHERS = `(contains(p.name, '等') and regexp_matches(p.name, '^[\\x{4E00}-\\x{9FA5}、]{2,}等[0-9一二两三四五六七八九十]{0,3}[人名户位口]?$'))`;
/** Three Chinese names have twenty bytes at least: hardly a cell has to be looked into. */
const SEVERAL = `(p.partner is not null or ${AND_OTHERS} or (strlen(p.name) >= 20
  and regexp_matches(p.name, '^[\\x{4E00}-\\x{9FA5}]{2,4}(?:[、,;/&+ ][\\x{4E00}-\\x{9FA5}]{2,4}){2,}$')))`;
