import { readStandard } from '../campaign/standard-text.ts';
import { readMoney } from '../quantity.ts';
import { amountOf, countOf, type Group } from './group.ts';
import type { Mention } from './mention.ts';

/** What is left of groups when facts that one giver is told of twice are put together, and the figures that are told again. */
export interface Once {
  readonly groups: readonly Group[];
  readonly repeated: readonly Mention[];
}

/**
 * 共发放救助款30万元 … 发放救助款30万元，1000户，每户300元: a sum that stands by itself and again with its details; and 75万元慰问1500户 …
 * 共计1500户，每户500元: one count twice, the standard of one coming to the sum of the other. Nothing else makes two figures one.
 */
export function toldOnce(groups: readonly Group[]): Once {
  const repeated: Mention[] = [];
  if (groups.length > MOST) return { groups, repeated };
  const left = new Set(groups.filter(({ mentions }) => mentions.every(({ isPast }) => !isPast)));
  for (const group of left) {
    const fuller = [...left].find((other) => other !== group && isWithin(group, other));
    if (fuller) {
      left.delete(group);
      repeated.push(...group.mentions);
      continue;
    }
    const same = [...left].find((other) => other !== group && isPriced(group, other));
    if (!same) continue;
    left.delete(same);
    for (const mention of same.mentions) (mention.role === 'rate' ? group.mentions : repeated).push(mention);
  }
  return { groups: groups.filter((group) => left.has(group) || group.mentions.some(({ isPast }) => isPast)), repeated };
}

/** Who gives has a dozen measures; a list of hundreds is no text that tells things twice. */
const MOST = 200;

/** One sum alone, that another group has with more. */
function isWithin({ mentions: [only, ...more] }: Group, other: Group): boolean {
  if (!only || more.length > 0 || only.role !== 'amount' || other.mentions.length < 2) return false;
  return amountOf(other) === fenOf(only) && other.mentions.some(({ role }) => role === 'reach');
}

const fenOf = ({ value }: Mention) => {
  const read = readMoney(value);
  return 'ok' in read ? read.ok.value : null;
};

/** The same count, with a sum here and a standard there that agree to the fen. */
function isPriced(summed: Group, priced: Group): boolean {
  const [count, other, sum] = [countOf(summed), countOf(priced), amountOf(summed)];
  const rates = priced.mentions.filter(({ role }) => role === 'rate');
  if (!count || !other || sum === null || rates.length === 0) return false;
  if (priced.mentions.length !== rates.length + 1 || summed.mentions.some(({ role }) => role === 'rate')) return false;
  if (count.value !== other.value || count.unit !== other.unit) return false;
  const read = rates.flatMap(({ value }) => {
    const each = readStandard(value);
    return 'ok' in each && each.ok.rate ? [each.ok.rate] : [];
  });
  if (read.length !== rates.length) return false;
  // Of steps nobody says how many they are for: then the sum has to lie between the least and the most.
  const least = read.reduce((low, each) => (each.low.value < low ? each.low.value : low), read[0]?.low.value ?? 0n);
  const most = read.reduce((high, each) => (each.high.value > high ? each.high.value : high), 0n);
  if (rates.length === 1) return least * count.value === sum;
  return least * count.value <= sum && sum <= most * count.value;
}
