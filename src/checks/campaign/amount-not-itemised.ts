import { share } from '../../domain/campaign/share.ts';
import { wanYuan } from '../../domain/money.ts';
import type { MeasureBudget } from '../../totals/budget/measure-budget.ts';
import { isAdded } from '../../totals/budget/measure-budget.ts';
import { defineRule } from '../rule.ts';
import { statedTotals } from './stated-totals.ts';

/** A stated total that its items do not reach, where the document does not say that they are all. */
export default defineRule<{
  whole: string | null;
  stated: string;
  items: bigint;
  rest: bigint;
  share: string;
  /** What overlaps other figures, beside the items. */
  overlapping: false | { amount: bigint; share: string };
  slip?: true;
}>({
  id: 'amount-not-itemised',
  severity: 'hint',
  documentation: {
    zh: {
      title: '总金额未全部列出分项',
      what: '各分项的金额加起来达不到文件写明的总金额，而文件没有说分项就是全部（itemised: all）。每项都有金额、只差不到5%的，是警告：那更像写错。与别的数字交叉的（overlaps: true）不加总，另列它占的比例。',
      why: '通知和报道多只举几项，没有列出的部分无法核对。relief 不会凑数：差多少，写多少。',
      example: '文件写3.3亿元，分项797.57万元，占2.4%。',
      mend: '向未写金额的部门要数，填入 amount；文件的分项就是全部的，在 stated: 里写 itemised: all，差额就算错误。',
    },
    en: {
      title: 'Amount not itemised',
      what: 'The items’ amounts do not reach the stated total, and the document does not say that they are all (itemised: all). A warning where every item has an amount and the gap is under 5%: that looks like a slip. Figures that overlap others (overlaps: true) are not added up; their share is given apart.',
      why: 'Most notices name some of many items, and what is not itemised can’t be checked. relief never makes figures agree: it says what is missing.',
      example: '3.3亿元 stated; items 797.57万元, 2.4%.',
      mend: 'Ask the departments that gave no amount, and fill in amount; where the items are the whole, write itemised: all under stated:, and a gap is an error.',
    },
  },
  message: {
    zh: ({ whole, stated, items, rest, share, overlapping, slip }) =>
      `${whole ?? '总金额'}：文件写${stated}，${items === 0n ? '没有能相加的分项' : `分项列出${wanYuan(items)}万元，占${share}，其余${wanYuan(rest)}万元没有分项`}` +
      `${overlapping ? `；另有与别的数字交叉的${wanYuan(overlapping.amount)}万元（${overlapping.share}），不加总` : ''}` +
      `${slip ? '；每项都有金额，只差不到5%，请核对' : ''}（分项就是全部的，写 itemised: all）`,
    en: ({ whole, stated, items, rest, share, overlapping, slip }) =>
      `${whole ?? 'Total amount'}: the document says ${stated}; ${items === 0n ? 'no item can be added up' : `the items show ${wanYuan(items)}万元, ${share}; ${wanYuan(rest)}万元 are not itemised`}` +
      `${overlapping ? `; ${wanYuan(overlapping.amount)}万元 (${overlapping.share}) overlap other figures and are not added up` : ''}` +
      `${slip ? '; every item has an amount and less than 5% is missing: look again' : ''} (write itemised: all if the items are the whole)`,
  },
  *find(budget) {
    for (const { whole, figure, stated, items, measures, at } of statedTotals(budget, ['not-itemised'])) {
      if (figure !== 'amount') continue;
      const rest = stated.value - items;
      const added = measures.filter(isAdded);
      const slip = added.length > 0 && added.every(({ adopted }) => adopted !== null) && rest * 20n < stated.value;
      const apart = overlappingAmount(measures);
      yield {
        data: {
          whole,
          stated: stated.text,
          items,
          rest,
          share: share(items, stated.value),
          overlapping: apart !== null && { amount: apart, share: share(apart, stated.value) },
          ...(slip ? { slip } : {}),
        },
        at: [at],
        amount: rest,
        ...(slip ? { severity: 'warning' as const } : {}),
      };
    }
  },
});

function overlappingAmount(measures: readonly MeasureBudget[]): bigint | null {
  const known = measures.filter(({ measure, adopted }) => measure.counts && measure.overlaps && adopted !== null);
  return known.length > 0 ? known.reduce((sum, { adopted }) => sum + (adopted ?? 0n), 0n) : null;
}
