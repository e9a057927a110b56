import type { Excuse } from '../../domain/row/roster-excuse.ts';

/** What is said of rosters that were compared with lists, in Chinese. Loaded only by cover. */
const zh = {
  title: (rosters: number, lists: number, eligible: string, reached: string, rate: string) =>
    `${rosters}份名册对照${lists}份名单：应覆盖${eligible}人，已覆盖${reached}人，覆盖率${rate}`,
  verdict: {
    nowhere:
      '领的是不是名册该得的项目，看不出来：用 --as 部门/项目，lists: 的 department:、measure:，或名单的部门、项目列写明',
    omitted: (people: string) =>
      `遗漏${people}人：在名册上，不在任何名单上。请居委会逐人核实（-o 文件夹/ 按居委会分别导出）`,
    lacking: (people: string, measures: string) => `${people}人在名单上，但没有应得的项目：${measures}`,
    unlisted: (measures: string) => `还没有名单，没有查：${measures}`,
    ofMeasure: (measure: string, people: string) => `${measure}（${people}人）`,
    unclear: (people: string) =>
      `${people}人待核实：名单上有同名而一方没有有效证件号的人、像是同一个人的人、同号不同名的人，或很可能同户的人领了，不知道是不是`,
    blocked: (findings: string) => `不得领取而领了：错误${findings}处，先不要发放`,
    none: '没有遗漏：名册上应覆盖的人都在名单上，应得的项目都有',
    nobody: '名册上没有应覆盖的人：名册是空的，或都注明了死亡、迁出、放弃、剔除',
    empty: (files: string) => `名册里没有一个人：${files}`,
    noLists: '没有名单：名册上的人都算没有覆盖',
    blind: '名单没有证件号、账号、电话任何一列，认不出谁是同一个人：只能按姓名找',
  },
  coverage: {
    sheet: '覆盖情况',
    columns: {
      what: '名册',
      onRoster: '在册',
      eligible: '应覆盖',
      reached: '已覆盖',
      rate: '覆盖率',
      omitted: '不在任何名单',
      elsewhere: '只在别的名单',
      unclear: '待核实',
    },
    due: (measure: string | null) => (measure === null ? '任何一项' : measure),
    notListed: '（还没有名单）',
    total: '合计（每人算一次）',
    equation:
      '应覆盖＝已覆盖＋不在任何名单＋只在别的名单＋待核实；单位：人。一人在几份名册上的，各算一次，合计只算一次',
    excusedEquation: '在册＝应覆盖＋不计入（见“不计入的人”）',
    confirmed: (people: string) => `在名单上的人中，${people}人很可能是名单上的那个人（不是确定的），没有算作遗漏`,
    review: (people: string) => `待核实的人中，${people}人在名单上有疑似的人，见疑点 omitted`,
    perPerson: (people: string, payouts: string, average: string) =>
      `应覆盖的人中${people}人在名单上，共${payouts}人次，人均${average}次`,
  },
  moreFindings: (findings: string) => `另有${findings}处（--limit 多列几处；全部见 -o 的 .xlsx 或 .json）`,
  excused: {
    sheet: '不计入的人',
    columns: {
      deceased: '已死亡',
      moved: '迁出',
      refused: '放弃',
      excluded: '剔除',
      lifted: '年龄不符或已领互斥项目',
    } satisfies Record<Excuse | 'lifted', string>,
    note: '依据是名册的状态、备注、死亡日期；只认写的是本人的（“丈夫已故”不算）',
  },
  places: {
    sheet: '街镇、居委',
    columns: { subdistrict: '街镇', committee: '居委' },
    unknown: '（没有写）',
    all: '全部',
    more: (committees: string) => `另有${committees}个居委有没有覆盖到的人，全部见 -o 覆盖.xlsx 或 .json`,
    omittedFirst: '只列有人没有覆盖到的居委，多的在前',
  },
  picture: '各街镇覆盖率',
  categories: { sheet: '类别', column: '类别' },
  list: {
    sheet: '没有覆盖到的人',
    columns: {
      number: '序号',
      subdistrict: '街镇',
      committee: '居委',
      name: '姓名',
      id: '证件号',
      phone: '电话',
      address: '地址',
      category: '类别',
      rosters: '名册',
      what: '情况',
      found: '核实结果',
      remark: '备注',
    },
    fate: { omitted: '不在任何名单', elsewhere: '只在别的名单', unclear: '名单上有同名、同号或疑似的人，待核实' },
    title: (place: string) => `${place}：在名册上、没有覆盖到的人`,
    ask: '请逐人核实，填写最后两列（符合条件的补进名单；已死亡、迁出、放弃的写明），退回民政部门',
    masked: '证件号、电话的中间几位没有显示，地址没有列出；要发给居委会核实，加 --show-ids 导出全部',
    notMasked: '本表有完整的证件号、电话和地址：只交给负责核实的人，妥善保管',
    noPlace: '没有写街镇居委',
    summary: '覆盖情况',
  },
};

export type CoverWords = typeof zh;
export default zh;
