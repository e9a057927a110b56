import { grouped, yuan } from '../../domain/money.ts';
import { rowState } from '../../totals/reconcile/payments.ts';
import { defineGroupRule } from '../group/group-rule.ts';
import { isFromBank } from '../payout-row.ts';
import { everyGroup, rowIs, settledRows } from './settled-rows.ts';

/** The bank paid a payout more than once. */
export default defineGroupRule<{ times: number; amount: string }>({
  id: 'paid-repeatedly',
  severity: 'error',
  documentation: {
    zh: {
      title: '银行付了不止一次',
      what: '名单上的一笔，银行成功付了两次以上：同一人（或同一账号）、同一金额，付的笔数多于名单的笔数，也没有冲正。流水号相同的是同一笔，不算；同一份回盘放了两次的也不算。',
      why: '批量文件重复提交是最常见的多付。所列金额是多付的数。',
      example: '1月20日和1月22日的回盘各有安一500元成功，名单只有一笔。',
      mend: '与银行核对流水：重复提交的冲正或追回；其实是两项的，补进名单。',
    },
    en: {
      title: 'Paid more than once by the bank',
      what: 'A payout of a list was paid twice or more: more payments of its amount to the same person (or account) arrived than the lists have, and none was taken back. The same transaction number is the same payment; so is the same file given twice.',
      why: 'A batch that is sent twice is the commonest overpayment. The amount is what was paid too often.',
      example: 'The returns of 20 and 22 January both pay 安一 500 yuan; the list has it once.',
      mend: 'Compare the transactions with the bank: have what was sent twice reversed or recover it; add it to a list where it was for something else.',
    },
  },
  message: {
    zh: ({ times, amount }) => `付了${times}次，多付${amount}元`,
    en: ({ times, amount }) => `paid ${times} times, ${amount} yuan too much`,
  },
  needs: [],
  find: async ({ lists: { database }, reconciled }) => {
    if (!reconciled) return 'no-return';
    await settledRows(
      database,
      'repeated_row',
      `${rowIs('repeated')} or ${rowIs('paid', 'differs')} and p.slot in (select slot from payment p where ${rowIs('repeated')})`,
      `s.id in (select slot from payment p where ${rowIs('repeated')})`,
    );
    return [everyGroup('repeated_row', `sum(r.amount) filter (r.state = ${rowState('repeated')})`)];
  },
  show: ({ rows, atStake }) => ({ times: rows.filter(isFromBank).length, amount: grouped(yuan(atStake ?? 0n)) }),
});
