import { grouped, yuan } from '../../domain/money.ts';
import { defineGroupRule } from '../group/group-rule.ts';
import { isFromBank } from '../payout-row.ts';
import { everyGroup, rowIs, settledRows } from './settled-rows.ts';

/** The bank paid another amount than the list says. */
export default defineGroupRule<{ listed: string; paid: string }>({
  id: 'paid-amount-differs',
  severity: 'error',
  documentation: {
    zh: {
      title: '银行付的与名单不是一个数',
      what: '同一个人（或同一账号）的一笔，银行付的金额与名单不同，差一分也算；一次付清几笔的合计不算。',
      why: '“实付与名单一致”是发放的底线。所列金额是差额。',
      example: '名单写500.00元，回盘写499.99元。',
      mend: '核对名单和银行文件：少付的补发，多付的追回，名单写错的改正。',
    },
    en: {
      title: 'The bank paid another amount than listed',
      what: 'A payment to the same person (or account) of another amount than the list says; one fen is enough. One transfer for several payouts together is not meant.',
      why: 'What is paid has to be what was approved. The amount is the difference.',
      example: 'The list says 500.00 yuan, the return 499.99.',
      mend: 'Compare the list with the bank’s file: pay what is missing, recover what is too much, correct a wrong list.',
    },
  },
  message: {
    zh: ({ listed, paid }) => `名单${listed}元，银行付了${paid}元`,
    en: ({ listed, paid }) => `${listed} yuan listed, ${paid} paid`,
  },
  needs: [],
  find: async ({ lists: { database }, reconciled }) => {
    if (!reconciled) return 'no-return';
    await settledRows(
      database,
      'differing_row',
      rowIs('differs'),
      `s.id in (select slot from payment p where ${rowIs('differs')})`,
    );
    return [everyGroup('differing_row', 'abs(sum(case when r.returned then r.amount else -r.amount end))')];
  },
  show: ({ rows }) => {
    const sum = (isReturned: boolean) =>
      grouped(yuan(rows.reduce((all, row) => all + (isFromBank(row) === isReturned ? (row.amount ?? 0n) : 0n), 0n)));
    return { listed: sum(false), paid: sum(true) };
  },
});
