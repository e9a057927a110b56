import { amountOf, countOf, type Group } from './group.ts';

/**
 * Which of the groups of one giver are totals of others beside them: what two or more that follow, or that go before, add up to
 * exactly. Arithmetic alone decides that; words such as 共计 stand with items, too.
 */
export function totalsAmong(groups: readonly Group[]): ReadonlySet<Group> {
  const totals = new Set<Group>();
  for (const [index, group] of groups.entries()) {
    if (group.mentions.some(({ isPast }) => isPast)) continue;
    if (!mayBeTotal(group)) continue;
    const others = (list: readonly Group[]) => list.filter((each) => !totals.has(each));
    const after = others(groups.slice(index + 1, index + MOST_ITEMS));
    const before = others(groups.slice(Math.max(0, index - MOST_ITEMS), index)).reverse();
    if (addUp(group, after) || addUp(group, before)) totals.add(group);
  }
  return totals;
}

const MOST_ITEMS = 60;

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
