/**
 * What is wrong with `day-of-work`, a campaign with the lists of seven offices as they came: every error and every warning that is
 * right, written by hand from the lists, the roster, the return and the campaign. People are numbered from 0, in the order in which
 * the lists were made of them.
 */
export interface Wrong {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** `file:row`, with the sheet where a workbook has several. */
  readonly at: readonly string[];
  readonly why: string;
}

const allowance = (person: number) => `民政局-低保节日补助.xlsx:${person + 4 + Math.floor(person / 12)}`; // a subtotal after every twelve
const disabled = (person: number) => `残联.csv:${person - 37}`; // persons 40 to 74
const women = (person: number) => `妇联.csv:${person - 28}`; // 30 to 44
const families = (person: number) => `社区综合帮扶.xlsx:${person - 17}`; // the heads, 20 to 38, every other one
const redCross = (person: number) => `红十字会.xls[朱家角镇]:${person - 92}`; // 95 to 109
const charity = (person: number) => `慈善基金会 export.csv:${person - 98}`; // 100 to 124
const enrolled = (person: number) => `低保名册2024-12.xlsx:${person + 3}`; // 0 to 55
const returned = (person: number) => `农商银行回盘0116.xlsx:${person + (person < 20 ? 4 : 3)}`; // 0 to 47 without 20

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const error = (rule: string, why: string, ...at: string[]): Wrong => ({ rule, severity: 'error', at, why });
const warning = (rule: string, why: string, ...at: string[]): Wrong => ({ rule, severity: 'warning', at, why });

/** Of a list by itself: `check` and `dedupe` tell it. */
export const OF_ROWS: readonly Wrong[] = [
  error('id-damaged-by-spreadsheet', '吴明玉 has 9.90118E+17', disabled(43)),
  error('id-checksum', '杨丽秀 has …2081, the roster …208X', disabled(48)),
  ...[3, 23, 29, 42, 47].map((person) =>
    error('amount-off-standard', 'its remark says 残疾家庭, which get 1,500, and it is paid 1,200', allowance(person)),
  ),
  error('list-total-contradicts-rows', '40 × 1,200 + 8 × 1,500 are 60,000, not 61,200', '民政局-低保节日补助.xlsx:56'),
  error('list-total-contradicts-rows', 'the rows come to 56,000, not 52,000', '残联.csv:39'),
  ...['练塘镇', '朱家角镇'].flatMap((sheet) =>
    [3, 7, 11, 15].map((row) =>
      warning('signature-missing', 'nobody signed for cash that is paid by hand', `红十字会.xls[${sheet}]:${row}`),
    ),
  ),
];

/** Between rows: `dedupe` tells it. */
export const BETWEEN_ROWS: readonly Wrong[] = [
  error('paid-twice', '张海红 is number 2 and number 36 of the list', disabled(41), '残联.csv:38'),
  error('household-paid-twice', '刘春华 and 孙秀春, members of the household of 朱兰红', charity(120), charity(121)),
  error('household-paid-twice', '郭丽华 and 何玉丽, members of the household of 黄兰国', charity(122), charity(123)),
  ...range(30, 39).map((person) =>
    warning(
      'several-departments',
      '民政局 and 妇联, whose telephone is that of the roster',
      allowance(person),
      women(person),
      ...(person % 2 === 0 ? [families(person)] : []),
    ),
  ),
  // 43 is 吴明玉, whose damaged number begins as hers does not: that row may be somebody else's.
  ...[40, 42, 44].map((person) =>
    warning('several-departments', '民政局, 残联 and 妇联', allowance(person), disabled(person), women(person)),
  ),
  warning('several-departments', '张海红, twice by 残联', allowance(41), disabled(41), '残联.csv:38', women(41)),
  warning('several-departments', '吴明玉, 民政局 and 妇联', allowance(43), women(43)),
  ...range(45, 47).map((person) =>
    warning('several-departments', '民政局 and 残联, once by 15 digits', allowance(person), disabled(person)),
  ),
  ...range(100, 109).map((person) =>
    warning('several-departments', 'the Red Cross and the charity', redCross(person), charity(person)),
  ),
];

/** Against the roster: `cover` tells it, and `dedupe` the error. */
export const DEAD: readonly Wrong[] = [
  error('blocked-payee', '刘海强 is dead by the roster of December', disabled(52), enrolled(52)),
];
export const LACKING: readonly Wrong[] = [48, 49, 50, 51, 53, 54, 55].map((person) =>
  warning('omitted-from-measure', 'on the roster, paid by 残联, not by 民政局', disabled(person), enrolled(person)),
);

/** Against the bank: `reconcile` tells it. */
export const OF_PAYMENTS: readonly Wrong[] = [
  error('payment-failed', '账户已销户', allowance(5), returned(5)),
  error('payment-failed', '户名不符', allowance(17), returned(17)),
  error('paid-amount-differs', '1,300 instead of 1,200', allowance(9), returned(9)),
  error('listed-not-paid', 'the return leaves out the twenty-first', allowance(20)),
];

/** A total of the return, which is no sum of its rows: 58,900 were asked for, 56,500 paid. `check` tells it. */
export const OF_RETURN: readonly Wrong[] = [
  error('list-total-contradicts-rows', 'the rows come to 58,900, not 57,800', '农商银行回盘0116.xlsx:51'),
];

/** Measures of which a list came; of all others no list did. */
export const LISTED = ['jieri', 'shequ', 'zhigong', 'fudaizhuren', 'canji', 'hongshi', 'zhiai'];
/** Measures of which the return says something: the deadline of 28 January is past for the others. */
export const RETURNED = ['jieri'];
