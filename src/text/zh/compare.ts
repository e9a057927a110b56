/** What is said of two campaigns side by side, in Chinese. Loaded only by compare. */
const zh = {
  title: (from: string, to: string) => `对比：${from} → ${to}`,
  /** What the two are called in headings: by year where that tells them apart. */
  year: (year: number) => `${year}年`,
  sides: { from: '前者', to: '后者' },
  sheet: '对比',
  columns: {
    change: '变化',
    reach: (side: string) => `${side}覆盖`,
    reachDifference: '覆盖增减',
    reachPercent: (rate: string) => `覆盖${rate}`,
    standard: (side: string) => `${side}标准`,
    standardChange: '标准变化',
    amount: (side: string) => `${side}金额`,
    lowerBound: (side: string) => `${side}金额下限`,
    difference: '金额增减',
    count: '增减',
    /** 同比 is said of one year and the next. */
    percent: (yearOnYear: boolean): string => (yearOnYear ? '同比' : '增减率'),
    note: '备注',
  },
  change: { kept: '保留', added: '新增', dropped: '取消' },
  moved: (from: string) => `由${from}移来`,
  movedAway: (measure: string, to: string) => `移到${to}：${measure}`,
  called: (name: string, before: string) => `${name}（原称：${before}）`,
  byCategory: '按对象对应',
  forCategory: (category: string) => `名称、编号不同，按对象“${category}”对应`,
  standards: { sheet: '标准', raised: '提高', lowered: '降低', changed: '有变化', same: '不变', unknown: '一方没写' },
  reach: {
    sheet: '覆盖',
    total: '合计（按人次）',
    unit: (word: string) => `分项相加，${word}`,
    atLeast: '≥ 是下限：尚有项目没有数量，或文件写的是“至少”。',
    otherUnit: '单位不同',
  },
  percent: { up: (percent: string) => `增${percent}%`, down: (percent: string) => `减${percent}%`, level: '持平' },
  about: '约',
  common: (measures: number) => `其中：两份都有金额的${measures}项`,
  statedTotal: '文件所写的总数',
  verdict: {
    measures: (kept: number, added: number, dropped: number, moved: number) =>
      `项目：保留${kept}项${moved > 0 ? `（${moved}项换了部门）` : ''}，新增${added}项，取消${dropped}项`,
    standards: (parts: readonly string[]) => `保留项目的标准：${parts.join('，')}`,
    counts: {
      raised: (count: number) => `提高${count}项`,
      lowered: (count: number) => `降低${count}项`,
      changed: (count: number) => `其他变化${count}项`,
      same: (count: number) => `不变${count}项`,
      unknown: (count: number) => `至少一份没写、比不出${count}项`,
    },
    unchanged: '两份文件的部门、项目、标准、覆盖、金额都一样。',
    regions: (from: string, to: string) => `两份文件的地区不同：${from}，${to}`,
  },
  notes: {
    atLeast: '≥ 是下限：尚有项目没有金额，或文件写的是“至少”。',
    changes: '“新增”“取消”只看文件列没列，实际办没办，文件里看不出来。',
    mend: '本是同一部门、同一项目而没有对上的：部门的另一叫法写进 aliases:，项目用同一个编号（id）。',
    partial: '※ 至少一边不是全数（≥ 下限、只知一部分、有交叉或不超过），只是已知数相减，不能当作总数的增减。',
    basis: (stated: string, itemised: string) => `合计的依据不同：${stated}是文件所写，${itemised}是分项相加。`,
    overlapping: (side: string) => `${side}的分项有交叉，不作加总，合计是文件所写的总数。`,
  },
};

export type CompareWords = typeof zh;
export default zh;
