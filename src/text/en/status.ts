import type { StatusWords } from '../zh/status.ts';

const daysOf = (days: number) => (days === 1 ? '1 day' : `${days} days`);
const daysLeft = (days: number) => (days === 0 ? 'due today' : `due in ${daysOf(days)}`);

/** The same in English. */
const en: StatusWords = {
  sheet: 'Status',
  columns: { state: 'State', days: 'Days' },
  state: {
    undated: 'no date',
    ahead: (days) => `starts in ${daysOf(days)}`,
    underWay: (days) => `under way, ${days === null ? 'no end given' : daysLeft(days)}`,
    due: daysLeft,
    ended: (days) => `ended by date ${daysOf(days)} ago`,
    passed: (days) => `deadline passed ${daysOf(days)} ago`,
    overdue: (days) => `overdue by ${daysOf(days)}`,
  },
  verdict: {
    on: (day, parts) => `On ${day}, ${parts.join('; ')}`,
    undated: 'the document gives no dates',
    running: (stages) => `under way: ${stages}`,
    noneRunning: 'no stage is under way by its dates',
    open: (stages) => `without a start, not yet due: ${stages}`,
    left: (name, days) => `${name} (${days === null ? 'no end given' : daysLeft(days)})`,
    next: (until, days, what) => `next: ${until} (${daysLeft(days)}) ${what}`,
    allOver: (last, days) => `every date has passed, the last of them ${last} (${daysOf(days)} ago)`,
    overdue: (name, days, evidence) => `overdue by ${daysOf(days)}: ${name} (${evidence.join(', ')})`,
    late: (payouts) => `${payouts} ${payouts === '1' ? 'payout' : 'payouts'} dated after it`,
    unpaid: (payouts) => `${payouts} ${payouts === '1' ? 'payout' : 'payouts'} not paid by the bank returns`,
    missing: (departments) => `on no list: ${departments}`,
    passed: (deadlines) => `deadline passed: ${deadlines}`,
    ended: (stages) => `ended by date: ${stages}`,
    ago: (name, days) => `${name} (${daysOf(days)} ago)`,
    others: (first, all) => `${first} and ${all - 1} more`,
  },
  note: '“ended by date” and “deadline passed” go by dates alone: the document can’t tell whether the work was done. “overdue” appears only where lists have late payouts, a department is on no list, or bank returns leave payouts unpaid.',
  progress: {
    sheet: 'Departments',
    columns: {
      department: 'Department',
      planCount: 'Planned count',
      planAmount: 'Planned',
      payouts: 'Payouts listed',
      amount: 'Listed',
      share: 'Of plan',
      paidCount: 'Arrived (count)',
      paid: 'Arrived',
      failedCount: 'Failed',
      reversedCount: 'Reversed',
      openCount: 'Open',
      open: 'Open (money)',
      byHandCount: 'Not by bank',
      late: 'Late',
      remark: 'Remark',
    },
    unit: 'Money in 万元 (10,000 yuan). The planned count adds all measures up, as payouts; the share is of money or, where money is not all known, of payouts. What is listed need not have been paid.',
    settled:
      'Arrived, failed, reversed and open are by the bank returns; with those not by bank (goods, visits, by hand) they add up to the payouts listed.',
    deadline: (until, name) => `Deadline for payouts: ${until}, ${name}; those dated after it are late`,
    noDeadline: 'The document gives no deadline for payouts, so none can be late',
    byCount: (share) => `${share} (payouts)`,
    missing: 'on no list',
    unplanned: 'not in the campaign file',
    noDepartment: '(no department given)',
    outliers: (rows) => `${rows} out of proportion`,
    withoutAmount: (rows) => `${rows} without an amount`,
    undated: (rows) => `${rows} without a date`,
    total: 'Total',
    separator: '; ',
  },
};

export default en;
