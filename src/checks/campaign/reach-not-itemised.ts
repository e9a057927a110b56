import { share } from '../../domain/campaign/share.ts';
import { grouped } from '../../domain/money.ts';
import { itemisedReach } from '../../totals/budget/budget.ts';
import { defineRule } from '../rule.ts';
import { statedTotals } from './stated-totals.ts';

/** A stated reach that the items' counts do not add up to. */
export default defineRule<{
  /** The department's name, where it is not the whole campaign. */
  whole?: string;
  stated: string;
  items: bigint;
  rest: bigint;
  share: string;
  overlapping: false | { reach: bigint; share: string };
}>({
  id: 'reach-not-itemised',
  severity: 'hint',
  documentation: {
    zh: {
      title: '总覆盖未全部列出分项',
      what: '各项目写明的数量加起来达不到文件写明的总覆盖。人次可以相加；户、份按至少一人次计。',
      why: '户按一人次计是最少的算法，总数也可能含没有写数量的项目，所以只提示，不算错。',
      example: '文件写约8.5万人次，分项相加80,458，差4,542。',
      mend: '向没有写数量的部门要数，填入 reach。',
    },
    en: {
      title: 'Reach not itemised',
      what: 'The measures’ counts do not add up to the stated reach. 人次 add up; a household or a package counts as at least one.',
      why: 'One per household is the least it can be, and measures without a count may be part of the total: a hint, not an error.',
      example: '约8.5万人次 stated; items 80,458; 4,542 short.',
      mend: 'Ask the departments that gave no count, and fill in reach.',
    },
  },
  message: {
    zh: ({ whole, stated, items, rest, share, overlapping }) =>
      `${whole === undefined ? '总覆盖' : `${whole}覆盖`}：文件写${stated}，${items === 0n ? '没有能相加的分项' : `分项列出${grouped(items.toString())}，占${share}，差${grouped(rest.toString())}`}` +
      `${overlapping ? `；另有与别的数字交叉的${grouped(overlapping.reach.toString())}（${overlapping.share}），不加总` : ''}`,
    en: ({ whole, stated, items, rest, share, overlapping }) =>
      `${whole === undefined ? 'Total reach' : `Reach of ${whole}`}: the document says ${stated}; ${items === 0n ? 'no item can be added up' : `the items show ${grouped(items.toString())}, ${share}; ${grouped(rest.toString())} short`}` +
      `${overlapping ? `; ${grouped(overlapping.reach.toString())} (${overlapping.share}) overlap other figures and are not added up` : ''}`,
  },
  *find(budget) {
    for (const { whole, figure, stated, items, at } of statedTotals(budget, ['not-itemised'])) {
      if (figure !== 'reach') continue;
      const rest = stated.value - items;
      const apart = whole === null && budget.overlapping ? itemisedReach(stated, budget.overlapping.reach) : null;
      yield {
        data: {
          ...(whole === null ? {} : { whole }),
          stated: stated.text,
          items,
          rest,
          share: share(items, stated.value),
          overlapping: apart !== null && { reach: apart, share: share(apart, stated.value) },
        },
        at: [at],
      };
    }
  },
});
