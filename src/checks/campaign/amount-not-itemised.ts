import { wanYuan } from '../../domain/money.ts';
import { share } from '../../domain/share.ts';
import { defineRule } from '../rule.ts';
import { statedTotals } from './stated-totals.ts';

/** A stated total that its items do not reach, where unknown or overlapping items can be the rest. */
export default defineRule<{
  whole: string | null;
  stated: string;
  items: bigint;
  rest: bigint;
  share: string;
  overlapping: boolean;
}>({
  id: 'amount-not-itemised',
  severity: 'hint',
  documentation: {
    zh: {
      title: '总金额未全部列出分项',
      what: '各分项的金额加起来达不到文件写明的总金额，差额可能在没有写金额的项目里；分项相互交叉的，只列出占总额的比例，不加总。',
      why: '没有列出的部分无法核对。relief 不会凑数：差多少，写多少。',
      example: '文件写3.3亿元，分项合计（有交叉）4307.57万元，占13.1%。',
      mend: '向未写金额的部门要数，填入 amount；确实没有的，保持空缺。',
    },
    en: {
      title: 'Amount not itemised',
      what: 'The items’ amounts do not reach the stated total, and the rest may be in measures without an amount; where items overlap they are shown as a share and not added up.',
      why: 'What is not itemised can’t be checked. relief never makes figures agree: it says what is missing.',
      example: '3.3亿元 stated; items (overlapping) 4307.57万元, 13.1%.',
      mend: 'Ask the departments that gave no amount, and fill in amount; where there is none, leave it out.',
    },
  },
  message: {
    zh: ({ whole, stated, items, rest, share, overlapping }) =>
      `${whole ?? '总金额'}：文件写${stated}，分项${overlapping ? '（有交叉）' : ''}列出${wanYuan(items)}万元，占${share}，` +
      `${overlapping ? '不作加总' : `其余${wanYuan(rest)}万元没有分项`}`,
    en: ({ whole, stated, items, rest, share, overlapping }) =>
      `${whole ?? 'Total amount'}: the document says ${stated}; the items ${overlapping ? '(overlapping) ' : ''}show ${wanYuan(items)}万元, ` +
      `${share}; ${overlapping ? 'they are not added up' : `${wanYuan(rest)}万元 are not itemised`}`,
  },
  *find(budget) {
    for (const { whole, figure, stated, items, at } of statedTotals(budget, ['not-itemised'])) {
      if (figure !== 'amount') continue;
      const rest = stated.value - items;
      const overlapping = whole === null && budget.overlapping;
      yield {
        data: { whole, stated: stated.text, items, rest, share: share(items, stated.value), overlapping },
        at: [at],
        amount: overlapping ? null : rest,
      };
    }
  },
});
