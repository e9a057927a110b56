import { maskText } from '../../domain/shown/masking.ts';
import { defineGroupRule } from '../group/group-rule.ts';
import { everyGroup, rowIs, settledRows } from './settled-rows.ts';

/** A row of a return whose status is not understood. */
export default defineGroupRule<{ status: string; amount: boolean }>({
  id: 'payment-unclear',
  severity: 'warning',
  documentation: {
    zh: {
      title: '回盘的状态看不懂',
      what: '回盘的一行，状态不是认得的词，或者没有金额，不知道付没付成；它不算付了，也不算失败。',
      why: '猜对了没有人知道，猜错了就是一个人没有领到钱。',
      example: '状态写“他行”。',
      mend: '问银行是什么意思，写进活动文件 outcomes:，如 outcomes: {paid: [他行]}；没有金额的请银行补。',
    },
    en: {
      title: 'The return’s status is not understood',
      what: 'A row of a return whose status is not a known word, or which has no amount: nobody can say whether it was paid. It counts neither as paid nor as failed.',
      why: 'A right guess nobody notices, a wrong one leaves a person without money.',
      example: 'The status is 他行.',
      mend: 'Ask the bank what it means and say so under outcomes: of the campaign, e.g. outcomes: {paid: [他行]}; have a missing amount filled in.',
    },
  },
  message: {
    zh: ({ status, amount }) => (amount ? (status === '' ? '没有状态' : `状态“${status}”看不懂`) : '没有金额'),
    en: ({ status, amount }) =>
      amount ? (status === '' ? 'no status' : `the status “${status}” is not understood`) : 'no amount',
  },
  needs: [],
  find: async ({ lists: { database }, reconciled }) => {
    if (!reconciled) return 'no-return';
    await settledRows(database, 'unclear_row', rowIs('unclear'));
    return [everyGroup('unclear_row')];
  },
  show: ({ rows: [row] }) => ({ status: maskText(row?.bankSays ?? ''), amount: Boolean(row?.amount) }),
});
