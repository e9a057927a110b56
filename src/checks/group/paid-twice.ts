import { maskText } from '../../domain/shown/masking.ts';
import { isAmong } from '../../engine/among.ts';
import type { PayoutRow } from '../payout-row.ts';
import { defineGroupRule, type GroupQuery } from './group-rule.ts';
import { IDENTIFYING } from './identifying.ts';
import { PAID_OFTEN, PAYS, TOO_MUCH, totalOf } from './paid.ts';
import { byMeasure } from './same-measure.ts';
import { IS_SPLIT_PAYMENT, NO_SPLIT_PART, splitPayments } from './split-payments.ts';

/** Nobody knows what for: only rows that say the same are doubted, and not where something was taken back. */
const sameRows = (unnamed: readonly number[]): GroupQuery => ({
  from: 'repeated',
  by: ['identity', 'department', 'amount', 'day'],
  where: `${isAmong('r.measure', unnamed)} and coalesce(r.amount, 1) > 0 and not exists (select 1 from repeated t
    where t.identity = r.identity and t.department = r.department and ${isAmong('t.measure', unnamed)} and t.amount < 0)`,
  having: 'count(*) > 1',
  atStake: TOO_MUCH,
  severity: 'warning',
  taken: { as: 'person' },
  detail: { sameRows: 1 },
});

/** The same person paid more than once for the same measure. */
export default defineGroupRule<{
  times: number;
  takenBack: number;
  measure: string;
  department: string;
  total: string | null;
  sameRows: boolean;
}>({
  id: 'paid-twice',
  severity: 'error',
  documentation: {
    zh: {
      title: '同一人同一项目领了几次',
      what: '同一人在同一项目上领了不止一次，不论在一份名单还是几份名单上。没有写金额的（实物）也算一次，冲回（负数）抵掉一次，0元不算；几行加起来正好是标准的，归 split-payment。没有写项目的，只看部门、金额、日期都一样的行，作警告。同一人是指：有效身份证号相同（15位与18位算同一个），姓名相同或相近；号码错一位、颠倒两位、打了星号或被截断，而姓名对得上；无效的号码、护照号一模一样，姓名也一样；账号或电话相同（姓名超过十个的除外），姓名相同，身份证号又不矛盾。只是同名的不算，双胞胎号码相邻的也不算。各方面对得上、很可能是同一人而不确定的，也列出来，低一级，写明哪几行是确定的；移出行只看确定的，--certain 不列。',
      why: '“按照广覆盖、不遗漏、少重复的原则”：一笔钱发两次，发出去就难追回。所列金额是合计减去最大的一笔，即至少多发了多少。',
      example: '安一在民政局的两份名单上各领一次冬令补助600元，一份写18位身份证号，一份写15位。',
      mend: '核实后只留一行，多发的追回；发错了重发的，把原来那笔冲回；其实是两个项目的，项目分开写。个别确实该发两次的，用 exceptions: 记下理由。',
    },
    en: {
      title: 'One person paid more than once for one measure',
      what: 'One person is paid more than once for the same measure, on one list or on several. A row without an amount (goods) counts as a payment, one that takes money back (below zero) cancels one, and 0 is none; rows that together are exactly the standard are left to split-payment. Rows that name no measure are only doubted when department, amount and day are the same: a warning. One person means: the same valid ID number (15 and 18 digits are one), with the same or a near name; a number with one wrong digit or two swapped, masked or cut, with a name that agrees; the same passport or invalid number and the same name; or the same account or telephone (of at most ten names) and the same name, unless the ID numbers contradict it. Namesakes are not one person, nor are twins whose numbers are neighbours. Whoever very probably is one person and not certainly, because enough agrees, is found too, one severity lower, and it is said which rows are certain; rows are taken out for what is certain alone, and --certain leaves the rest out.',
      why: 'The campaign is to reach widely, leave nobody out and repeat little (“广覆盖、不遗漏、少重复”): money that was paid twice is hard to get back. The amount is the sum but for the largest payment, so at least that much was too much.',
      example:
        '安一 gets 600 yuan (冬令补助) on two lists of 民政局, on one under an ID number of 18 digits, on the other of 15.',
      mend: 'Find out which row is right, keep one and recover the rest; where a wrong payment was made again, enter the first one with a minus; where they are two measures, name them. For somebody who is rightly paid twice, record the reason under exceptions:.',
    },
  },
  message: {
    zh: ({ times, takenBack, measure, department, total, sameRows }) =>
      `${
        sameRows
          ? `${department}有${times}行没有写项目，金额、日期都一样`
          : `“${measure}”发了${times}次${takenBack > 0 ? `，冲回${takenBack}次` : ''}`
      }${total === null ? '' : `，合计${total}元`}`,
    en: ({ times, takenBack, measure, department, total, sameRows }) =>
      `${
        sameRows
          ? `${times} rows${department === '' ? '' : ` of ${department}`} name no measure and have the same amount and day`
          : `“${measure}” paid ${often(times)}${takenBack > 0 ? ` and taken back ${often(takenBack)}` : ''}`
      }${total === null ? '' : `, ${total} yuan in all`}`,
  },
  needs: [IDENTIFYING],
  tables: [splitPayments],
  find: ({ lists: { assignments } }) => {
    const unnamed = assignments.measures.flatMap(({ measure }, index) => (measure.name === '' ? [index] : []));
    const named = `not ${isAmong('r.measure', unnamed)}`;
    return [
      ...byMeasure(assignments, {
        from: 'repeated',
        by: ['identity', 'measure'],
        where: `${named} and ${PAYS} and not ${IS_SPLIT_PAYMENT}`,
        having: PAID_OFTEN,
        taken: { as: 'person', found: `${PAID_OFTEN} and ${NO_SPLIT_PART}` },
        atStake: TOO_MUCH,
      }),
      ...(unnamed.length > 0 ? [sameRows(unnamed)] : []),
    ];
  },
  show: ({ rows, detail }) => ({
    times: rows.length - takenBackIn(rows),
    takenBack: takenBackIn(rows),
    measure: maskText(rows[0]?.measure ?? ''),
    department: detail.sameRows === 1 ? maskText(rows[0]?.department ?? '') : '',
    total: totalOf(rows),
    sameRows: detail.sameRows === 1,
  }),
});

const TIMES: Readonly<Record<number, string>> = { 1: 'once', 2: 'twice' };
const often = (times: number) => TIMES[times] ?? `${times} times`;

const takenBackIn = (rows: readonly PayoutRow[]) => rows.filter(({ amount }) => (amount ?? 0n) < 0n).length;
