import type { PersonChange, PersonDifference, PersonReason } from '../../domain/people/person-change.ts';

/** What is said of the people of two lists, in Chinese. Loaded only where lists are compared. */
const zh = {
  title: (from: string, to: string) => `人员对比：${from} → ${to}`,
  change: { added: '新增', left: '退出', changed: '变更', same: '不变' } satisfies Record<PersonChange, string>,
  reason: {
    deceased: '已去世',
    moved: '迁出',
    refused: '本人放弃',
    excluded: '名册注明不再符合条件',
    blocked: '在不得领取的名册上',
    lifted: '领了不可兼得的项目，或年龄不符',
    perhaps: '可能是换了写法的同一人，要核实',
    enrolled: '在名册上',
    unknown: '原因不明',
  } satisfies Record<PersonReason, string>,
  stillEnrolled: '还在名册上，可能遗漏',
  difference: { amount: '金额', measures: '项目', department: '部门', place: '居住地' } satisfies Record<
    PersonDifference,
    string
  >,
  verdict: {
    moved: (added: string, left: string, changed: string, same: string) =>
      `新增${added}人，退出${left}人，变更${changed}人，不变${same}人`,
    unchanged: (persons: string) => `两边都是这${persons}人，项目、金额都没有变`,
    omitted: (persons: string, amount: string) =>
      `退出的有${persons}人还在名册上（上次${amount}元）：可能遗漏，逐人核实`,
    unknown: (persons: string, amount: string) => `退出的有${persons}人不知道为什么（上次${amount}元）`,
    stillPaid: (persons: string) => `新增的有${persons}人，名册说已去世、迁出、不再符合条件或不得领取`,
    perhaps: (pairs: string) => `一边退出、一边新增的有${pairs}对可能是同一人，核实以前新增和退出都可能少几人`,
    confirmed: (persons: string) => `两边对上的人里有${persons}人写法不同，是凭别的情况认定的同一人`,
    noRosters: '没有名册，不知道退出的人是去世、迁出，还是遗漏（--roster、--blocked）',
    nobody: (side: string) => `${side}的名单上一个人也没有`,
  },
  sheets: {
    summary: '人员',
    reasons: '原因',
    departments: '按部门',
    measures: '按项目',
    committees: '按居委',
    people: '人员明细',
  },
  columns: {
    what: '变化',
    persons: '人数',
    before: '上次人数',
    now: '这次人数',
    added: '新增',
    left: '退出',
    changed: '变更',
    amountBefore: '上次金额',
    amountNow: '这次金额',
    difference: '增减',
    reason: '原因',
    name: '姓名',
    id: '身份证号',
    department: '部门',
    measure: '项目',
    place: '居住地',
    committee: '居委',
    beforeAt: '上次所在',
    nowAt: '这次所在',
    remark: '备注',
  },
  total: '合计',
  before: '上次名单',
  now: '这次名单',
  closes: '这次＝上次＋新增－退出＋变更的增减，到分',
  countedInEach: '一人在几个部门、项目、居委的，各算一次，各部分相加多于合计',
  atLeast: (before: string, now: string) => `≥ 是下限：上次有${before}笔、这次有${now}笔没有金额`,
  notSaid: '（没有写）',
  more: (persons: string) => `只列涉及金额最多的几人，共${persons}人有变；全部见 -o 的 xlsx、json，或名单对比的 csv`,
  several: (payouts: string) => `等${payouts}笔`,
  fromTo: (from: string, to: string) => `${from} → ${to}`,
  written: (from: string, to: string) => `写法不同：${from} → ${to}`,
  notSure: '认定为同一人，不是确定',
};

export type ComparePeopleWords = typeof zh;
export default zh;
