import { type Duration, RECURRENCE_PATTERN, readDuration } from './duration.ts';
import { foldFigure, type Read } from './quantity.ts';
import { type Rate, readRate } from './rate.ts';
import type { Standard, StandardPart } from './standard.ts';

const DELEGATED = /自定|自行|酌情|另行|另定|统筹制定|一事一议|相应/;
/** 低保标准的50%, 按最低工资标准的30%发放. */
const SHARE =
  /^(?:每人|每户)?(?:按照?)?(?:当年|当地|本市|本区)*(.+?)的?(\d+(?:\.\d{1,2})?)%(?:的?标准)?(?:发放|补助|给予)*$/;
/** What recurs and how long: 每人每天20元，期限3个月. */
const LASTING = new RegExp(
  `^(.*?元.*?)[,;×x*、]?((?:期限|为期|共计|共|连续|发放|补助)*为?[\\d一二两三四五六七八九十]+(?:${RECURRENCE_PATTERN})(?:计)?)$`,
);
/** A base and what is added: 1人户600元，每增加1人增加100元，最高1000元. */
const INCREASE =
  /^(.+?)[,;、](?:户内|家庭)?(每(?:户)?(?:增加|增|多)(?:1|一)?个?[人口].+?)(?:[,;、](?:最高|封顶|最多|不超过)(.+?)(?:封顶)?)?$/;
const BETWEEN_PARTS = /[,、;+]|以及|及|和|另加|并赠送?|加(?=价值|\d)/;
const GOODS = /物品|实物|慰问品|物资|用品|食品|礼品|礼包|礼盒|大礼|米|面|油|被|衣|包$/;
const CASH = /现金|金|补贴|红包|款/;

/** Reads a standard that is given in one phrase. Never throws: what can't be read is a problem. */
export function readStandard(printed: string): Read<Standard> {
  if (printed.length > 120) return { problem: 'not-a-figure' };
  if (DELEGATED.test(printed)) return { ok: { text: printed, delegatedTo: printed } };
  const text = foldFigure(printed);
  const [, base, percent] = SHARE.exec(text) ?? [];
  if (base && percent) return { ok: { text: printed, share: { base, share: hundredths(percent) } } };
  const rate = readRate(printed);
  if ('ok' in rate) return { ok: { text: printed, ...standardOf(rate.ok) } };
  const several = lasting(text) ?? increasing(text) ?? cashAndGoods(text);
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
  const [, given = '', span = ''] = LASTING.exec(text) ?? [];
  const rate = readRate(given);
  const duration: Duration | undefined = readDuration(span);
  return 'ok' in rate && rate.ok.each && duration ? { ...standardOf(rate.ok), duration } : undefined;
}

function increasing(text: string): Standard | undefined {
  const [, first = '', more = '', most] = INCREASE.exec(text) ?? [];
  const [base, each, upTo] = [readRate(first), readRate(more), most === undefined ? null : readRate(most)];
  if (!('ok' in base) || !('ok' in each) || (upTo && !('ok' in upTo))) return undefined;
  return { increase: { base: base.ok, each: each.ok, ...(upTo && { upTo: upTo.ok }) } };
}

/** 每户2000元现金，500元物品; 300元及米面油1套. Both a part in cash and one in goods, or it is none. */
function cashAndGoods(text: string): Standard | undefined {
  const phrases = text.split(BETWEEN_PARTS).filter((phrase) => phrase !== '');
  if (phrases.length < 2) return undefined;
  const parts = phrases.map(partOf);
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return undefined;
  const forms = new Set(known.map(({ form }) => form));
  if (forms.size < 2) return undefined;
  // The first says for whom all of it is.
  const per = known.flatMap(({ rate }) => rate?.per ?? []);
  return {
    parts: known.map((part) =>
      part.rate && part.rate.per.length === 0 ? { ...part, rate: { ...part.rate, per } } : part,
    ),
  };
}

function partOf(phrase: string): StandardPart | undefined {
  const rate = readRate(phrase);
  const form = GOODS.test(phrase) ? 'goods' : 'ok' in rate || CASH.test(phrase) ? 'cash' : undefined;
  if (!form || (form === 'cash' && !('ok' in rate))) return undefined;
  if ('ok' in rate) return { form, rate: rate.ok, text: phrase };
  return /元/.test(phrase) ? undefined : { form, text: phrase };
}
