import type { ReachUnit } from '../domain/unit.ts';

/** What the statistics table says, in Chinese. Loaded only by export. */
const zh = {
  statistics: {
    sheet: '统计表',
    title: (year: number | null) => `${year === null ? '' : `${year}年`}元旦春节期间帮困送温暖工作统计表`,
    attachment: '附件',
    reporter: (issuer: string) => `填报单位：${issuer}`,
    unit: '单位：万元',
    columns: {
      number: '序号',
      department: '部门',
      measure: '帮困项目',
      to: '对象',
      form: '形式',
      standard: '标准',
      planned: '计划',
      actual: '实际',
      amount: '金额',
      funds: '资金来源',
      note: '备注',
      lowerBound: (title: string) => `${title}是下限`,
    },
    units: {
      households: '户',
      persons: '人',
      personTimes: '人次',
      householdTimes: '户次',
      items: '份',
    } satisfies Record<ReachUnit, string>,
    under: (over: string, title: string) => `${over}${title}`,
    subtotal: '小计',
    total: '合计',
    ofWhich: {
      cash: '其中：现金',
      goods: '其中：实物',
      both: '其中：几种形式兼有',
      service: '其中：服务',
      open: '其中：没有写形式',
    },
    noMeasures: '（没有列出项目）',
    unplanned: '文件没有这个项目',
    overlapping: '与别项交叉',
    history: '历史数字，不计入',
    notTotalled: '项目互有交叉：合计金额用文件所写的数；人数、小计、其中是各行之和，可能有重复',
    atLeast: '≥ 表示有的项目没有写金额，合计是下限；“—”表示文件没有写',
    distinct: '户、人的实际数，一户、一人只算一次，所以小计、合计不是各行相加；人次、金额是各行相加',
    signatures: ['单位负责人：', '审核人：', '填表人：', '联系电话：', '填报日期：    年  月  日'],
  },
  places: {
    sheet: '条×块',
    corner: '部门',
    total: '合计',
    unknown: '（没有写街镇）',
    unit: '每格：金额（万元）；下半张：人次',
    amounts: '金额（万元）',
    payouts: '人次',
  },
  findings: { sheet: '疑点', where: '位置' },
  notes: {
    sheet: '说明',
    columns: { what: '项目', value: '内容' },
    campaign: '活动',
    document: '文号',
    made: '由 relief 编制，版本',
    input: (file: string) => `读入：${file}`,
    campaignFile: '活动文件',
    equation: (rows: string, payouts: string, aside: string, rejected: string) =>
      `总行数${rows}＝发放记录${payouts}＋非记录行${aside}＋拒收${rejected}`,
    sha256: 'SHA-256',
    precision: '金额按万元显示两位小数，单元格里是精确的数；小计、合计是公式，可以重算',
    noLists: '只有计划：没有读名单，“实际”各栏不列',
    encoding: '编码',
  },
};

export type ExportWords = typeof zh;
export default zh;
