import type { Measure } from '../domain/campaign/measure.ts';
import type { BaseShare, Standard, Tier } from '../domain/campaign/standard.ts';
import type { Interval } from '../domain/interval.ts';
import type { Language } from '../domain/language.ts';
import { wanYuan } from '../domain/money.ts';
import type { Quantity } from '../domain/quantity.ts';
import type { Rate } from '../domain/rate.ts';

/** Counts as the document prints them. */
export function printReach(reach: readonly Quantity[]): string {
  return reach.map(({ text }) => text).join('+');
}

/** Lots of goods, how many of each: 棉被400床. */
export function printGoods(goods: Measure['goods']): string {
  return goods.map(({ item, quantity }) => `${item}${quantity?.text ?? ''}`).join('、');
}

/** A range of money in 万元: `161.07–214.76`, `≤5.00`, `≥1.20`, or one figure. */
export function printInterval({ low, high }: Interval): string {
  if (low === null) return high === null ? '—' : `≤${wanYuan(high)}`;
  if (high === null) return `≥${wanYuan(low)}`;
  return low === high ? wanYuan(low) : `${wanYuan(low)}–${wanYuan(high)}`;
}

/** A standard in one phrase: as printed or, where the file gives its parts, put together from them. */
export function printStandard(standard: Standard, language: Language): string {
  if (standard.text !== undefined) return standard.text;
  const { rate, ceiling, average, tiers = [], joint, parts = [], share, increase, delegatedTo } = standard;
  const words = WORDS[language];
  return [
    ...(share ? [words.share(share)] : rate ? [rate.kind === 'usual' ? words.usual(rate) : rate.text] : []),
    ...(joint ? [tiers.map((tier) => words.tier(tier)).join('＋')] : tiers.map((tier) => words.tier(tier))),
    ...(parts.length > 0 ? [parts.map(({ text }) => text).join('＋')] : []),
    ...(increase ? [words.increase(increase)] : []),
    ...(ceiling ? [words.ceiling(ceiling)] : []),
    ...(average ? [words.average(average)] : []),
    ...(delegatedTo === undefined ? [] : [words.delegated(delegatedTo)]),
  ].join(words.and);
}

const percent = ({ share }: BaseShare) => `${Number(share) / 100}%`;
/** What is added for each further person, without the words that say so. */
const added = (rate: Rate) =>
  rate.text.replace(/^每(?:户)?(?:增加|增|多)(?:1|一)?个?[人口](?:,|则|再|就|可)*(?:增加|增发|加发|增|加)?/, '');
const bare = (rate: Rate) => rate.text.replace(/^(?:一般|通常|最高|最多|至多|不超过|平均|[户人]均)为?/, '');
const span = (condition: string, orMore: string) => condition.replace(/\+$/, orMore);

const WORDS = {
  zh: {
    and: '；',
    usual: (rate: Rate) => `一般${bare(rate)}`,
    ceiling: (rate: Rate) => `最高${bare(rate)}`,
    average: (rate: Rate) => (/均/.test(rate.text) ? rate.text : `平均${rate.text}`),
    increase: ({ base, each, upTo }: NonNullable<Standard['increase']>) =>
      `${base.text}，每增1人加${added(each)}${upTo ? `，封顶${bare(upTo)}` : ''}`,
    share: (of: BaseShare) => `${of.base}的${percent(of)}`,
    delegated: (by: string) => `由${by}另定`,
    tier: ({ household, age, category, funder, rate }: Tier) =>
      [
        household === undefined ? '' : `${span(household, '人及以上').replace(/\d$/, '$&人')}户`,
        age === undefined ? '' : `${span(age, '周岁及以上').replace(/\d$/, '$&周岁')}`,
        category ?? '',
        funder ?? '',
        rate.text,
      ].join(''),
  },
  en: {
    and: '; ',
    usual: (rate: Rate) => `usually ${bare(rate)}`,
    ceiling: (rate: Rate) => `at most ${bare(rate)}`,
    average: (rate: Rate) => `on average ${bare(rate)}`,
    increase: ({ base, each, upTo }: NonNullable<Standard['increase']>) =>
      `${base.text} and ${added(each)} for each further person${upTo ? `, at most ${bare(upTo)}` : ''}`,
    share: (of: BaseShare) => `${percent(of)} of ${of.base}`,
    delegated: (by: string) => `to be set by ${by}`,
    tier: ({ household, age, category, funder, rate }: Tier) =>
      [
        household === undefined ? '' : `household of ${household}:`,
        age === undefined ? '' : `aged ${age}:`,
        category === undefined ? '' : `${category}:`,
        funder === undefined ? '' : `${funder}:`,
        rate.text,
      ]
        .filter(Boolean)
        .join(' '),
  },
} as const;
