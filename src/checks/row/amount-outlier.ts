import { type Fen, grouped, yuan } from '../../domain/money.ts';
import { maskText } from '../../domain/shown/masking.ts';
import { isAmong } from '../../engine/among.ts';
import { FAR, FEWEST_AMOUNTS } from '../../totals/lists/outliers.ts';
import { defineRowRule } from './row-rule.ts';

/** An amount a thousand times the usual one of its measure, or a thousandth of it. */
export default defineRowRule<{
  amount: string;
  usual: string;
  of: string;
  times: string;
  far: 'above' | 'below';
  by: 'standard' | 'median';
}>({
  id: 'amount-outlier',
  severity: 'error',
  documentation: {
    zh: {
      title: '金额大得或小得离谱',
      what: `这一行的金额是项目标准的${FAR}倍以上，或不到千分之一；或者是同一项目（没写项目的，同一部门）中位数的${FAR}倍以上、不到千分之一，而又不在标准之内。没有标准、不足${FEWEST_AMOUNTS}笔的看不出来，会说明没有查。合计照样计入；摘要、图和比例不算它们，另外写明。`,
      why: '相差上千倍，多半是万元和元写混了：这一行就能让合计差出几百万。',
      example: '别人都是 0.05（万元），这一行写 500。',
      mend: '核对单位：名单的金额是元还是万元，表头要写明。',
    },
    en: {
      title: 'Amount is out of all proportion',
      what: `The amount of this row is at least ${FAR} times the standard of its measure, or a thousandth of it or less; or as far from the median of its measure (of its department’s rows that name no measure, where it names none), and the standard does not allow it. Fewer than ${FEWEST_AMOUNTS} amounts without a standard can’t be judged, which is said. Sums hold such amounts; headlines, charts and shares leave them out, and say so.`,
      why: 'So far apart, 万元 and 元 were probably mixed up: a single such row puts a total off by millions.',
      example: 'All others say 0.05 (万元), this one 500.',
      mend: 'Check the unit: the header should say whether amounts are in 元 or 万元.',
    },
  },
  message: {
    zh: ({ amount, usual, of, times, far, by }) =>
      `${amount} 元，是${of || '各行'}${by === 'standard' ? '标准' : '中位数'} ${usual} 元的${far === 'above' ? ` ${times} 倍` : ` 1/${times}`}`,
    en: ({ amount, usual, of, times, far, by }) =>
      `${amount} yuan, ${far === 'above' ? `${times} times` : `1/${times} of`} the ${by} of ${of || 'all rows'}, ${usual} yuan`,
  },
  needs: ['amount'],
  find: async ({ outliers }) => {
    if ((await outliers()).sums.length === 0) return [];
    const judged = {
      join: 'join outlier o on o.list = p.list and o.row = p.row',
      severity: 'null',
      detail: `'{"usual":"' || o.usual || '","by":"' || case when o.standard then 'standard' else 'median' end || '"}'`,
    };
    return [{ where: 'true', judged }];
  },
  passesOver: async ({ outliers }) => {
    const { notJudged } = await outliers();
    return notJudged.length > 0
      ? [{ why: 'too-few', where: `p.amount > 0 and ${isAmong('p.measure', notJudged)}` }]
      : [];
  },
  // A thousand times too much is never paid: what the row would pay, if it were right, is what somebody may not get.
  atRisk: ({ usual }) => BigInt(usual ?? 0),
  show: ({ amount, department, measure }, { usual: said, by }) => {
    const [own, usual]: [Fen, Fen] = [amount ?? 0n, BigInt(said ?? 0)];
    const far = own > usual ? 'above' : 'below';
    const times = far === 'above' ? own / usual : usual / own;
    return {
      amount: grouped(yuan(own)),
      usual: grouped(yuan(usual)),
      of: maskText(measure || department),
      times: grouped(String(times)),
      far,
      by: by as 'median',
    };
  },
});
