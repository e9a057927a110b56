import { grouped, yuan } from '../../domain/money.ts';
import { definePairRule } from '../pair/pair-rule.ts';
import { everyGroup, rowIs, settledRows } from './settled-rows.ts';

/** The bank paid somebody whom no list has. */
export default definePairRule<{ amount: string }>({
  id: 'paid-not-listed',
  severity: 'error',
  documentation: {
    zh: {
      title: '银行付了，名单上没有',
      what: '银行回盘里成功的一笔，名单上没有这个人，也没有这个账号；同一人或同一账号的名单金额都已经付过别的笔、金额又不同的，也算。按证件号、账号、账号加姓名依次找，账号打了星号的按露出的数字加姓名；失败后改账号重发的，按姓名和金额找。',
      why: '钱付给了没有批准的人，或名单在送银行之后改过。所列金额是付出去的数。',
      example: '回盘第8行付给安一500元，十二个部门的名单都没有安一。',
      mend: '与经办人、银行核对：漏了名单的补上，付错的追回。',
    },
    en: {
      title: 'Paid by the bank, and on no list',
      what: 'A payment that arrived, to a person and an account that no list has; or to one whose payouts are all paid, and of another amount. People are looked for by ID number, then by account, of a masked one by what is shown of it and the name; what failed and was issued again to another account, by name and amount.',
      why: 'Money went to somebody who was not approved, or the list was changed after it went to the bank. The amount is what was paid.',
      example: 'Row 8 of the return pays 安一 500 yuan, and none of the twelve lists has 安一.',
      mend: 'Ask whoever sent the file, and the bank: add what the list lacks, recover what was paid wrongly.',
    },
  },
  message: {
    zh: ({ amount }) => `银行付了${amount}元，名单上没有`,
    en: ({ amount }) => `the bank paid ${amount} yuan to nobody on a list`,
  },
  needs: [],
  find: async ({ lists: { database }, reconciled }) => {
    if (!reconciled) return 'no-return';
    await settledRows(database, 'unlisted_row', rowIs('not-listed'));
    return [everyGroup('unlisted_row')];
  },
  show: ({ atStake }) => ({ amount: grouped(yuan(atStake ?? 0n)) }),
});
