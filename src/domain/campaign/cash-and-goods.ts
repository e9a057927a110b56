import { readRate } from '../rate.ts';
import type { Standard, StandardPart } from './standard.ts';

const BETWEEN_PARTS = /[,、;+]|以及|及|和|另加|并赠送?|加(?=价值|\d)/;
const GOODS = /物品|实物|慰问品|物资|用品|食品|礼品|礼包|礼盒|大礼|米|面|油|被|衣|包$/;
const CASH = /现金|金|补贴|红包|款/;

/** 每户2000元现金，500元物品; 300元及米面油1套. Both a part in cash and one in goods, or it is none. */
export function cashAndGoods(text: string): Standard | undefined {
  const phrases = withTails(text.split(BETWEEN_PARTS).filter((phrase) => phrase !== ''));
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

/** 价值300元的米、油 is one part: goods without a number of their own belong to those before. */
function withTails(phrases: readonly string[]): string[] {
  const parts: string[] = [];
  for (const phrase of phrases) {
    const before = parts.at(-1) ?? '';
    const isTail = /元/.test(before) && GOODS.test(before) && !/\d|[一二两三]/.test(phrase);
    if (isTail) parts.splice(-1, 1, `${before}${phrase}`);
    else parts.push(phrase);
  }
  return parts;
}

function partOf(phrase: string): StandardPart | undefined {
  const rate = readRate(phrase);
  const form = GOODS.test(phrase) ? 'goods' : 'ok' in rate || CASH.test(phrase) ? 'cash' : undefined;
  if (!form || (form === 'cash' && !('ok' in rate))) return undefined;
  if ('ok' in rate) return { form, rate: rate.ok, text: phrase };
  return /元/.test(phrase) ? undefined : { form, text: phrase };
}
