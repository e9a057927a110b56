import { paidAfter, payoutDeadline } from '../../totals/status/payout-deadline.ts';
import { schedule } from '../../totals/status/schedule.ts';
import { defineRowRule } from './row-rule.ts';

/** A payout after the day by which the document wants everybody to be paid. */
export default defineRowRule<{ paidOn: string; until: string; name: string }>({
  id: 'late-payout',
  severity: 'error',
  documentation: {
    zh: {
      title: '逾期发放',
      what: '发放日期晚于活动文件的发放（或走访）期限；没有写期限的，晚于发放阶段的最后一天。只写到月的，整个月都在期限之后才算。',
      why: '帮困送温暖要在节前送到（“各类帮困资金全部发放至帮困对象手中”）。文件说“原则上”的，只作提示。',
      example: '期限2月13日，发放日期写2月27日。',
      mend: '核对发放日期：年份写错的改正；确实晚了的查明原因，用 exceptions: 记下理由。',
    },
    en: {
      title: 'Paid after the deadline',
      what: 'The day of the payout is after the deadline for payouts (or visits) in the campaign file; where it has none, after the last day of the stage in which they are made. A month counts only when all of it is after.',
      why: 'The money is to arrive before the festival (“各类帮困资金全部发放至帮困对象手中”). A deadline that is only to be kept in principle (原则上) gives a hint.',
      example: 'The deadline is 13 February, the list says the 27th.',
      mend: 'Check the day of the payout (发放日期): correct a wrong year; where it was late, find out why and record the reason under exceptions:.',
    },
  },
  message: {
    zh: ({ paidOn, until, name }) => `${paidOn} 发放，晚于“${name}”的期限 ${until}`,
    en: ({ paidOn, until, name }) => `paid ${paidOn}, after ${until}, the deadline of “${name}”`,
  },
  needs: ['paid_on'],
  find: ({ campaign }) => {
    if (!campaign) return 'no-campaign';
    const deadline = payoutDeadline(schedule(campaign));
    if (!deadline) return 'no-policy';
    const { until, name, binding } = deadline;
    const late = { where: paidAfter(until), detail: { until, name } };
    return [binding === 'soft' ? { ...late, severity: 'hint' } : late];
  },
  passesOver: ({ campaign }) =>
    campaign && payoutDeadline(schedule(campaign))
      ? [{ why: 'no-day', where: 'p.paid_on is null and p.paid_on_unread is null' }]
      : [],
  show: ({ paidOn }, { until, name }) => ({ paidOn: paidOn ?? '', until: String(until), name: String(name) }),
});
