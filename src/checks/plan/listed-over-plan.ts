import { coverage } from '../../domain/campaign/qualifier-coverage.ts';
import { grouped, yuan } from '../../domain/money.ts';
import type { Quantity } from '../../domain/quantity.ts';
import { definePlanRule } from './plan-rule.ts';

/** Whether a figure says where it ends, so that whatever is over that is wrong. */
const isFirm = ({ qualifier }: Quantity) => qualifier === 'exact' || qualifier === 'atMost';

/** Lists that pay more of a measure than the plan has for it. */
export default definePlanRule<{ measure: string; listed: string; planned: string; of: string }>({
  id: 'listed-over-plan',
  severity: 'error',
  documentation: {
    zh: {
      title: '名单超过计划',
      what: '一个项目的名单合计（金额，或人次、户次、份数）超过活动文件。文件说“约”“左右”的，超过它能涵盖的才算，并且是警告；“以上”“余”的上限按文件用词；“不超过”的一分不能多，其他的按印出来的位数比（33万元比到万）。没有写金额的只比数量，没有写数量的只比金额；标准算出来是一段区间的，比上限。',
      why: '多出来的钱没有来源，也可能是名单重复、把几次的名单放在了一起。所列金额是超出的数。',
      example: '计划600人33万元，名单612人33.66万元。',
      mend: '先查重复（relief dedupe）；名单对的，追加计划和资金，再改活动文件。',
    },
    en: {
      title: 'More listed than planned',
      what: 'What the lists pay of a measure (money, or how many) is more than the campaign file has. Where the document says 约 or 左右, only what is over that, and as a warning; 余 and 以上 reach as far as they mean; 不超过 is exact, any other figure holds to its printed digits. Without an amount only counts are compared, without a count only money; a standard that gives a range is compared at its upper end.',
      why: 'What is over has no source; or the lists hold duplicates, or several rounds at once. The amount is what is over.',
      example: '600 people and 330,000 yuan planned, 612 and 336,600 listed.',
      mend: 'Look for duplicates first (relief dedupe); if the lists are right, find the money and correct the campaign file.',
    },
  },
  message: {
    zh: ({ measure, listed, planned, of }) => `${measure}：名单${listed}${of === 'money' ? '元' : ''}，计划${planned}`,
    en: ({ measure, listed, planned, of }) =>
      `${measure}: ${listed}${of === 'money' ? ' yuan' : ''} listed, ${planned} planned`,
  },
  *find({ plan, listed, persons }) {
    if (!plan) return;
    const { measure, stated, computed, count, reach } = plan;
    const money = stated ? coverage(stated) : computed;
    const most = money?.high ?? null;
    if (money && most !== null && listed.amount > most) {
      const firm = stated ? isFirm(stated) : money.low === money.high;
      yield {
        data: {
          measure: measure.name,
          listed: grouped(yuan(listed.amount)),
          planned: stated?.text ?? `${grouped(yuan(most))}元`,
          of: 'money',
        },
        amount: listed.amount - (stated?.qualifier === 'exact' ? stated.value : most),
        ...(firm ? {} : { severity: 'warning' as const }),
        ...(stated ? { at: ['amount'] } : {}),
      };
      return;
    }
    const [only] = reach;
    const many = reach.length === 1 && only ? coverage(only).high : count;
    // A household has one row on most lists, and several on some: more rows than households prove nothing.
    const comparable = only && reach.length === 1 && only.unit !== 'households';
    // People are people, in however many rounds they are paid.
    const own = persons ?? listed.count;
    if (comparable && many !== null && BigInt(own) > many) {
      yield {
        data: { measure: measure.name, listed: grouped(String(own)), planned: only.text, of: only.unit },
        amount: null,
        ...(isFirm(only) ? {} : { severity: 'warning' as const }),
        at: ['reach'],
      };
    }
  },
});
