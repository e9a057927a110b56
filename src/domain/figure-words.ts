import { CHINESE_DIGITS } from './numeral.ts';
import { MEASURE_WORDS_PATTERN, NOUN_PATTERN } from './unit.ts';

/**
 * How firmly a document says a figure: as it stands; 约/左右 (about); 余/多 (over); 以上/至少 (atLeast); 近 (nearly);
 * 不超过/最高 (atMost).
 */
export type Qualifier = 'exact' | 'about' | 'over' | 'atLeast' | 'nearly' | 'atMost';

/** Words before a figure that qualify it, and those behind it. */
export const BEFORE: ReadonlyArray<readonly [RegExp, Qualifier]> = [
  [/^(?:大约|约|大概|大致|大体)/, 'about'],
  [/^(?:将近|接近|近)/, 'nearly'],
  [/^逾/, 'over'],
  [/^(?:至少|最低|不少于|不低于|超过|超|多于|大于|高于|上(?=[百千万]))/, 'atLeast'],
  [/^(?:不超过|未超过|不高于|不到|不足|少于|低于|小于|至多|最多|最高|上限)/, 'atMost'],
];
export const AFTER: ReadonlyArray<readonly [RegExp, Qualifier]> = [
  [/(?:左右|上下)$/, 'about'],
  [/(?:及以上|以上|起)$/, 'atLeast'],
  [/(?:以内|以下|封顶|不到|不足|未满)$/, 'atMost'],
];

/** Words of a sentence before a figure that say nothing of how much it is: 共计, 价值, 总金额, 人民币, 惠及困难群众. */
export const LEAD = new RegExp(
  '^(?:' +
    '计划|共计|合计|总计|累计|总共|总金额|总价值|总额|总值|金额|价值|折价|折款|折合|价款|达到|达|计|合|共有|共|总|为|:|' +
    '人民币|rmb|cny|¥|预算|(?:(?!约|近|超|逾|不|至|最|达|共)[\\u4e00-\\u9fff]){0,6}(?:资金|金额|款物|款项|物资|经费|慰问品|款|金)|' +
    '全[省市区县镇乡村]|发放|下发|支出|投入|安排|拨付|筹集|募集|使用|' +
    '预计|拟|走访慰问|走访|慰问|惠及|覆盖|受益|救助|帮扶|资助|服务|帮困|补助|涉及|' +
    '困难(?:群众|家庭|职工|学生|老人|儿童|党员|对象|人员)?|群众|职工|学生|老人|残疾人|对象|人员|户数|人数' +
    ')',
  'i',
);

/** Words that a figure is not read without: they change what it says. */
export const SAYS_MORE = /其中|[上去往]年|尚需|还需|[不未非另除每均至到以于减增比较差缺欠亏剩第万亿元平约近逾超余多最]/;
export const HAS_DIGIT = new RegExp(`[${CHINESE_DIGITS}]`);
export const WORDS_BEFORE = /^[\u4e00-\u9fff“”‘’、:]{1,24}/;

const NUMBER = `[0-9][0-9,.]*|[${CHINESE_DIGITS}万亿点]+`;
export const FIGURE = new RegExp(
  `^(?<number>${NUMBER})(?<over1>[余多])?(?<scale>[十百千万亿]*)(?<over2>[余多])?` +
    `(?:(?<money>元(?:人民币)?)(?:(?!左右|上下|封顶|整)${NOUN_PATTERN.replace('{1,', '{2,')})?|(?<word>${MEASURE_WORDS_PATTERN})(?:(?<over4>[余多])|\\((?<or>${MEASURE_WORDS_PATTERN})\\)` +
    `|(?<noun>${NOUN_PATTERN}))?)?(?<over3>[余多])?整?$`,
);
/** As nearly all are, and far sooner told. */
export const PLAIN_FIGURE =
  /^(?<number>[0-9][0-9,.]*)(?<over1>[余多])?(?<scale>[十百千万亿]*)(?<over2>[余多])?(?:(?<money>元)|(?<word>人次|户次|[人户份名位]))?(?<over3>[余多])?$/;
/** How far a figure goes that is not one: the rest is where reading stopped. */
export const FIGURE_START = new RegExp(
  `^(?:${NUMBER})[余多]?[十百千万亿]*[余多]?(?:元|(?:${MEASURE_WORDS_PATTERN})(?:\\((?:${MEASURE_WORDS_PATTERN})\\))?)?[余多]?整?`,
);
/** Two counts of one fact, of unlike units: 1355户9980人, 1355户、共9980人, 1355户(9980人). */
export const TWO_COUNTS = new RegExp(`^(.*\\d.*?(?:${MEASURE_WORDS_PATTERN}))[,、(]?(\\D{0,4}\\d[^()]*?)\\)?$`);
