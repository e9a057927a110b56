import { grouped, yuan } from '../../domain/money.ts';
import { definePlanRule } from './plan-rule.ts';

/** Payouts that a bank is to pay, of a measure and batch that no bank return speaks of. */
export default definePlanRule<{ measure: string; batch: string; count: string; amount: string; isAll: boolean }>({
  id: 'no-return-yet',
  severity: 'warning',
  documentation: {
    zh: {
      title: '未回盘',
      what: '应当由银行付的一个项目（分批的，一批），名单上的一笔也没有出现在任何回盘里，returns: 也没有写哪份回盘管它，而发放期限已过（原则上的期限过了是提示）；说明回盘已经全部在这里的（--complete，或 returns: 的 complete）是错误。一个项目一处，不逐笔列。',
      why: '多半是这一批还没有送银行，或回盘没有拿来；逐笔报“没有付”只会淹没真的漏付。所列金额是这些笔的合计。',
      example: '只拿来了低保节日补助的回盘，残联的36笔没有任何回盘提到。',
      mend: '向部门、银行要这个项目的回盘，放进 returns:；不经银行发的，在活动文件该项目写 delivery: hand。',
    },
    en: {
      title: 'No bank return speaks of it',
      what: 'Of a measure (or one batch of it) that a bank is to pay, no return has a single payout, and no entry of returns: names it, though the deadline has passed (a hint where it is only to be kept in principle); an error where the returns are said to be all (--complete, or complete: of returns:). One finding for each, not one for each payout.',
      why: 'The batch has probably not gone to the bank yet, or its return is missing; a line for every payout would bury those that were really left out. The amount is what they add up to.',
      example: 'Only the return for low-income households is there; none speaks of the 36 payouts of 残联.',
      mend: 'Get the return from the department or the bank and name it under returns:; say delivery: hand in the measure if it was handed over.',
    },
  },
  message: {
    zh: ({ measure, batch, count, amount }) =>
      `${measure === '' ? '' : `“${measure}”`}${batch === '' ? '' : `（${batch}）`}${count}笔${amount}元没有任何回盘提到`,
    en: ({ measure, batch, count, amount }) =>
      `no return speaks of ${measure === '' ? 'the' : `“${measure}”`}${batch === '' ? '' : ` (${batch})`}: ${count} payouts, ${amount} yuan`,
  },
  *find({ measure, unmentioned, due }) {
    if (!due?.isDue) return;
    for (const { batch, list, count, amount } of unmentioned) {
      const data = {
        measure,
        batch: batch ?? '',
        count: grouped(String(count)),
        amount: grouped(yuan(amount)),
        isAll: due.isAll,
      };
      const severity = due.isAll ? 'error' : due.isSoft ? 'hint' : 'warning';
      yield { data, amount, severity, list };
    }
  },
});
