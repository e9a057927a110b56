import type { ReconcileWords } from '../zh/reconcile.ts';
import failures from './failures.ts';

const some = (count: string, one: string, several: string) => `${count} ${count === '1' ? one : several}`;
const payouts = (count: string) => some(count, 'payout', 'payouts');

/** The same in English. */
const en: ReconcileWords = {
  failures,
  title: (lists, returns, listed, aside, paid) =>
    `${some(String(lists), 'list', 'lists')} against ${some(String(returns), 'bank return', 'bank returns')}: ${listed}万元 listed${aside}, ${paid}万元 arrived`,
  verdict: {
    nowhere:
      'they count for no measure of the plan: say --as department/measure, department: and measure: under lists:, or add the columns 部门 and 项目',
    outliers: (rows, { figure, scale }) =>
      `${some(rows, 'amount on the lists is', 'amounts on the lists are')} out of all proportion, ${scale === '' ? `${figure} yuan` : `${figure}${scale}元`} in all, left out of the sums above: correct the lists first`,
    failed: (count, amount) => `${payouts(count)} failed, ${amount}万元: to be issued again`,
    open: (count, amount) => `${payouts(count)} still open, ${amount}万元`,
    unpaid: (count, amount) =>
      `${payouts(count)} not paid, ${amount}万元: all returns are here, or the deadline has passed`,
    silent: (count, amount) => `no bank return speaks of ${count} payouts yet, ${amount}万元`,
    silentAfterDeadline: (count, amount) =>
      `no bank return speaks of ${count} payouts, ${amount}万元, and the deadline has passed`,
    silentAfterAll: (count, amount) =>
      `no bank return speaks of ${count} payouts, ${amount}万元, though these are said to be all the returns`,
    doubtful: (files) =>
      `a return may be incomplete, since its own total contradicts its rows or the file breaks off: ${files.join(', ')} (see relief check)`,
    settled: 'No errors, but something was reversed or paid in another amount: see the table',
    wrong: (findings) => `The books do not agree: ${some(findings, 'error', 'errors')}, see the findings`,
    reconciled: 'The books agree: every payout that a bank was to pay arrived, to the fen',
    noReturns: 'There are no bank returns: only plan and lists were compared',
  },
  measures: {
    sheet: 'Plan, lists and bank',
    columns: {
      measure: 'Department, measure',
      plannedCount: 'Planned',
      planned: 'Planned (万元)',
      listedCount: 'Listed',
      listed: 'Listed (万元)',
      paidCount: 'Arrived',
      paid: 'Arrived (万元)',
      failedCount: 'Failed',
      failed: 'Failed (万元)',
      reversedCount: 'Reversed',
      reversed: 'Reversed (万元)',
      openCount: 'Open',
      open: 'Open (万元)',
      byHandCount: 'Not by bank',
      byHand: 'Not by bank (万元)',
    },
    notListed: 'Measures without a list',
    unnamed: '(no measure)',
    noDepartment: '(no department)',
    total: 'Total',
    equation: (difference) =>
      `listed = arrived + failed + reversed + open + not by bank, in payouts exactly, in money ${difference === '0.00' ? 'exactly too' : `but for ${difference} yuan, where the bank paid another amount (see paid-amount-differs)`}`,
  },
  rows: {
    sheet: 'Every row of the returns',
    columns: { state: 'State', count: 'Rows', amount: 'Amount (yuan)', files: 'In which returns' },
    state: {
      paid: 'arrived, a payout of a list',
      failed: 'failed, a payout of a list',
      reversed: 'taken back, a payout of a list',
      pending: 'pending, a payout of a list',
      replaced: 'replaced by a later row (issued again after a failure, taken back after it arrived …)',
      differs: 'arrived, of another amount than listed',
      repeated: 'paid again',
      'not-listed': 'paid, and on no list',
      'unpaid-not-listed': 'not paid, and on no list',
      superseded: 'the same transaction is told later, or an earlier cumulative return',
      'same-file': 'the same file as an earlier return, not counted again',
      unclear: 'status or amount not understood',
    },
    total: 'Total',
    equation: 'Every row has exactly one state; the total is the rows of all returns',
    sameFile: (file, other) => `${file} is the same as ${other}, to the byte: counted once`,
    noStatus: (file) => `${file} has no column of results or reasons: every row counts as paid`,
  },
  planned: { sheet: 'Plan and lists' },
  moreFindings: (findings) =>
    `${some(findings, 'more finding', 'more findings')} (--limit shows more; all with -o reconciliation.xlsx, .csv or .json)`,
};

export default en;
