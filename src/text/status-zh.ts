const daysLeft = (days: number) => (days === 0 ? '今天截止' : `还有${days}天`);

/** What is said of where a campaign stands, in Chinese. Loaded only by status. */
const zh = {
  sheet: '进度',
  columns: { state: '状态', days: '天数' },
  state: {
    undated: '没写日期',
    ahead: (days: number) => `${days}天后开始`,
    underWay: (days: number | null) => `进行中，${days === null ? '没写截止' : daysLeft(days)}`,
    due: (days: number) => daysLeft(days),
    ended: (days: number) => `日期已过${days}天`,
    passed: (days: number) => `期限已过${days}天`,
    overdue: (days: number) => `逾期${days}天`,
  },
  verdict: {
    on: (day: string, parts: readonly string[]) => `${day}，${parts.join('；')}`,
    undated: '文件没有写日期',
    running: (stages: string) => `进行中：${stages}`,
    noneRunning: '没有写明正在进行的阶段',
    open: (stages: string) => `没写开始、还没到期：${stages}`,
    left: (name: string, days: number | null) => `${name}（${days === null ? '没写截止' : daysLeft(days)}）`,
    next: (until: string, days: number, what: string) => `下一个到期：${until}（${daysLeft(days)}）${what}`,
    allOver: (last: string, days: number) => `各项日期都已过，最后一项到${last}（${days}天前）`,
    overdue: (name: string, days: number, evidence: readonly string[]) =>
      `逾期${days}天：${name}（${evidence.join('，')}）`,
    late: (payouts: string) => `${payouts}笔发放日期晚于期限`,
    missing: (departments: string) => `名单上没有${departments}`,
    passed: (deadlines: string) => `期限已过：${deadlines}`,
    ended: (stages: string) => `日期已过：${stages}`,
    ago: (name: string, days: number) => `${name}（${days}天前）`,
    others: (first: string, all: number) => `${first}等${all}项`,
  },
  note: '“日期已过”“期限已过”只看日期：办没办完，文件里看不出来。名单上有晚于期限的发放，或有部门名单上没有，才说“逾期”。',
  progress: {
    sheet: '各部门进度',
    columns: {
      department: '部门',
      planCount: '计划数量',
      planAmount: '计划金额',
      payouts: '名单人次',
      amount: '名单金额',
      share: '占计划',
      late: '逾期笔数',
      remark: '备注',
    },
    unit: '金额单位：万元；计划数量是各项相加，按人次；占计划按金额，金额不全的按人次。列入名单不等于已经发到手。',
    deadline: (until: string, name: string) => `发放期限：${until}，${name}；发放日期在它之后的算逾期`,
    noDeadline: '文件没有写发放期限，逾期算不出来',
    byCount: (share: string) => `${share}（人次）`,
    missing: '名单上没有',
    unplanned: '活动文件中没有',
    noDepartment: '（没有写部门）',
    withoutAmount: (rows: number) => `${rows}笔没有金额`,
    undated: (rows: number) => `${rows}笔没有发放日期`,
    total: '合计',
    separator: '；',
  },
};

export type StatusWords = typeof zh;
export default zh;
