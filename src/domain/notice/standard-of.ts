import { readStandard } from '../campaign/standard-text.ts';
import type { Mention } from './mention.ts';

/** A standard as a campaign file has it: one phrase, or its parts. */
export type DraftStandard =
  | string
  | {
      readonly range?: string;
      readonly rate?: string;
      readonly ceiling?: string;
      readonly average?: string;
      readonly tiers?: readonly DraftTier[];
      readonly parts?: readonly DraftPart[];
    };

/** What each gets, in cash or in goods: 每户500元, 大米1袋. */
type DraftPart = { readonly form: 'cash'; readonly rate: string } | { readonly form: 'goods'; readonly goods: string };

interface DraftTier {
  readonly household?: string;
  readonly age?: string;
  readonly category?: string;
  readonly rate: string;
}

/** Puts rates of one measure together: a range with its ceiling and its average, or steps. `textOf` gives what is printed between two offsets. */
export function standardOfRates(
  rates: readonly Mention[],
  textBetween: (from: number, to: number) => string,
): DraftStandard | null {
  const [first, ...more] = rates;
  if (!first) return null;
  if (more.length === 0)
    return first.condition?.figure.kind === 'household' ? { tiers: rates.map(tierOf) } : first.value;
  return cashAndGoods(rates, textBetween) ?? bounded(rates) ?? { tiers: rates.map(tierOf) };
}

/** 每户300元及米面油1套: what each gets beside the money. One kind of goods alone, without money, a campaign can't say. */
export function withGoods(money: DraftStandard | null, goods: readonly string[]): DraftStandard | null {
  if (goods.length === 0 || (money !== null && typeof money !== 'string') || (money === null && goods.length < 2))
    return money;
  const cash = money === null ? [] : [{ form: 'cash' as const, rate: money }];
  return { parts: [...cash, ...goods.map((each) => ({ form: 'goods' as const, goods: each }))] };
}

/** 每户500元慰问金和价值200元的慰问品: read as it is printed. */
function cashAndGoods(rates: readonly Mention[], textBetween: (from: number, to: number) => string): string | null {
  const [cash, goods] = rates;
  if (rates.length !== 2 || !cash || !goods || cash.passage !== goods.passage) return null;
  const between = textBetween(cash.figure.to, goods.figure.from);
  if (between.length > 16 || !/[和及、加]|以及/.test(between)) return null;
  const behind = /^(?:左右)?的?[\u4e00-\u9fff]{1,8}/.exec(goods.after)?.[0] ?? '';
  const own = textBetween(goods.figure.from, goods.figure.to);
  for (let length = behind.length; length >= 0; length -= 1) {
    const phrase = `${cash.value}${between}${own}${behind.slice(0, length)}`;
    const read = readStandard(phrase);
    if ('ok' in read && read.ok.parts) return phrase;
  }
  return null;
}

/** 每户1000元至3000元，最高5000元，户均2000元: at most one of each kind. */
function bounded(rates: readonly Mention[]): DraftStandard | null {
  const parts: { range?: string; rate?: string; ceiling?: string; average?: string } = {};
  const per = /^每[人户份名位](?:\([人户]\))?/.exec(rates[0]?.value ?? '')?.[0] ?? '';
  for (const { value } of rates) {
    const read = readStandard(value);
    if (!('ok' in read)) return null;
    const { rate, average, ceiling } = read.ok;
    const kind = average
      ? 'average'
      : ceiling
        ? 'ceiling'
        : rate && rate.low.value !== rate.high.value
          ? 'range'
          : 'rate';
    if (parts[kind] !== undefined) return null;
    parts[kind] = kind === 'ceiling' && rate === undefined && !/[每/]/.test(value) ? per + value : value;
  }
  return parts.range !== undefined && parts.rate !== undefined ? null : parts;
}

/** A step with what it is for, where the words before it say so. */
function tierOf({ value, condition, before }: Mention): DraftTier {
  const said = condition && folded(condition.text);
  if (condition?.figure.kind === 'household' && said)
    return { household: said, rate: /[每/均]/.test(value) ? value : `${value}/户` };
  if (condition?.figure.kind === 'age' && said) return { age: said, rate: value };
  const category = categoryOf(before);
  return category ? { category: category.replaceAll('(', '（').replaceAll(')', '）'), rate: value } : { rate: value };
}

/** 2人及以上户 as 2+, 60-79周岁 as 60-79. */
function folded(text: string): string | null {
  const digits = text.replace(/[一两二三四五六七八九]/g, (sign) =>
    String('一二三四五六七八九'.indexOf(sign.replace('两', '二')) + 1),
  );
  const [, from, to] = /^(\d+)(?:[-~至到—]+(\d+))?/.exec(digits) ?? [];
  if (!from) return null;
  if (to) return `${from}-${to}`;
  if (/以上/.test(digits)) return `${from}+`;
  return /以下/.test(digits) ? `1-${from}` : from;
}

export { folded as conditionText };

/** 残疾家庭 of 其中残疾家庭每户: what stands before a rate, without the words that say only that it is one. */
function categoryOf(before: string): string | null {
  const words = before
    .replace(/^.*(?:其中|[、和])(?=[^、和]{2,}$)/, '')
    .replace(/^[，,:：()]+/, '')
    .replace(
      /(?:的)?(?:按照?|补助标准|慰问标准|标准|给予|发放|补助|慰问金?|为|是|每[人户名位份](?:\([人户]\))?|一次性|最高|价值|:)+.*$/,
      '',
    )
    .replace(/^(?:对|为|向|给|及|和|以及|另)/, '')
    .replace(/的$/, '');
  return /^[\u4e00-\u9fff“”()、]{2,20}$/.test(words) && !/标准|金额|资金|元/.test(words) ? words : null;
}
