import { type OverCeiling, overCeiling } from './ceiling.ts';
import { defineGroupRule } from './group-rule.ts';
import { IDENTIFYING } from './identifying.ts';

/** A person who gets more in all than the campaign allows. */
export default defineGroupRule<OverCeiling>({
  id: 'over-person-ceiling',
  severity: 'error',
  documentation: {
    zh: {
      title: '一人合计超过上限',
      what: '同一人在所有名单上的金额加起来，超过活动文件 overlap.person 的上限；正好等于上限的不算，只领一笔的也看。冲回的减去，没有写金额的实物不计。',
      why: '各部门都没有超过自己的标准，叠在一起仍可能太多。上限是活动自己定的，好让“帮困措施相互衔接”。所列金额是超出的部分。',
      example: 'overlap: {person: 3000元}，安一从民政局领1200元，从残联领2000元，合计3200元。',
      mend: '有关部门商定由哪一家少发；确有特殊困难的，用 exceptions: 记下理由；上限写错的，改 overlap: {person: …}。',
    },
    en: {
      title: 'One person gets more than the ceiling',
      what: 'What one person gets on all lists together is over the ceiling in overlap.person of the campaign. Exactly the ceiling is not over it; a single payment can be. What was taken back is subtracted, goods without an amount count for nothing.',
      why: 'Every department keeps to its own standard, and together it may still be too much. The campaign set the ceiling so that its measures fit together (“帮困措施相互衔接”). The amount is what is over it.',
      example: 'overlap: {person: 3000元}, and 安一 gets 1,200 yuan from 民政局 and 2,000 from 残联, 3,200 in all.',
      mend: 'Let the departments agree which of them pays less; in real hardship, record the reason under exceptions:; correct a wrong ceiling in overlap: {person: …}.',
    },
  },
  message: {
    zh: ({ total, ceiling }) => `一人合计领${total}元，超过上限${ceiling}元`,
    en: ({ total, ceiling }) => `one person gets ${total} yuan in all, over the ceiling of ${ceiling}`,
  },
  needs: [IDENTIFYING, 'amount'],
  ...overCeiling('identity', ({ person }) => person),
});
