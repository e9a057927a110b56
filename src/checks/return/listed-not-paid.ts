import { maskText } from '../../domain/shown/masking.ts';
import { IS_MENTIONED, IS_WHOLE } from '../../totals/reconcile/mentioned.ts';
import { defineGroupRule } from '../group/group-rule.ts';
import { everyGroup, settledRows } from './settled-rows.ts';

/** A payout that a bank was to pay and no return has. */
export default defineGroupRule<{ measure: string }>({
  id: 'listed-not-paid',
  severity: 'error',
  documentation: {
    zh: {
      title: '名单上有，银行未发放',
      what: '应当由银行付的一笔，回盘都没有。回盘说是全部（returns: 的 complete，或 --complete），或发放期限已过，才算；在那之前只是“未回盘”。只看回盘说到的项目和批次：有一笔对得上的，或 returns: 的 measure、department、batch 写明的；别的归 no-return-yet。走访慰问、实物、当面发的不看。',
      why: '漏送盘、送盘后漏付，都要到这一步才看得出来。所列金额是没有付的数。',
      example: '名单上安一500元，三份回盘都没有他，期限2月9日已过。',
      mend: '查送盘文件：漏送的补送；其实当面发了的，在活动文件该项目写 delivery: hand。',
    },
    en: {
      title: 'Listed, and not paid by the bank',
      what: 'A payout that a bank is to pay is in no return. It is found once the returns are said to be all (complete: of returns:, or --complete) or the deadline has passed; until then it is open. Only measures and batches that a return speaks of are meant: of which a payout is tied to it, or that its entry names (measure, department, batch); no-return-yet tells of the others. Visits, goods and cash by hand are not meant.',
      why: 'What was left out of the file to the bank, or by the bank, shows only here. The amount is what was not paid.',
      example: 'The list has 安一 with 500 yuan, none of three returns has, and the deadline of 9 February has passed.',
      mend: 'Look at the file that went to the bank and send what it lacked; say delivery: hand in the measure if it was handed over.',
    },
  },
  message: {
    zh: ({ measure }) => `${measure === '' ? '' : `“${measure}”`}银行没有付`,
    en: ({ measure }) => `${measure === '' ? '' : `“${measure}” `}not paid by the bank`,
  },
  needs: [],
  find: async ({ lists: { database }, reconciled }) => {
    if (!reconciled) return 'no-return';
    const { isDue, isSoft } = reconciled;
    const { whole } = await database.one<{ whole: boolean }>('select exists (from returned_whole) as whole');
    if (!isDue && !whole) return 'not-due';
    const open = `s.through_bank and s.state <= 1 and ${IS_MENTIONED}`;
    await settledRows(database, 'unpaid_row', 'false', `${open} and ${isDue ? 'true' : IS_WHOLE}`);
    return [{ ...everyGroup('unpaid_row', 'sum(r.amount)'), ...(isDue && isSoft ? { severity: 'hint' } : {}) }];
  },
  show: ({ rows }) => ({ measure: maskText(rows[0]?.measure ?? '') }),
});
