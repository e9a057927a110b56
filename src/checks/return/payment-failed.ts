import { defineGroupRule } from '../group/group-rule.ts';
import { type LastWord, lastWord } from './settled-rows.ts';

/** The bank’s last word on a payout is that it failed. */
export default defineGroupRule<LastWord>({
  id: 'payment-failed',
  severity: 'error',
  documentation: {
    zh: {
      title: '银行发放失败',
      what: '名单上的一笔，银行最后的答复是失败（户名不符、账户冻结、销户、退票……），还没有重发成功。重发成功的不算。',
      why: '钱没有到本人手里，本人多半不知道。所列金额是发放失败的数。',
      example: '安一500元：账户已销户。',
      mend: '请部门向本人要新的账号，重新送盘；重发的回盘放进 returns:，这一条就没有了。',
    },
    en: {
      title: 'Payment failed',
      what: 'The bank’s last word on a payout is that it failed (户名不符, 账户冻结, 退票 …), and it has not been issued again. One that was is not meant.',
      why: 'The money did not arrive, and the person probably does not know. The amount is what did not arrive.',
      example: '安一, 500 yuan: the account was closed (账户已销户).',
      mend: 'Let the department ask for the right account and send it again; once the new return is under returns:, this finding is gone.',
    },
  },
  message: {
    zh: ({ reason }) => `发放失败${reason === '' ? '' : `：${reason}`}`,
    en: ({ reason }) => `not paid${reason === '' ? '' : `: ${reason}`}`,
  },
  ...lastWord('failed'),
});
