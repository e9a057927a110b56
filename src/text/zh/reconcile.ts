import type { RoundedMoney } from '../../domain/money.ts';
import type { RowState } from '../../domain/settlement.ts';
import failures from './failures.ts';

/** What is said of plan, lists and bank returns side by side, in Chinese. Loaded only by reconcile. */
const zh = {
  failures,
  title: (lists: number, returns: number, listed: string, aside: string, paid: string) =>
    `${lists}份名单对${returns}份银行回盘：名单${listed}万元${aside}，已到账${paid}万元`,
  verdict: {
    nowhere:
      '没有算进任何项目，与计划对不上：用 --as 部门/项目，lists: 的 department:、measure:，或名单的部门、项目列写明',
    outliers: (rows: string, { figure, scale }: RoundedMoney) =>
      `名单上${rows}行金额离谱，共${figure}${scale}元，以上金额没有算在内：先改正名单`,
    failed: (count: string, amount: string) => `发放失败${count}笔，${amount}万元：要重发`,
    open: (count: string, amount: string) => `还没有回盘${count}笔，${amount}万元`,
    unpaid: (count: string, amount: string) => `没有付${count}笔，${amount}万元：回盘都到了，或期限已过`,
    /** Measures and batches that no return speaks of. */
    silent: (count: string, amount: string) => `${count}笔${amount}万元还没有任何回盘提到`,
    silentAfterDeadline: (count: string, amount: string) => `${count}笔${amount}万元没有任何回盘提到，期限已过`,
    silentAfterAll: (count: string, amount: string) => `${count}笔${amount}万元没有任何回盘提到，而回盘已经全部在这里`,
    /** Returns that end in half a character, or whose totals their rows contradict. */
    doubtful: (files: readonly string[]) =>
      `回盘可能不全，自己的合计与各行不符，或文件没有传完：${files.join('、')}（见 relief check）`,
    settled: '没有错误，但有冲正，或银行付的与名单不是一个数：见下表',
    wrong: (findings: string) => `账对不上：错误${findings}处，见疑点`,
    reconciled: '账都对上了：名单上要银行付的，每一笔都到账，一分不差',
    noReturns: '没有银行回盘：只比了计划和名单',
  },
  measures: {
    sheet: '三方对账',
    columns: {
      measure: '部门、项目',
      plannedCount: '计划数',
      planned: '计划（万元）',
      listedCount: '名单（笔）',
      listed: '名单（万元）',
      paidCount: '到账（笔）',
      paid: '到账（万元）',
      failedCount: '失败（笔）',
      failed: '失败（万元）',
      reversedCount: '冲正（笔）',
      reversed: '冲正（万元）',
      openCount: '未回盘（笔）',
      open: '未回盘（万元）',
      byHandCount: '非银行（笔）',
      byHand: '非银行（万元）',
    },
    notListed: '没有名单的项目',
    unnamed: '（没有写项目）',
    noDepartment: '（没有写部门）',
    total: '合计',
    equation: (difference: string) =>
      `名单＝到账＋失败＋冲正＋未回盘＋非银行（实物、走访、当面发）；笔数分毫不差，金额${difference === '0.00' ? '也不差' : `差${difference}元，是银行付的与名单不同的（见疑点 paid-amount-differs）`}`,
  },
  rows: {
    sheet: '回盘的每一行',
    columns: { state: '状态', count: '行数', amount: '金额（元）', files: '在哪些回盘' },
    state: {
      paid: '到账：对上名单的一笔',
      failed: '失败：名单的一笔发放失败',
      reversed: '冲正：名单的一笔被冲回',
      pending: '处理中：名单的一笔还没有结果',
      replaced: '被后来的回盘取代（失败后重发、付后冲正等）',
      differs: '到账，金额与名单不同',
      repeated: '重复付款',
      'not-listed': '付了，名单上没有',
      'unpaid-not-listed': '没有付，名单上也没有',
      superseded: '同一笔交易后来又报，或累计回盘的前几份',
      'same-file': '与前面的回盘内容完全相同，没有再算',
      unclear: '状态或金额看不懂',
    } satisfies Record<RowState, string>,
    total: '合计',
    equation: '每一行只有一个状态；合计就是回盘的记录行数',
    sameFile: (file: string, other: string) => `${file} 与 ${other} 内容完全相同：只算一次`,
    noStatus: (file: string) => `${file} 没有状态列，也没有失败原因列：全部按成功算`,
  },
  planned: { sheet: '计划与名单' },
  moreFindings: (findings: string) => `另有${findings}处（--limit 多列几处；全部见 -o 的 .xlsx、.csv、.json）`,
};

export type ReconcileWords = typeof zh;
export default zh;
