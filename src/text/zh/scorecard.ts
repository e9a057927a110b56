import type { RoundedMoney } from '../../domain/money.ts';

const money = ({ figure, scale }: RoundedMoney) => `${figure}${scale}元`;

/** The three promises, and what is known of each, in Chinese. */
const zh = {
  sheet: '三个要求',
  columns: { principle: '要求', state: '情况' },
  wide: '广覆盖',
  none: '不遗漏',
  once: '少重复',
  books: '对得上账',
  coverage: (eligible: string, reached: string, rate: string) =>
    `名册上应覆盖${eligible}人，已覆盖${reached}人，${rate}`,
  listed: (planned: string, payouts: string, percent: string | null) =>
    `计划${planned}人次，名单${payouts}人次${percent === null ? '（有的项目没有写计划，不能相比）' : `，${percent}`}`,
  listedOnly: (payouts: string, persons: string) =>
    `名单${payouts}人次、${persons}人；计划没有写覆盖多少，对照名册用 relief cover`,
  planned: (planned: string) => `计划${planned}人次；没有名单，不知道实际`,
  unplanned: '计划没有写覆盖多少，也没有名单',
  notCounted: '没有查（relief cover、relief budget）',
  omitted: (people: string) => `遗漏${people}人：在名册上，不在任何名单上`,
  unclear: (people: string) => `${people}人要核实`,
  lacking: (people: string) => `${people}人没有应得的项目`,
  unlisted: (measures: string) => `${measures}个项目还没有名单，没有查`,
  nobodyEligible: '没有可查的：名册上没有应覆盖的人',
  noneOmitted: '没有遗漏',
  noRoster: '没有查（relief cover，要有名册）',
  repeated: (findings: string, amount: RoundedMoney | null) =>
    `重复发放的错误${findings}处，${amount === null ? '涉及的金额名单上没有写' : `涉及${money(amount)}`}`,
  notRepeated: (people: string) => `没有重复发放的错误；${people}人领两笔以上，见疑点`,
  toVerify: (findings: string) => `像是重复发放的${findings}处要核实`,
  unsettled: (pairs: string) => `疑似同一人${pairs}对还没有查清`,
  uncompared: (payouts: string) => `${payouts}行没有证件号或没有写项目，没有比对`,
  separator: '；',
  noLists: '没有查：没有名单（relief dedupe）',
  notCompared: '没有查重复（relief dedupe）',
  outliers: (rows: string) => `；名单里${rows}行金额离谱，没有算在内`,
  reconciled: (listed: RoundedMoney & { readonly mark: string }, paid: RoundedMoney, failed: string, open: string) =>
    `名单${listed.mark}${money(listed)}，到账${money(paid)}，发放失败${failed}笔，未回盘${open}笔`,
};

export type ScorecardWords = typeof zh;
export default zh;
