import { wanYuan } from '../../domain/money.ts';
import { exceeds, LIMITS, listedSpending } from '../../totals/budget/fund-spending.ts';
import { fundPlans } from '../../totals/budget/funds.ts';
import { defineRule } from '../rule.ts';

/** A fund that is planned to pay, or by the lists pays, more than its ceiling or its income. */
export default defineRule<
  { fund: string; name: string; over: bigint; complete: boolean } & ({ ceiling: string } | { income: string }) &
    ({ known: bigint } | { listed: bigint })
>({
  id: 'fund-over-ceiling',
  severity: 'error',
  documentation: {
    zh: {
      title: '资金超支',
      what: '由某项资金承担的各项目，已知金额之和超过它的上限（ceiling）；没有写上限的，超过已筹金额（income）。有名单的，名单支出超过上限或已筹金额也算。几项资金共同承担、没有写明各出多少的，不计在内；只剩一项没写的，按余数算。名单看不出钱由谁出，共同承担的项目只有名单金额正好等于计划时，才按计划的分摊计入。',
      why: '超出预算的钱发不出去，捐款也不能比筹到的多发，节前才发现就来不及了。',
      example: '区财政上限2500万元，所列项目合计2622.23万元；募捐专户已筹9万元，名单支出10万元。',
      mend: '调整项目的资金来源或上限；筹到的钱多了，更新 income；共同承担的，写成 {fund, amount}。名单超出的，先核对名单。',
    },
    en: {
      title: 'Fund overspent',
      what: 'The measures that a fund pays add up to more than its ceiling or, where it has none, its income; or lists pay more of them than its ceiling or income. What several funds pay without a stated split is left out; where all but one part is stated, that one is the rest. No list says which fund paid: of a joint measure the planned split counts only where the lists pay exactly what is planned.',
      why: 'Money over budget can’t be paid, no account can give more than it got, and just before the festival it is too late to find that out.',
      example:
        'District budget: ceiling 2500万元, measures 2622.23万元. Donation account: income 9万元, lists pay 10万元.',
      mend: 'Change the measures’ funds or the ceiling, or the income when more has come in; give a joint measure’s split as {fund, amount}. Where lists exceed it, look through the lists first.',
    },
  },
  message: {
    zh: ({ name, over, complete, ...data }) => {
      const limit = 'ceiling' in data ? `上限${data.ceiling}` : `已筹${data.income}`;
      const [what, spent] = 'known' in data ? ['项目合计', data.known] : ['名单支出', data.listed];
      return `${name}：${limit}，${what}${complete ? '' : '至少'}${wanYuan(spent)}万元，超出${wanYuan(over)}万元`;
    },
    en: ({ name, over, complete, ...data }) => {
      const limit = 'ceiling' in data ? `ceiling ${data.ceiling}` : `income ${data.income}`;
      const [what, spent] = 'known' in data ? ['measures', data.known] : ['lists pay', data.listed];
      return `${name}: ${limit}, ${what} ${complete ? '' : 'at least '}${wanYuan(spent)}万元, ${wanYuan(over)}万元 over`;
    },
  },
  *find(budget, money) {
    for (const plan of fundPlans(budget)) {
      const { fund, index, known, complete } = plan;
      const { id, name } = fund;
      const listed = money && listedSpending(plan, money);
      for (const kind of LIMITS) {
        const limit = fund[kind];
        if (!limit) continue;
        const at = [['funds', index, kind]];
        const said = kind === 'ceiling' ? { ceiling: limit.text } : { income: limit.text };
        // More may come in than has: a plan is held to what came in only where nothing else says how much it may be.
        if (known !== null && exceeds(known, limit) && (kind === 'ceiling' || !fund.ceiling)) {
          const over = known - limit.value;
          yield { data: { fund: id, name, ...said, known, over, complete }, at, amount: over };
        }
        if (listed && exceeds(listed.low, limit)) {
          const over = listed.low - limit.value;
          const complete = listed.low === listed.high;
          yield { data: { fund: id, name, ...said, listed: listed.low, over, complete }, at, amount: over };
        }
      }
    }
  },
});
