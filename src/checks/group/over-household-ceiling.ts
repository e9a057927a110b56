import { type OverCeiling, overCeiling } from './ceiling.ts';
import { defineGroupRule } from './group-rule.ts';
import { OF_HOUSEHOLD } from './identifying.ts';

/** A household that gets more in all than the campaign allows. */
export default defineGroupRule<OverCeiling>({
  id: 'over-household-ceiling',
  severity: 'error',
  documentation: {
    zh: {
      title: '一户合计超过上限',
      what: '同一户所有人在所有名单上的金额加起来，超过活动文件 overlap.household 的上限；正好等于上限的不算。同一户的认定同 household-paid-twice，不知道是哪一户的行不看。冲回的减去，没有写金额的实物不计。',
      why: '有的按人发，有的按户发，一家几口各领几项，合起来多少，哪个部门都看不到。上限是活动自己定的，为的是“少重复”。所列金额是超出的部分。',
      example: 'overlap: {household: 5000元}，户号 DB99001 的三个人从四个部门共领5600元。',
      mend: '先看是不是两家写了一个户号；不是的，有关部门商定由哪一家少发；确有特殊困难的，用 exceptions: 记下理由；上限写错的，改 overlap: {household: …}。',
    },
    en: {
      title: 'One household gets more than the ceiling',
      what: 'What all people of one household get on all lists together is over the ceiling in overlap.household of the campaign; exactly the ceiling is not. Households are known as in household-paid-twice, and rows whose household is not known are left out. What was taken back is subtracted, goods without an amount count for nothing.',
      why: 'Some money is per person and some per household; no department sees what a family of several gets in all. The campaign set the ceiling so that little is paid twice (“少重复”). The amount is what is over it.',
      example:
        'overlap: {household: 5000元}, and three people of household DB99001 get 5,600 yuan from four departments.',
      mend: 'See first whether two families have one number; if not, let the departments agree which of them pays less; in real hardship, record the reason under exceptions:; correct a wrong ceiling in overlap: {household: …}.',
    },
  },
  message: {
    zh: ({ total, ceiling }) => `一户合计领${total}元，超过上限${ceiling}元`,
    en: ({ total, ceiling }) => `one household gets ${total} yuan in all, over the ceiling of ${ceiling}`,
  },
  needs: [OF_HOUSEHOLD, 'amount'],
  ...overCeiling('household', ({ household }) => household),
});
