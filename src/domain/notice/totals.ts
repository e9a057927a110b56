import { amountOf, countOf, type Group } from './group.ts';

/**
 * Which of the groups of one giver are totals of others beside them: what two or more that follow, or that go before, add up to
 * exactly. Arithmetic alone decides that; words such as 共计 stand with items, too.
 */
export function totalsAmong(groups: readonly Group[]): Totals {
  const totals = new Set<Group>();
  const wholes = new Set<Group>();
  const partsOf = new Map<Group, Group[]>();
  for (const each of groups)
    if (each.partOf) partsOf.set(each.partOf, [...(partsOf.get(each.partOf) ?? []), each].slice(0, MOST_ITEMS));
  for (const [index, group] of groups.entries()) {
    if (group.mentions.some(({ isPast }) => isPast)) continue;
    const parts = partsOf.get(group) ?? [];
    if (isNamedTotal(group, groups.length) || isToldTotal(group, groups[index - 1])) {
      totals.add(group);
      continue;
    }
    if (parts.length >= 2 && addUp(group, parts)) {
      const isOfAll = parts.length >= groups.length - 2;
      // What each gets is said of no total.
      const hasRate = group.mentions.some(({ role }) => role === 'rate');
      (isOfAll && !hasRate ? totals : wholes).add(group);
      continue;
    }
    if (!mayBeTotal(group) || group.mentions.some(({ role }) => role === 'rate')) continue;
    const others = (list: readonly Group[]) => list.filter((each) => !totals.has(each));
    const after = others(groups.slice(index + 1, index + MOST_ITEMS));
    const before = others(groups.slice(Math.max(0, index - MOST_ITEMS), index)).reverse();
    if (addUp(group, after) || addUp(group, before)) totals.add(group);
  }
  return { totals, wholes };
}

export interface Totals {
  /** Of everything that the giver gives. */
  readonly totals: ReadonlySet<Group>;
  /** Of their own parts (其中), which are not all that the giver gives. */
  readonly wholes: ReadonlySet<Group>;
}

const MOST_ITEMS = 60;

/** 本次慰问活动总金额达57500元，总人数达80人. */
function isNamedTotal({ mentions }: Group, groups: number): boolean {
  const isOfAll = /(?:[本此]次|以上|上述|全部|活动)[\u4e00-\u9fff“”]{0,12}总(?:金额|人数|户数)/.test(
    mentions[0]?.before ?? '',
  );
  const [only, ...more] = mentions;
  const isNeeded = only?.role === 'amount' && more.length === 0 && NEEDED.test(only.ahead);
  if (groups > 2 && isNeeded) return true;
  return groups > 2 && isOfAll && mentions.every(({ before }) => NAMED_TOTAL.test(before));
}

/** 以上三项共需慰问资金111100元, 所需资金22万元. */
const NEEDED =
  /(?:以上|上述|[一二三四五六七八九十]项)[^，。；]{0,8}(?:共需|总计|合计|共计|所需|总共)[^，。；]{0,10}$|项总计[:：]?[^，。；]{0,8}$|(?:^|，)(?:活动|慰问)?(?:所需|共需|总)(?:慰问|活动)?(?:资金|经费)(?:共计?|合计|总计|约)?$/;
const NAMED_TOTAL = /总(?:金额|人数|户数)(?:达到?|为|是|共计?|约)?$/;

/** 下拨经费218万元，共计380万元: a sum by itself behind another of its sentence is the total of what the sentence tells. */
function isToldTotal({ mentions: [only, ...more] }: Group, before: Group | undefined): boolean {
  const last = before?.mentions.at(-1);
  if (!only || more.length > 0 || only.role !== 'amount' || !only.isTotal || !before || only.isPast) return false;
  if (last?.sentence !== only.sentence) return false;
  const [own, other] = [amountOf({ mentions: [only], partOf: null }), amountOf(before)];
  const isTold = /(?:共计|合计|总计|总金额|总价值)[\u4e00-\u9fff]{0,6}$/.test(only.before);
  return isTold && own !== null && (other === null || own > other);
}

/** 100万元 is 50万元 and 50万元 by chance; 104.52万元 is not. */
function mayBeTotal({ mentions }: Group): boolean {
  return mentions.some(
    ({ isTotal, value }) =>
      isTotal || (/[1-9](?:[.,]?\d){2,}/.exec(value)?.[0] ?? '').replace(/[.,]|0+$/g, '').length >= 3,
  );
}

function addUp(total: Group, items: readonly Group[]): boolean {
  const amount = amountOf(total);
  if (amount !== null && amount > 0n) return runs(items, amount, amountOf);
  const count = countOf(total);
  if (count === null || count.value === 0n) return false;
  return runs(items, count.value, (each) => {
    const own = countOf(each);
    return own && own.unit === count.unit ? own.value : null;
  });
}

/** Do two or more in a row, from the nearest, come to it? */
function runs(items: readonly Group[], total: bigint, worthOf: (group: Group) => bigint | null): boolean {
  let sum = 0n;
  for (const [index, item] of items.entries()) {
    const value = worthOf(item);
    if (value === null || item.mentions.some(({ isPast }) => isPast)) return false;
    sum += value;
    if (sum === total && index >= 1) return true;
    if (sum >= total) return false;
  }
  return false;
}
