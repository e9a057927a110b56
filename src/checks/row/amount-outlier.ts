import { maskText } from '../../domain/masking.ts';
import { type Fen, grouped, yuan } from '../../domain/money.ts';
import { defineRowRule } from './row-rule.ts';

/** So many times the middle amount is no special case but another unit: 万元 is 10 000 元. */
const FAR = 1000;
/** Of two amounts neither is the usual one. */
const FEWEST = 3;

/** An amount a thousand times the usual one of its measure, or a thousandth of it. */
export default defineRowRule<{ amount: string; usual: string; of: string; times: string; far: 'above' | 'below' }>({
  id: 'amount-outlier',
  severity: 'hint',
  documentation: {
    zh: {
      title: '金额大得或小得离谱',
      what: `这一行的金额是同一项目（没写项目的，同一部门）中位数的${FAR}倍以上，或不到千分之一。同一项目不足${FEWEST}笔的不看。`,
      why: '相差上千倍，多半是万元和元写混了：这一行就能让合计差出几百万。',
      example: '别人都是 0.05（万元），这一行写 500。',
      mend: '核对单位：名单的金额是元还是万元，表头要写明。',
    },
    en: {
      title: 'Amount is out of all proportion',
      what: `The amount of this row is at least ${FAR} times the median of its measure (of its department’s rows that name no measure, where it names none), or a thousandth of it or less. Fewer than ${FEWEST} amounts are not looked at.`,
      why: 'So far apart, 万元 and 元 were probably mixed up: a single such row puts a total off by millions.',
      example: 'All others say 0.05 (万元), this one 500.',
      mend: 'Check the unit: the header should say whether amounts are in 元 or 万元.',
    },
  },
  message: {
    zh: ({ amount, usual, of, times, far }) =>
      `${amount} 元，是${of || '各行'}中位数 ${usual} 元的${far === 'above' ? ` ${times} 倍` : ` 1/${times}`}`,
    en: ({ amount, usual, of, times, far }) =>
      `${amount} yuan, ${far === 'above' ? `${times} times` : `1/${times} of`} the median of ${of || 'all rows'}, ${usual} yuan`,
  },
  needs: ['amount'],
  find: () => {
    const usual = `select measure, quantile_disc(amount, 0.5) as amount from payout where amount > 0
      group by measure having count(*) >= ${FEWEST}`;
    const judged = {
      join: `join (${usual}) usual on usual.measure = p.measure`,
      severity: 'null',
      detail: `'{"usual":"' || usual.amount || '"}'`,
    };
    return [
      { where: `p.amount > 0 and (p.amount >= ${FAR} * usual.amount or p.amount * ${FAR} <= usual.amount)`, judged },
    ];
  },
  show: ({ amount, department, measure }, detail) => {
    const [own, usual]: [Fen, Fen] = [amount ?? 0n, BigInt(detail.usual ?? 0)];
    const far = own > usual ? 'above' : 'below';
    const times = far === 'above' ? own / usual : usual / own;
    return {
      amount: grouped(yuan(own)),
      usual: grouped(yuan(usual)),
      of: maskText(measure || department),
      times: grouped(String(times)),
      far,
    };
  },
});
