import { defineGroupRule } from '../group/group-rule.ts';
import { type LastWord, lastWord } from './settled-rows.ts';

/** The bank’s last word on a payout is that it was taken back. */
export default defineGroupRule<LastWord>({
  id: 'payment-reversed',
  severity: 'warning',
  documentation: {
    zh: {
      title: '付了又被冲正',
      what: '名单上的一笔，银行最后的答复是冲正、撤销或退回，没有再付。',
      why: '账面上付过，其实没有到。所列金额是被冲回的数。',
      example: '安一500元，1月20日成功，1月23日冲正。',
      mend: '查明为什么冲正：还应当付的重新送盘，不应当付的从名单上去掉。',
    },
    en: {
      title: 'Payment taken back',
      what: 'The bank’s last word on a payout is that it was reversed, cancelled or returned (冲正, 撤销, 退回), and it was not paid again.',
      why: 'On paper it was paid, and it did not stay. The amount is what was taken back.',
      example: '安一, 500 yuan: paid on 20 January, reversed on the 23rd.',
      mend: 'Find out why: send it again if it is still due, take it off the list if it is not.',
    },
  },
  message: {
    zh: ({ reason }) => `付了又被冲回${reason === '' ? '' : `：${reason}`}`,
    en: ({ reason }) => `taken back${reason === '' ? '' : `: ${reason}`}`,
  },
  ...lastWord('reversed'),
});
