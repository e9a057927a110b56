import type { Doubt, PlacedKey } from '../../domain/notice/draft.ts';
import type { AsideKind, OpenReason } from '../../domain/notice/figure.ts';
import type { Spot } from '../../domain/notice/notice-line.ts';

const quoted = (texts: readonly string[]) => texts.map((text) => `“${text}”`).join('、');

/** What is said of drafts, in Chinese. Loaded only by draft. */
const zh = {
  head: (file: string) => `由 relief draft 从 ${file} 起草。每一处都注明了原文；改好后运行 relief budget。`,
  absent: '原文没有写的没有填，也没有推算：空缺表示“不明”，不等于零。',
  toCheck: (what: string) => `请核对：${what}`,
  empty: '这份文件里没有找到带数字的帮困项目，所以 departments 是空的',
  notRead: (pages: readonly number[]) => `第${pages.join('、')}页没有文字，可能是图片，没有读到`,
  spot: ({ unit, at }: Spot) => ({ line: `:${at}`, page: `第${at}页`, paragraph: `第${at}段` })[unit],
  original: '原文',
  asideTitle: '不是帮困数字、没有写入的：',
  openTitle: '没有写入、要人看的数字：',
  none: '没有',
  more: (count: number) => `还有${count}处，见 --format json`,
  unwritten: '未写明',
  equation: (all: number, placed: number, aside: number, open: number) =>
    `原文数字 ${all} = 写入 ${placed} + 不是帮困数字 ${aside} + 没有写入 ${open}`,
  doubts: (count: number) => (count === 0 ? '没有要核对的地方' : `有 ${count} 处写了“# 请核对”`),
  next: (file: string) => `下一步：relief budget ${file}`,
  aside: {
    date: '日期',
    duration: '时长',
    document: '文号',
    telephone: '电话',
    'long-number': '号码',
    address: '地址',
    age: '年龄',
    percent: '百分比、倍数',
    ordinal: '序数',
    label: '条目编号',
    page: '页码',
    attachment: '附件编号',
    name: '名称里的数字',
    measurement: '长度、面积等',
    thing: '项、类、种等',
    times: '场次、批次',
    ratio: '比例、编组',
    household: '家庭人口',
    institution: '单位、地方的个数',
    giver: '来帮困的人',
    population: '在册、总体人数',
    condition: '条件（收入、费用等）',
    repeated: '前面写过的同一个数',
  } satisfies Record<AsideKind, string>,
  open: {
    vague: '数、几这样的约数，读不成数字',
    'no-unit': '没有单位',
    cut: '数字中间有空格或断行，可能是一个数，也可能是两个',
    unreadable: '读不懂的写法',
    'two-readings': '可能是每人（户）的，也可能是合计的',
    'no-place': '看不出属于哪个项目，或是哪些数的合计',
    undecided: '看不出是不是帮困数字',
    share: '由谁出其中的多少，可写到 funds',
    each: '每人（户）各得的实物，不是总数',
    'other-count': '同一件事的另一个数量，或与前一个数量关系不明',
    comparison: '与往年相比的增减、缺口',
  } satisfies Record<OpenReason, string>,
  doubt: ({ kind, texts }: Doubt): string => {
    switch (kind) {
      case 'total-or-item':
        return '这是这个部门的合计（原文这样说，或各项相加正好相等）；若是另一个项目，移到 measures';
      case 'history':
        return `${quoted(texts)}：是本次的，还是历年累计的？历年的加 counts: false`;
      case 'rate-or-amount':
        return `${quoted(texts)}：是每人（户）的标准，还是合计？没有写入`;
      case 'other-count':
        return `有两个数量：${quoted(texts)}，只写了前一个`;
      case 'giver':
        return '原文没有写明由哪个部门发放';
      case 'excluded':
        return `${quoted(texts)}：先写在 note 里；他们领的是哪个项目，就把那个项目写到 excludes`;
      case 'no-figure':
        return '原文没有写数字';
      case 'does-not-agree':
        return `${texts.join(' × ').replace(/ × ([^×]*)$/, ' 不等于 $1')}：原文如此，还是几个数不属于同一项目？`;
      case 'delegated':
        return '标准由别人另定';
    }
  },
  key: {
    reach: '覆盖',
    standard: '标准',
    amount: '金额',
    goods: '实物',
    income: '筹集',
    stated: '总数',
    departments: '部门数',
    history: '历年',
    date: '日期',
    document: '文号',
    eligible: '条件',
  } satisfies Record<PlacedKey, string>,
  check: {
    same: (campaign: string, notice: string, figures: number) =>
      `${campaign} 与 ${notice} 相符：${figures} 个数都对得上`,
    missing: (count: number) => `原文有、活动文件里没有的数：${count}`,
    extra: (count: number) => `活动文件里有、原文没有的数：${count}`,
    unread: (count: number) => `两边都没有比的：原文里读不懂的数 ${count} 个，请自己看`,
    line: (place: string, text: string, what: string, context: string) => `  ${place}  ${text}（${what}）  ${context}`,
  },
};

export default zh;
export type DraftWords = typeof zh;
