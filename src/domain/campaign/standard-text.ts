import { type Duration, RECURRENCE_PATTERN, readDuration } from '../duration.ts';
import { SAYS_MORE } from '../figure-words.ts';
import { foldFigure, type Read, readCount } from '../quantity.ts';
import { type Rate, readRate } from '../rate.ts';
import { cashAndGoods } from './cash-and-goods.ts';
import type { Standard, Tier } from './standard.ts';

const DELEGATED = /自定|自行|酌情|另行|另定|统筹制定|一事一议|相应|(?:有关|相关|往年|上级).*(?:规定|标准|政策)/;
/** The same, where no number is said beside it. */
const LEFT_OPEN = /由.{2,12}确定|视情|视实际|(?:根据|结合)实际|参照/;
/** 低保标准的50%, 按最低工资标准的30%发放, 低保标准的1.5倍. */
const SHARE =
  /^(?:每人|每户)?(?:按照?)?(?:当年|当地|本市|本区)*(.+?)的?(\d+(?:\.\d{1,2})?)(%|倍)(?:的?标准)?(?:发放|补助|给予)*$/;
/** What recurs and how long: 每人每天20元，期限3个月, 每人100元×3个月. */
const LASTING = new RegExp(
  `^(.*?元.*?)([,;、]|[×x*])?((?:期限|为期|共计|共|连续|发放|补助)*为?[\\d一二两三四五六七八九十]+(?:${RECURRENCE_PATTERN})(?:计)?)$`,
);
/** A base and what is added: 1人户600元，每增加1人增加100元，最高1000元. */
const INCREASE =
  /^(?:基数|基本补助|首人|第一人)?(.+?)[,;、](?:户内|家庭)?(每(?:户)?(?:增加|增|多)(?:1|一)?个?[人口].+?)(?:[,;、](?:最高|封顶|最多|不超过)(.+?)(?:封顶)?)?$/;
/** Steps by how many there are in a household: 1人户300元, 2-3人户400元, 4人及以上800元. */
const BY_SIZE = /^(?:每户|家庭)?(\d+)(?:[-至](\d+))?人(?:户|家庭)?(及?以上|及?以下)?(?:户|家庭)?的?(.*元.*)$/;
/** Steps by age: 60-79岁100元/人, 80周岁以上200元. */
const BY_AGE = /^(\d+)(?:[-至](\d+))?周?岁(及?以上|及?以下)?的?(?:老人|老年人)?(.*元.*)$/;
/** Who gives a part of what everybody gets: 国家150元，省55元. */
const FUNDER = /^(?:国家|中央|[省市区县镇乡]|街道)(?:级|财政|里)?$/;
/** A category and what it gets: 残疾家庭1500元/户. */
const BY_CATEGORY =
  /^(?:其中)?[:：]?(?!其余|[另再不视如若可但并且最至即共合总由从每按约]|[人户平]均|一般|通常|现金|慰问|补助|发放|给予|一次性|标准|价值)([\u4e00-\u9fff“”]{1,14}?)((?:每|按|约|最高|户均|人均|\d).*)$/;

/** Reads a standard that is given in one phrase. Never throws: what can't be read is a problem. */
export function readStandard(printed: string): Read<Standard> {
  if (printed.length > 120) return { problem: 'not-a-figure' };
  if (DELEGATED.test(printed) || (!/\d/.test(printed) && LEFT_OPEN.test(printed)))
    return { ok: { text: printed, delegatedTo: printed } };
  // 慰问品一份，价值150元 is one thing and its value.
  const text = foldFigure(printed).replace(/([一1][份袋箱套个件])[,、](?=价值)/, '$1');
  const [, base, figure, unit] = SHARE.exec(text) ?? [];
  if (base && figure) {
    const share = hundredths(figure) * (unit === '倍' ? 100n : 1n);
    return { ok: { text: printed, share: { base, share } } };
  }
  const rate = readRate(text);
  if ('ok' in rate) return { ok: { text: printed, ...standardOf(rate.ok) } };
  const several =
    lasting(text) ?? increasing(text) ?? cashAndGoods(text) ?? stepped(text) ?? goodsAlone(text) ?? behindWords(text);
  return several ? { ok: { text: printed, ...several } } : rate;
}

/** A rate takes its place by what it is: 户均… is an average, 最高… a ceiling. */
export function standardOf(read: Rate): Standard {
  if (read.kind === 'average') return { average: read };
  if (read.kind === 'ceiling') return { ceiling: read };
  return { rate: read };
}

function hundredths(percent: string): bigint {
  const [whole = '', part = ''] = percent.split('.');
  return BigInt(whole + part.padEnd(2, '0'));
}

