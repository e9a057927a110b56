/**
 * What a count counts, as the JSON contract's `reach` names it. 人次/户次 add up across measures; 人 and 户 are distinct
 * counts and do not. 份 is a gift pack, which goes to one; pieces of goods (箱, 床, 吨) and institutions (所, 家) reach nobody
 * by themselves.
 */
export const REACH_UNITS = [
  'persons',
  'households',
  'items',
  'personTimes',
  'householdTimes',
  'pieces',
  'institutions',
] as const;
export type ReachUnit = (typeof REACH_UNITS)[number];

/** What a count may be of: `ones` where the document says only 个, `times` where it says 次. */
export type CountUnit = ReachUnit | 'ones' | 'times';

/** The units of `reach` that are people reached, each at least once. */
export const REACHED_UNITS = ['persons', 'households', 'items', 'personTimes', 'householdTimes'] as const;

/** Measure words and what they count. */
const MEASURE_WORDS: Readonly<Record<CountUnit, readonly string[]>> = {
  householdTimes: ['户次'],
  personTimes: ['人次', '名次'],
  households: ['家庭', '户'],
  persons: ['人', '名', '位'],
  items: ['份'],
  institutions: ['所', '家', '处'],
  pieces: [...'件套盒箱包床条吨斤袋桶瓶壶台辆只双顶块张把副罐本部筐捆卷支盏组枚册幅提扎串板', '公斤', '千克'],
  ones: ['个'],
  times: ['场次', '批次', '台次', '车次', '班次', '次', '场'],
};

/** What 个 (and 支) counts is told by the noun behind it; the first that fits. */
const NOUNS: ReadonlyArray<readonly [RegExp, CountUnit]> = [
  [/(?:家庭|户)$/, 'households'],
  [/(?:人|者|员|生|工|童|孤儿|老|属|师|民|友|孩子?|对象|群众|军|少年|干部|劳模|代表|模范)$/, 'persons'],
  [/(?:包|礼盒|大礼)$/, 'items'],
  [
    /(?:单位|院|所|站|中心|机构|企业|公司|学校|校|园|社区|村|居委会?|村委会?|街道|街镇|乡镇|乡|镇|部门|协会|团体|组织|工地|项目部?|班组|支部|网点|驿站|基地|厂|队伍?|店|家|处|点)$/,
    'institutions',
  ],
];

const BY_WORD = new Map(
  Object.entries(MEASURE_WORDS).flatMap(([unit, words]) => words.map((word) => [word, unit as CountUnit] as const)),
);
const WORDS = [...BY_WORD.keys()].sort((a, b) => b.length - a.length);
const SIGNS = WORDS.filter((word) => word.length === 1);

/** All measure words for a regular expression, the longest first, so that 人次 is not read as 人. */
export const MEASURE_WORDS_PATTERN = [...WORDS.filter((word) => word.length > 1), `[${SIGNS.join('')}]`].join('|');

/** A noun behind a measure word: 217户困难家庭. Words that would say something of the figure itself are none. */
export const NOUN_PATTERN = '(?:(?![每以不未约余多近超元万亿其含除减至或])[\\u4e00-\\u9fff“”‘’]){1,16}';

/** What a measure word means, with the noun behind it if there is one (个敬老院); undefined where it is no such word. */
export function countUnitOf(word: string, noun = ''): CountUnit | undefined {
  const unit = BY_WORD.get(word);
  if (noun === '' || !['个', '支'].includes(word)) return unit;
  return NOUNS.find(([pattern]) => pattern.test(noun))?.[1] ?? unit;
}

/** The word that relief itself prints for a unit. */
export const UNIT_WORD: Readonly<Record<CountUnit, string>> = {
  persons: '人',
  households: '户',
  items: '份',
  personTimes: '人次',
  householdTimes: '户次',
  pieces: '件',
  institutions: '家',
  ones: '个',
  times: '次',
};

/** What counts of `times` are of, once. */
const ONCE: Partial<Record<CountUnit, CountUnit>> = { personTimes: 'persons', householdTimes: 'households' };

/**
 * May a rate per `per` be multiplied by a count of `unit`? The same unit, of course; a rate per person fits 人次 (each time
 * one person is paid), a rate per household 户次 and one per time (元/次) both; a count of packages (份) fits any rate, for
 * each goes to one. A rate that names no unit (`50元至230元`) fits every count.
 */
export function rateFits(per: readonly CountUnit[], unit: CountUnit): boolean {
  if (per.length === 0 || unit === 'items') return true;
  return per.some((rateUnit) =>
    rateUnit === 'times' ? unit === 'times' || unit in ONCE : (ONCE[rateUnit] ?? rateUnit) === (ONCE[unit] ?? unit),
  );
}
