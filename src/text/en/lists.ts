import type { RoundedMoney } from '../../domain/money.ts';
import type { NonPayoutReason } from '../../domain/row/list-row.ts';
import type { ListWords } from '../zh/lists.ts';
import scorecard from './scorecard.ts';

const REASONS: Record<NonPayoutReason, string> = {
  title: 'title',
  header: 'header',
  blank: 'blank',
  subtotal: 'subtotal',
  total: 'total',
  'end-mark': 'end mark',
  footer: 'footer',
  note: 'note',
  page: 'page number',
  'not-paid': 'nothing paid of this measure',
  member: 'household member',
  'too-many-cells': 'more cells than the header',
  'cell-too-long': 'cell too long',
  'unread-header': 'below a header that can’t be read',
  'no-person': 'neither name nor ID number',
};

const rowsOf = (rows: string, amount: RoundedMoney | null) =>
  `${rows} ${rows === '1' ? 'row' : 'rows'}${amount ? ` (${money(amount)})` : ''}`;
const money = ({ figure, scale }: RoundedMoney) => (scale === '' ? `${figure} yuan` : `${figure}${scale}元`);

/** The same in English. */
const en: ListWords = {
  scorecard,
  people: {
    between: (high, review, low) =>
      `rows count as one person where that is certain or very probable: ${high} people going by what is certain alone, ${low} if the ${review} doubtful ${review === '1' ? 'pair is one person' : 'pairs are one person each'}`,
  },
  actual: {
    sheet: 'Plan and lists',
    listed: 'Payouts',
    columns: {
      department: 'Department',
      measure: 'Measure',
      planReach: 'Planned reach',
      planCount: 'Planned count',
      planAmount: 'Planned',
      payouts: 'Payouts',
      persons: 'People',
      households: 'Households',
      amount: 'Listed',
      difference: 'Listed − planned',
      remark: 'Remark',
    },
    unit: 'Amounts in 万元 (10,000 yuan); payouts and money add up, people and households are distinct counts and do not',
    subtotal: 'Subtotal',
    total: 'Total',
    noDepartment: '(no department)',
    noMeasure: '(no measure)',
    unknown: 'not in the campaign',
    withoutAmount: (rows) => `${rows} row${rows === 1 ? '' : 's'} without an amount`,
    noList: 'no list',
  },
  subdistricts: {
    sheet: 'Departments by subdistrict',
    columns: {
      subdistrict: 'Subdistrict',
      department: 'Department',
      payouts: 'Payouts',
      persons: 'People',
      households: 'Households',
      amount: 'Amount',
    },
    nowhere: '(no subdistrict)',
  },
  batches: {
    sheet: 'Batches',
    columns: { batch: 'Batch', payouts: 'Payouts', persons: 'People', amount: 'Amount (万元)' },
    none: '(no batch given)',
    note: 'Payouts and money add up; people may be in several batches, so those do not',
  },
  inputs: {
    sheet: 'Lists',
    columns: {
      file: 'File',
      sheet: 'Sheet',
      encoding: 'Encoding',
      rows: 'Rows',
      payouts: 'Payouts',
      setAside: 'Set aside',
      rejected: 'Rejected',
      detail: 'Which rows',
    },
    role: {
      payouts: '',
      earlier: ' (paid earlier, for comparison only)',
      roster: ' (roster)',
      return: ' (bank return)',
    },
    equation: 'rows = payouts + set aside + rejected; row numbers are the spreadsheet’s',
    reason: (reason) => REASONS[reason],
    someRows: (reason, count, first) =>
      `${reason}: ${count} (row ${first.join(', ')}${count > first.length ? ' …' : ''})`,
    standard: (text) => `no column of amounts: each payout is counted at the standard, ${text}`,
    hiddenRows: (count) => `${count} of them hidden, and counted all the same`,
    opaqueIds: (column) =>
      `the values under “${column}” are not ID numbers; they are compared as numbers of their own kind`,
    unit: (text) => `amounts are in the unit of “${text}”`,
    nothing: (list) => `${list} has no payouts at all: check that it is the right file or sheet`,
    skipped: (file, sheet, why) =>
      why === 'not-named'
        ? `sheet “${sheet}” of ${file} looks like a list and was not read; to read it, name it with sheet: under lists:`
        : why === 'of-form'
          ? `${file} is a form that relief forms made; its sheet “${sheet}” follows from the list and was not read`
          : why === 'hidden'
            ? `sheet “${sheet}” of ${file} is hidden and was not read; name it with --sheet or sheet: to read it`
            : `sheet “${sheet}” of ${file} has no header of a list and was not read`,
    total: 'Total',
    separator: '; ',
  },
  columns: {
    sheet: (file) => `The header of ${file}`,
    columns: { column: 'Column', title: 'Title', field: 'Read as', how: 'How' },
    how: {
      given: 'given',
      exact: 'same word',
      contained: 'contains it',
      unused: 'recognised, not used',
      unknown: 'not recognised, not used',
    },
    hint: 'wrong? say --column TITLE=FIELD (or columns: of the list in the campaign); TITLE=ignore leaves a column out',
  },
  findings: {
    sheet: 'Findings on lists',
    columns: {
      severity: 'Severity',
      rule: 'Rule',
      person: 'Person',
      message: 'Finding',
      place: 'Place',
      file: 'File',
      sheet: 'Sheet',
      row: 'Row',
      column: 'Column',
      amount: 'Amount (yuan)',
      fingerprint: 'Fingerprint',
    },
    none: 'Nothing found on the lists.',
    more: (file, count, shown) => `${file}: ${count} rows, the first ${shown} are shown (all with -o findings.csv)`,
    notChecked: (why, rules) => `not checked (${why}): ${rules}`,
    why: {
      'no-campaign': 'no campaign file was given',
      'no-policy': 'the campaign says nothing about it',
      'not-listed': 'the campaign says something about it, but of no measure that is listed',
      'no-return': 'there is no bank return (returns: of the campaign, or --returns)',
      'only-certain': 'only what is certain is looked at (--certain)',
      sealed: 'the lists are sealed: departments ask it before they seal them',
      'not-due': 'nobody has said that these are all the returns (--complete), and the deadline has not passed',
      'no-roster': 'there is no roster (rosters: of the campaign, or --roster)',
    },
    lacking: (who, rows, fields) => `${who}: ${rows} rows without ${fields}`,
    files: (files) =>
      files.length > 3 ? `${files.slice(0, 3).join(', ')} and ${files.length - 3} more` : files.join(', '),
    or: ' or ',
  },
  passedOver: {
    cause: {
      'no-department': ({ who, rows, amount }) =>
        `${who}: ${rowsOf(rows, amount)} of no department or measure of the campaign`,
      'no-measure': ({ who, rows, amount }) =>
        `${who}: ${rowsOf(rows, amount)} of a known department, but of no measure of the campaign`,
      'no-standard': ({ measures, rows, amount }) =>
        `${measures}: ${rowsOf(rows, amount)} without a standard for a single payout (if the document sets one, write it under standard:)`,
      'no-step': ({ measures, rows, amount }) =>
        `${measures}: ${rowsOf(rows, amount)} that do not say the household size, age or category that decides which step of the standard is due`,
      'no-age': ({ measures, rows, amount }) =>
        `${measures}, which has a condition on age: ${rowsOf(rows, amount)} of unknown age`,
      'no-account': ({ who, rows, amount }) => `${who}: ${rowsOf(rows, amount)} without an account`,
      'no-day': ({ who, rows }) => `${who}: ${rowsOf(rows, null)} without a day of payment`,
      'too-few': ({ measures, who, rows }) =>
        `${measures || who}: ${rowsOf(rows, null)}, without a standard and fewer than three, too few to tell what is usual`,
    },
    line: (cause, therefore) => `${cause}; ${therefore}`,
    therefore: {
      'no-department':
        'standard, delivery, age and exclusions were not checked: say --as department/measure, department: and measure: under lists:, or add the columns 部门 and 项目',
      'no-measure':
        'standard, delivery, age and exclusions were not checked: say --as department/measure, measure: under lists:, or add the column 项目',
      'no-step': 'it was only checked that the amount is that of one of the steps',
      'no-age': 'the condition was not checked: add the ID number or the age; if the campaign has no year, say year:',
      'no-account': 'accounts were not checked: what is handed over, say under delivery: of the measure',
    },
  },
  outliers: (rows, amount, usual) =>
    `${rows} ${rows === '1' ? 'amount is' : 'amounts are'} out of all proportion, ${money(amount)} in all; without ${rows === '1' ? 'it' : 'them'} the sum is ${money(usual)}`,
  outlierAside: (rows, amount) =>
    ` (without ${rows} ${rows === '1' ? 'amount' : 'amounts'} out of all proportion, ${money(amount)})`,
  check: {
    valid: (lists, payouts, persons, amount) =>
      `${lists} list${lists === 1 ? '' : 's'}: ${payouts} payouts, ${persons} people, ${amount}万元`,
  },
  progress: {
    reading: (nth, all, file) => `reading ${nth} of ${all}: ${file}`,
    comparing: 'comparing who is who',
    examining: 'checking',
    step: (percent) => `this step ${percent}`,
    rows: (count) => `${count} rows`,
  },
};

export default en;