function lasting(text: string): Standard | undefined {
  const [, given = '', sign = '', span = ''] = LASTING.exec(text) ?? [];
  const rate = readRate(given);
  const duration: Duration | undefined = readDuration(span);
  if (!('ok' in rate) || !duration) return undefined;
  // What is multiplied by months is for each month.
  const each = rate.ok.each ?? (/[×x*]/.test(sign) ? duration.unit : undefined);
  return each && { ...standardOf({ ...rate.ok, each }), duration };
}

function increasing(text: string): Standard | undefined {
  const [, first = '', more = '', most] = INCREASE.exec(text) ?? [];
  const [base, each, upTo] = [readRate(first), readRate(more), most === undefined ? null : readRate(most)];
  if (!('ok' in base) || !('ok' in each) || (upTo && !('ok' in upTo))) return undefined;
  return { increase: { base: base.ok, each: each.ok, ...(upTo && { upTo: upTo.ok }) } };
}

/** Steps that the phrase names: by household, by category, or amounts alone (500元、800元、1000元三档). */
function stepped(text: string): Standard | undefined {
  const phrases = text
    .replace(/^分(?:别为)?|(?:[两三四五六]|\d)[档类级]$/g, '')
    .split(/[,;、。]/)
    .filter((phrase) => phrase !== '');
  const bounds = bounded(phrases);
  if (bounds) return bounds;
  const tiers = phrases.map(stepOf).filter((tier) => tier !== undefined);
  if (tiers.length < 2 || tiers.length < phrases.length) return undefined;
  const funders = tiers.filter(({ funder }) => funder !== undefined);
  if (funders.length > 0 && funders.length < tiers.length) return undefined;
  // The first that says for whom a rate is says it for those that do not.
  const per = tiers.find(({ rate }) => rate.per.length > 0)?.rate.per ?? [];
  const all = tiers.map((tier) => (tier.rate.per.length > 0 ? tier : { ...tier, rate: { ...tier.rate, per } }));
  return { ...(funders.length > 0 && { joint: true }), tiers: all };
}

/** A range, a ceiling and an average beside each other: 每户1000元至3000元不等，最高5000元，户均2000元. */
function bounded(phrases: readonly string[]): Standard | undefined {
  const rates = phrases.map((phrase) => readRate(phrase)).flatMap((read) => ('ok' in read ? [read.ok] : []));
  const kinds = new Set(rates.map(({ kind }) => (kind === 'usual' ? 'fixed' : kind)));
  if (rates.length < 2 || rates.length < phrases.length || kinds.size < rates.length) return undefined;
  const per = rates.flatMap((rate) => rate.per);
  return Object.assign({}, ...rates.map((rate) => standardOf(rate.per.length > 0 ? rate : { ...rate, per })));
}

function stepOf(phrase: string): Tier | undefined {
  const [, from, to, open = '', sized] = BY_SIZE.exec(phrase) ?? [];
  if (from && sized) {
    const rate = readRate(sized);
    return 'ok' in rate ? { household: conditionOf(from, to, open), rate: perHousehold(rate.ok) } : undefined;
  }
  const [, youngest, oldest, way = '', aged] = BY_AGE.exec(phrase) ?? [];
  if (youngest && aged) {
    const rate = readRate(aged);
    return 'ok' in rate ? { age: conditionOf(youngest, oldest, way), rate: rate.ok } : undefined;
  }
  const [, category, given] = BY_CATEGORY.exec(phrase) ?? [];
  const rate = readRate(given ?? phrase);
  if (!('ok' in rate)) return undefined;
  if (!category) return { rate: rate.ok };
  return FUNDER.test(category) ? { funder: category, rate: rate.ok } : { category, rate: rate.ok };
}

function conditionOf(from: string, to: string | undefined, way: string): string {
  if (way.endsWith('上')) return `${from}+`;
  if (way.endsWith('下')) return `1-${from}`;
  return to ? `${from}-${to}` : from;
}

const perHousehold = (rate: Rate): Rate => (rate.per.length > 0 ? rate : { ...rate, per: ['households'] });

/** 节日临时补助标准为每人1000元: a rate behind words that say nothing of it. */
function behindWords(text: string): Standard | undefined {
  const [words = ''] = /^[\u4e00-\u9fff]{1,16}?(?=每|[人户]均|\d)/.exec(text) ?? [];
  if (words === '' || SAYS_MORE.test(words)) return undefined;
  const rate = readRate(text.slice(words.length));
  return 'ok' in rate ? standardOf(rate.ok) : undefined;
}

/** Goods that the phrase gives no value: 每户50斤大米. Then nothing is known of money. */
function goodsAlone(text: string): Standard | undefined {
  const [, given] = /^每[人户名位](.+)$/.exec(text) ?? [];
  const count = given === undefined ? undefined : readCount(given);
  return count && 'ok' in count && ['pieces', 'items'].includes(count.ok.unit) ? {} : undefined;
}
