import { grouped, wanYuan } from '../../domain/money.ts';
import type { TotalCheck } from '../../totals/adding-up.ts';
import { defineRule } from '../rule.ts';
import { statedTotals } from './stated-totals.ts';

const CONTRADICTED: readonly TotalCheck[] = ['contradicted'];

/** A stated whole that its items exceed, or fall short of although all of them are known. */
export default defineRule<{
  whole: string | null;
  figure: 'amount' | 'reach';
  stated: string;
  items: string;
  difference: string;
}>({
  id: 'total-contradicts-items',
  severity: 'error',
  documentation: {
    zh: {
      title: '总数与分项不符',
      what: '文件（或某个部门）写明的总金额、总人次，少于各分项之和；或各分项全部有数、且都不是“余”“多”“以上”，却凑不到总数。',
      why: '总数是上报和批款的依据。分项比总数多，必有一处写错；总数的“约”只能解释它自己末位有效数字的一半。',
      example: '总额约3301.93万元，分项相加3302.03万元。',
      mend: '逐项核对金额与转录；分项确实交叉重复的，标 overlaps: true；属于往年数字的，标 counts: false。',
    },
    en: {
      title: 'Total contradicts items',
      what: 'A stated total (of the document or of a department) is less than its items add up to; or every item is known, none is 余/多/以上, and they do not reach it.',
      why: 'The total is what is reported and funded. Items above it mean that a figure is wrong; a total’s own 约 covers half a unit of its last significant digit, no more.',
      example: 'Total 约3301.93万元, items 3302.03万元.',
      mend: 'Compare each amount with the document. Mark items that overlap with overlaps: true, figures of earlier years with counts: false.',
    },
  },
  message: {
    zh: ({ whole, figure, stated, items, difference }) =>
      `${whole ?? '总'}${figure === 'amount' ? '金额' : '覆盖'}：文件写${stated}，分项相加${items}，相差${difference}`,
    en: ({ whole, figure, stated, items, difference }) =>
      `${whole ?? 'Total'} ${figure}: the document says ${stated}, the items add up to ${items}; difference ${difference}`,
  },
  *find(budget) {
    for (const total of statedTotals(budget, CONTRADICTED)) {
      const { whole, figure, stated, items, at } = total;
      const difference = items > stated.value ? items - stated.value : stated.value - items;
      const print = (value: bigint) => (figure === 'amount' ? `${wanYuan(value)}万元` : grouped(value.toString()));
      yield {
        data: { whole, figure, stated: stated.text, items: print(items), difference: print(difference) },
        at: [at],
        amount: figure === 'amount' ? difference : null,
      };
    }
  },
});
