import type { NotLooked, RunFigure, RunReport } from '../../domain/run/manifest.ts';

/** How much there is to do of something: rows, people or cases; yuan, and units, where those are known. */
export interface HowMuch {
  readonly count: string;
  readonly amount: string | null;
  readonly units: string | null;
}

const money = (amount: string | null) => (amount === null ? '' : `，共${amount}元`);
const ofUnits = (units: string | null) => (units === null ? '' : `（${units}个单位）`);

/** What is said of a run over everything, in Chinese. Loaded only by that command. */
const zh = {
  /** What the files and folders are called. */
  files: {
    budget: '预算',
    check: '核对',
    dedupe: '重复',
    cover: '覆盖',
    reconcile: '对账',
    export: '统计表',
    cases: '台账',
    page: '报告',
  } satisfies Record<RunReport, string>,
  folders: { clean: '可发名单', removed: '移出名单', unsent: '待下发', sent: '下发', changed: '改过的' },
  summary: '今天先做',
  title: (things: number) =>
    things === 0 ? '今天没有要先做的事' : `今天先做这${['', '一', '两', '三'][things] ?? things}件事`,
  about: (campaign: string, day: string) => `${campaign}，${day}`,
  columns: { number: '序号', what: '要做的事', where: '见' },
  todo: {
    register: ({ count }: HowMuch) => `台账有${count}行不是 relief 写的样子：先查明是谁改的，在此以前销号不算数`,
    outliers: ({ count, amount }: HowMuch) =>
      `${count}笔金额离谱${money(amount)}，多半是元和万元弄混：改正名单再来一遍，在此以前合计都不可信`,
    stop: ({ count, amount }: HowMuch) => `${count}笔不能发${money(amount)}：放款用可发名单，不用原来的名单`,
    failed: ({ count, amount }: HowMuch) => `银行没有付成${count}笔${money(amount)}：查明原因，改正后重发`,
    unpaid: ({ count, amount }: HowMuch) => `该到账而没有到账${count}笔${money(amount)}：向银行查问`,
    omitted: ({ count }: HowMuch) => `${count}人应当帮到，没有一份名单有他们：补发，或写明原因`,
    overdue: ({ count, units }: HowMuch) =>
      `${count}件疑点逾期未反馈${ofUnits(units)}：催办（relief cases send --remind）`,
    plan: ({ count }: HowMuch) => `计划有${count}处错误，或与名单不符：改正活动文件，或查明原因`,
    place: ({ count, amount }: HowMuch) =>
      `${count}行对不上活动文件的部门、项目${money(amount)}，标准、发放方式都没有查：写明是哪个部门、哪个项目`,
    fix: ({ count }: HowMuch) => `可发名单里还有${count}行有错误（证件号、账号、金额等）：退回改正再发`,
    settle: ({ count, amount }: HowMuch) => `${count}件疑点属实，还没有处理完${money(amount)}：停发、追回或说明`,
    again: ({ count, units }: HowMuch) => `${count}件疑点答复过，又变了${ofUnits(units)}：重新核实`,
    send: ({ count, units }: HowMuch) => `${count}件疑点还没有下发${ofUnits(units)}：看过以后用 --send 登记下发`,
    review: ({ count, amount }: HowMuch) => `${count}对人可能是同一人${money(amount)}：逐对核实（relief review）`,
    lacking: ({ count }: HowMuch) => `${count}人在名单上，应得的项目没有得全：补发，或写明原因`,
    lists: () => '没有发放名单，查不了重复、遗漏和到账：把各部门的名单写进 lists:',
    rosters: () => '没有名册，查不了谁没有帮到、谁不得领取：把名册写进 rosters:',
    returns: () => '没有银行回盘，不知道钱到了没有：放款以后把回盘写进 returns:',
  },
  rest: '还要做的',
  results: {
    sheet: '各份文件',
    columns: { file: '文件', says: '结论' },
    export: (hasLists: boolean): string => (hasLists ? '计划和实际，按部门、项目' : '只有计划：没有读名单'),
    clean: (rows: string) => `去掉${rows}行以后的名单，格式照原样`,
    removed: (rows: string, amount: string) => `移出的${rows}行，共${amount}元`,
    noLetter: (unit: string) => `${unit}就是发函的单位，没有函`,
    own: (cases: string) => `${cases}件由主办单位自己核实`,
    separator: '；',
    unsent: (cases: string, units: string) => `${cases}件疑点，${units}个单位各一份反馈表和函，还没有登记下发`,
    sent: (cases: string, units: string) => `${cases}件疑点，${units}个单位各一份反馈表和函，已登记下发`,
    page: '给领导看的一页',
  },
  changes: {
    sheet: (since: string | null) => (since === null ? '和上次比' : `和上次（${since}）比`),
    columns: { what: '什么', before: '上次', now: '这次' },
    first: '第一次运行，没有可比的',
    none: '名单、数字、疑点都没有变',
    inputs: { added: '新增的名单、名册、回盘', changed: '变了的', gone: '不再有的' },
    cases: { added: '新的疑点', closed: '新销号', reopened: '重新打开', gone: '不再登记' },
    nothing: '—',
  },
  figures: {
    payouts: '名单人次',
    persons: '名单人数',
    amount: '名单金额（元）',
    takenOut: '不能发的笔数',
    takenOutAmount: '不能发的金额（元）',
    errors: '错误',
    warnings: '警告',
    hints: '提示',
    eligible: '应覆盖人数',
    reached: '已覆盖人数',
    omitted: '遗漏人数',
    paid: '到账笔数',
    paidAmount: '到账金额（元）',
    failed: '没有付成笔数',
    failedAmount: '没有付成金额（元）',
  } satisfies Record<RunFigure, string>,
  notLooked: {
    sheet: '没有查的',
    columns: { what: '没有什么', so: '所以没有查' },
    why: {
      lists: ['没有发放名单', '谁重复领了、谁没有帮到、钱到了没有，也没有可发名单'],
      rosters: ['没有名册', '谁应当帮到而没有帮到，谁已死亡或不得领取'],
      returns: ['没有银行回盘', '钱到了没有'],
      'lists-of-parts': ['没有读各街镇（parts:）自己的名单', '与各街镇名单的交叉（见 relief budget）'],
    } satisfies Record<NotLooked, readonly [string, string]>,
    all: '名单、名册、回盘都有；哪条规则因为缺列或关了而没有查，见各份文件',
  },
  done: (folder: string, changed: string, unchanged: string, removed: string) =>
    `已写入 ${folder}：${changed}个文件新写或有变，${unchanged}个照旧${removed === '0' ? '' : `，删去不再需要的${removed}个`}`,
  setAside: (file: string, to: string) => `${file} 有人改过：移到 ${to}，没有丢`,
  strangers: (files: string) => `可发名单里有不是这里写的文件，没有动：${files}；整个文件夹交出去以前先移开`,
  badManifest: (file: string) =>
    `${file} 不是 relief run 写的样子：不知道上次写了哪些文件，一个也不删；要写的位置上已有的文件都先移开`,
};

export type RunWords = typeof zh;
export default zh;
