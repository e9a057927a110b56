import { wanYuan } from '../../domain/money.ts';
import { coverage } from '../../domain/quantity.ts';
import { fundPlans } from '../../totals/funds.ts';
import { defineRule } from '../rule.ts';

/** A fund that is planned to pay more than its ceiling. */
export default defineRule<{
  fund: string;
  name: string;
  ceiling: string;
  known: bigint;
  over: bigint;
  complete: boolean;
}>({
  id: 'fund-over-ceiling',
  severity: 'error',
  documentation: {
    zh: {
      title: '资金超出上限',
      what: '由某项资金承担的各项目，已知金额之和超过它的上限（ceiling）。几项资金共同承担、没有写明各出多少的，不计在内。',
      why: '超出预算的钱发不出去，节前才发现就来不及了。',
      example: '区财政上限2500万元，所列项目合计2622.23万元。',
      mend: '调整项目的资金来源或上限；共同承担的，写成 {fund, amount}。',
    },
    en: {
      title: 'Fund over ceiling',
      what: 'The measures that a fund pays add up to more than its ceiling. What several funds pay without a stated split is left out.',
      why: 'Money over budget can’t be paid, and just before the festival it is too late to find that out.',
      example: 'District budget: ceiling 2500万元, measures 2622.23万元.',
      mend: 'Change the measures’ funds or the ceiling; give a joint measure’s split as {fund, amount}.',
    },
  },
  message: {
    zh: ({ name, ceiling, known, over, complete }) =>
      `${name}：上限${ceiling}，项目合计${complete ? '' : '至少'}${wanYuan(known)}万元，超出${wanYuan(over)}万元`,
    en: ({ name, ceiling, known, over, complete }) =>
      `${name}: ceiling ${ceiling}, measures ${complete ? '' : 'at least '}${wanYuan(known)}万元, ${wanYuan(over)}万元 over`,
  },
  *find(budget) {
    for (const { fund, index, known, complete } of fundPlans(budget)) {
      if (!fund.ceiling || known === null) continue;
      const most = fund.ceiling.qualifier === 'exact' ? fund.ceiling.value : coverage(fund.ceiling).high;
      if (most === null || known <= most) continue;
      const over = known - fund.ceiling.value;
      yield {
        data: { fund: fund.id, name: fund.name, ceiling: fund.ceiling.text, known, over, complete },
        at: [['funds', index, 'ceiling']],
        amount: over,
      };
    }
  },
});
