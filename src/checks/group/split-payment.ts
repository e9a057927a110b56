import { maskText } from '../../domain/shown/masking.ts';
import { standardsOf } from '../row/judged-standards.ts';
import { unlisted } from '../row/unlisted.ts';
import { defineGroupRule } from './group-rule.ts';
import { IDENTIFYING } from './identifying.ts';
import { PAYS, totalOf } from './paid.ts';
import { byMeasure } from './same-measure.ts';
import { IS_PAID_AGAIN, IS_SPLIT_PAYMENT, splitPayments } from './split-payments.ts';

/** One payment in several parts, which add up to the standard. */
export default defineGroupRule<{ parts: number; measure: string; total: string | null; again?: boolean }>({
  id: 'split-payment',
  severity: 'hint',
  documentation: {
    zh: {
      title: '一笔钱分几次发',
      what: '同一人同一项目有几行，每一行都不合标准，加起来正好符合活动文件的标准；或者标准是按月、按季、按天的（每人每月1500元），几行分在不同的批次（lists: 的 batch:）或不同的发放月份，合计没有超过期限（duration:）。这样的不算 paid-twice，也不算 amount-off-standard。有一行单独就符合标准的、有冲回的、有一行没有金额的，不算分次；标准由别人定、只有平均数的，无从判断。',
      why: '分次发不是重复，但要看一眼：是本来就分两次发，还是两笔别的钱碰巧凑成了标准。',
      example: '冬令补助标准600元，安一两行各300元。',
      mend: '确是分次、按期发的，不用改；不是的，改正项目或金额。',
    },
    en: {
      title: 'One payment in several parts',
      what: 'One person has several rows of one measure, none of which is what the standard allows, and together they are; or the standard is for each month, quarter or day (每人每月1500元), and the rows are of different batches (batch: under lists:) or months of payment, and no more than its duration: allows. Such rows are neither paid-twice nor amount-off-standard. If one row alone fits the standard, money was taken back, or one has no amount, they are not parts; where somebody else sets the standard, or it is only an average, nothing can be said.',
      why: 'Paying in parts is not a duplicate, but somebody should look: was it meant so, or do two other payments happen to add up?',
      example: 'The standard is 600 yuan, and 安一 has two rows of 300.',
      mend: 'If it was meant so, nothing; if not, correct measure or amount.',
    },
  },
  message: {
    zh: ({ parts, measure, total, again }) =>
      again
        ? `“${measure}”按期发了${parts}次，合计${total}元，在标准之内`
        : `“${measure}”分${parts}次发，合计${total}元，正好是标准`,
    en: ({ parts, measure, total, again }) =>
      again
        ? `“${measure}” was paid ${parts} times, ${total} yuan in all, as often as the standard has it`
        : `“${measure}” in ${parts} parts, ${total} yuan in all, as the standard has it`,
  },
  needs: [IDENTIFYING, 'measure'],
  tables: [splitPayments],
  find: (search) => {
    if (!search.campaign) return 'no-campaign';
    if (standardsOf(search.lists.assignments).size === 0)
      return unlisted(search.campaign, ({ standard }) => standard !== undefined);
    return [false, true].flatMap((again) =>
      byMeasure(search.lists.assignments, {
        from: 'repeated',
        by: ['identity', 'measure'],
        where: `${PAYS} and ${IS_SPLIT_PAYMENT} and ${again ? '' : 'not '}${IS_PAID_AGAIN}`,
        having: 'true',
        taken: { as: 'person', found: 'count(*) > 1' },
        atStake: 'null',
        detail: { again: again ? 1 : 0 },
      }),
    );
  },
  show: ({ rows, detail }) => ({
    parts: rows.length,
    measure: maskText(rows[0]?.measure ?? ''),
    total: totalOf(rows),
    ...(detail.again === 1 ? { again: true } : {}),
  }),
});
