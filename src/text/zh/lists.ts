import type { RoundedMoney } from '../../domain/money.ts';
import type { ListRole } from '../../domain/row/list-role.ts';
import type { NonPayoutReason } from '../../domain/row/list-row.ts';
import type { TitleReading } from '../../domain/row/list-title.ts';
import type { DECISIVE, Wanting } from '../../domain/row/wanting.ts';
import scorecard from './scorecard.ts';

/** How a column came to be read as it is. */
type How = 'given' | TitleReading['how'];

/** Payouts that a rule passed over: whose they are, of which measures, and how many. */
interface Those {
  readonly who: string;
  readonly measures: string;
  readonly rows: string;
  readonly amount: RoundedMoney | null;
}

const REASONS: Record<NonPayoutReason, string> = {
  title: '标题',
  header: '表头',
  blank: '空行',
  subtotal: '小计',
  total: '合计',
  'end-mark': '结束标记',
  footer: '落款',
  note: '说明',
  page: '页码',
  'not-paid': '此项没有发',
  member: '家庭成员',
  'too-many-cells': '比表头多出单元格',
  'cell-too-long': '单元格过长',
  'unread-header': '上面的表头读不懂',
  'no-person': '有内容而没有姓名和证件号',
};

/** What is said of lists, in Chinese. Loaded only when there are lists. */
const zh = {
  scorecard,
  people: {
    between: (high: string, review: string, low: string) =>
      `人数是把确定的、很可能的都算作同一人：只算确定的是${high}人，疑似的${review}对也都是同一人则是${low}人`,
  },
  actual: {
    sheet: '计划与实际',
    listed: '发放情况',
    columns: {
      department: '部门',
      measure: '帮困项目',
      planReach: '计划覆盖',
      planCount: '计划数量',
      planAmount: '计划金额',
      payouts: '实际人次',
      persons: '实际人数',
      households: '实际户数',
      amount: '实际金额',
      difference: '实际－计划',
      remark: '备注',
    },
    unit: '金额单位：万元；人次和金额可以相加，人数和户数是去重后的数，不能相加',
    subtotal: '小计',
    total: '合计',
    noDepartment: '（没有写部门）',
    noMeasure: '（没有写项目）',
    unknown: '活动文件中没有',
    withoutAmount: (rows: number) => `${rows}行没有金额`,
    noList: '没有名单',
  },
  subdistricts: {
    sheet: '条×块',
    columns: {
      subdistrict: '街镇',
      department: '部门',
      payouts: '人次',
      persons: '人数',
      households: '户数',
      amount: '金额',
    },
    nowhere: '（没有写街镇）',
  },
  batches: {
    sheet: '各批次',
    columns: { batch: '批次', payouts: '人次', persons: '人数', amount: '金额（万元）' },
    none: '（没有写批次）',
    note: '人次和金额可以相加；一个人可能在几批里，人数不能相加',
  },
  inputs: {
    sheet: '名单',
    columns: {
      file: '文件',
      sheet: '工作表',
      encoding: '编码',
      rows: '总行数',
      payouts: '发放记录',
      setAside: '非记录行',
      rejected: '拒收',
      detail: '哪些行',
    },
    role: { payouts: '', earlier: '（已发，只作比对）', roster: '（名册）', return: '（银行回盘）' } satisfies Record<
      ListRole,
      string
    >,
    equation: '总行数＝发放记录＋非记录行＋拒收；行号就是电子表格里的行号',
    reason: (reason: NonPayoutReason) => REASONS[reason],
    someRows: (reason: string, count: number, first: readonly number[]) =>
      `${reason}${count}行（第${first.join('、')}${count > first.length ? '…' : ''}行）`,
    standard: (text: string) => `没有金额列，每笔按标准“${text}”计`,
    hiddenRows: (count: number) => `其中隐藏 ${count} 行，照样计入`,
    opaqueIds: (column: string) => `“${column}”一列不是身份证号，当作编号比对`,
    unit: (text: string) => `金额单位按“${text}”`,
    nothing: (list: string) => `${list} 没有一条发放记录：检查是不是给错了文件或工作表`,
    skipped: (file: string, sheet: string, why: 'hidden' | 'no-header' | 'of-form' | 'not-named') =>
      why === 'not-named'
        ? `${file} 的工作表“${sheet}”像是名单，没有读：要读的，在 lists: 里写明 sheet:`
        : why === 'of-form'
          ? `${file} 是 relief forms 发下去的表，“${sheet}”由花名册带出，没有读`
          : why === 'hidden'
            ? `${file} 的工作表“${sheet}”是隐藏的，没有读；要读就用 --sheet 或 sheet: 指明`
            : `${file} 的工作表“${sheet}”没有名单的表头，没有读`,
    total: '合计',
    separator: '；',
  },
  columns: {
    sheet: (file: string) => `${file}的表头`,
    columns: { column: '列', title: '表头', field: '读作', how: '依据' },
    how: {
      given: '指定',
      exact: '同名',
      contained: '含有',
      unused: '已识别未采用',
      unknown: '未识别未采用',
    } satisfies Record<How, string> as Record<How, string>,
    hint: '读错了就用 --column 标题=字段 改（或写在活动文件名单的 columns: 里）；不要的列写 标题=忽略',
  },
  findings: {
    sheet: '名单疑点',
    columns: {
      severity: '级别',
      rule: '规则',
      person: '人员',
      message: '说明',
      place: '位置',
      file: '文件',
      sheet: '工作表',
      row: '行',
      column: '列',
      amount: '金额（元）',
      fingerprint: '指纹',
    },
    none: '名单没有疑点。',
    more: (file: string, count: number, shown: number) =>
      `${file}：共${count}行，以上是前${shown}行（全部见 -o 疑点.csv）`,
    notChecked: (why: string, rules: string) => `没有查的（${why}）：${rules}`,
    why: {
      'no-campaign': '没有给活动文件',
      'no-policy': '活动文件没有这方面的规定',
      'not-listed': '活动文件有规定，名单上没有对得上的项目',
      'no-return': '没有银行回盘（活动文件的 returns:，或 --returns）',
      'only-certain': '只看确定的（--certain）',
      sealed: '名单是密封的，密封的部门在密封前查',
      'not-due': '回盘没有说是全部（--complete），发放期限也没有过',
      'no-roster': '没有名册（活动文件的 rosters:，或 --roster）',
    },
    lacking: (who: string, rows: string, fields: string) => `${who}：${rows}行没有${fields}`,
    files: (files: readonly string[]) =>
      files.length > 3 ? `${files.slice(0, 3).join('、')}等${files.length}份` : files.join('、'),
    or: '或',
  },
  /** Payouts that rules passed over. */
  passedOver: {
    cause: {
      'no-department': ({ who, rows, amount }) => `${who}：${rows}行${inAll(amount)}对不上活动文件的部门和项目`,
      'no-measure': ({ who, rows, amount }) => `${who}：${rows}行${inAll(amount)}有部门，对不上活动文件的项目`,
      'no-standard': ({ measures, rows, amount }) =>
        `${measures}：${rows}行${inAll(amount)}没有单笔的标准可对（文件定了的，写进 standard:）`,
      'no-step': ({ measures, rows, amount }) =>
        `${measures}分档：${rows}行${inAll(amount)}没有写户内人数、年龄或类别，看不出该哪一档`,
      'no-age': ({ measures, rows, amount }) => `${measures}有年龄条件：${rows}行${inAll(amount)}算不出年龄`,
      'no-account': ({ who, rows, amount }) => `${who}：${rows}行${inAll(amount)}没有银行账号`,
      'no-day': ({ who, rows }) => `${who}：${rows}行没有写发放日期`,
      'too-few': ({ measures, who, rows }) =>
        `${measures || who}：${rows}行，没有标准，又不足三笔，看不出金额离谱不离谱`,
    } satisfies Record<Wanting, (those: Those) => string> as Record<Wanting, (those: Those) => string>,
    line: (cause: string, therefore: string) => `${cause}，${therefore}`,
    /** What was therefore not asked, and what to do about it. */
    therefore: {
      'no-department':
        '标准、发放方式、年龄、不得同领都没有查：用 --as 部门/项目，lists: 的 department:、measure:，或名单的部门、项目列写明',
      'no-measure': '标准、发放方式、年龄、不得同领都没有查：用 --as 部门/项目，lists: 的 measure:，或名单的项目列写明',
      'no-step': '只查了金额是不是其中一档',
      'no-age': '年龄条件没有查：补上身份证号或年龄；活动没有年份的，写 year:',
      'no-account': '账号没有查：当面发的，写进项目的 delivery:',
    } satisfies Record<(typeof DECISIVE)[number], string> as Record<(typeof DECISIVE)[number], string>,
  },
  outliers: (rows: string, amount: RoundedMoney, usual: RoundedMoney) =>
    `${rows}行金额离谱，共${money(amount)}；不算它们是${money(usual)}`,
  outlierAside: (rows: string, amount: RoundedMoney) => `（另有${rows}行金额离谱，共${money(amount)}，没有算在内）`,
  check: {
    valid: (lists: number, payouts: string, persons: string, amount: string) =>
      `${lists}份名单：${payouts}人次，${persons}人，${amount}万元`,
  },
  progress: {
    reading: (nth: number, all: number, file: string) => `读取 ${nth}/${all}：${file}`,
    comparing: '比对是不是同一人',
    examining: '检查、汇总',
    step: (percent: string) => `本步${percent}`,
    rows: (count: string) => `${count}行`,
  },
};

const inAll = (amount: RoundedMoney | null) => (amount ? `（${money(amount)}）` : '');
const money = ({ figure, scale }: RoundedMoney) => `${figure}${scale}元`;

export type ListWords = typeof zh;
export default zh;
