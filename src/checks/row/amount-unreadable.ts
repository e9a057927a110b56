import { grouped, yuan } from '../../domain/money.ts';
import { maskText } from '../../domain/shown/masking.ts';
import { isAmong } from '../../engine/among.ts';
import { amountIs } from '../../engine/payout-sql.ts';
import { defineRowRule } from './row-rule.ts';

/** A row that does not say how much money it pays. */
export default defineRowRule<{ fault: 'unreadable' | 'below-fen' | 'empty' | 'zero' | 'negative'; text: string }>({
  id: 'amount-unreadable',
  severity: 'error',
  documentation: {
    zh: {
      title: '金额读不出来',
      what: '金额一格不是一个数（“待定”“6OO”）、不到一分的零头，空着，是零，或是负数。发实物的项目、写了数量的行，金额可以空着或为零。',
      why: '读不出的金额不计入合计，也没法发。不猜：“1.2.00”可能是一元二角，也可能是一千二百元。',
      example: '“6OO”：后两个是字母O。',
      mend: '写成数字，如 600 或 600.00；大写、带“元”的也认。冲销、退款不要用负数写在发放名单里。',
    },
    en: {
      title: 'Amount can’t be read',
      what: 'The amount is not a number (待定, 6OO) or not a whole number of fen, or it is blank, zero or negative. Where goods are given or a quantity is written, the amount may be blank or zero.',
      why: 'An amount that can’t be read is in no total and can’t be paid. Nothing is guessed: “1.2.00” may be 1.20 yuan or 1200.',
      example: '“6OO”, with two letters O.',
      mend: 'Write digits such as 600 or 600.00; 陆佰元整 and 600元 are read as well. Keep reversals and refunds off the list instead of entering them as negative amounts.',
    },
  },
  message: {
    zh: ({ fault, text }) =>
      ({
        unreadable: `金额“${text}”不是一个数`,
        'below-fen': `金额“${text}”有不到一分的零头`,
        empty: '金额空着',
        zero: '金额为零',
        negative: `金额是负数：${text} 元`,
      })[fault],
    en: ({ fault, text }) =>
      ({
        unreadable: `the amount “${text}” is not a number`,
        'below-fen': `the amount “${text}” is not a whole number of fen`,
        empty: 'the amount is blank',
        zero: 'the amount is zero',
        negative: `the amount is negative: ${text} yuan`,
      })[fault],
  },
  needs: ['amount'],
  find: ({ assignments: { measures } }) => {
    const goods = measures.flatMap(({ measure: { is } }, index) =>
      is?.form.some((form) => form !== 'cash') ? [index] : [],
    );
    const noGoods = `p.quantity is null${goods.length > 0 ? ` and not ${isAmong('p.measure', goods)}` : ''}`;
    return [
      { where: amountIs('unreadable'), detail: { fault: 'unreadable' } },
      { where: amountIs('below-fen'), detail: { fault: 'below-fen' } },
      { where: `${amountIs('empty')} and ${noGoods}`, detail: { fault: 'empty' } },
      { where: `p.amount = 0 and ${noGoods}`, detail: { fault: 'zero' } },
      { where: 'p.amount < 0', detail: { fault: 'negative' } },
    ];
  },
  show: ({ amount, amountText }, { fault }) => ({
    fault: fault as 'unreadable',
    text: amount === null ? maskText(amountText ?? '') : grouped(yuan(amount)),
  }),
});
