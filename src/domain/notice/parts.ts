import type { Around } from './around.ts';
import { DIVIDED } from './divided.ts';
import type { Judgement } from './judge-money.ts';
import type { Fate, Mention } from './mention.ts';

/** Is 其中 said before, or into how many steps it is divided (85人，分三档：一档10人), and nothing since that begins anew? */
export function isPart(before: string): boolean {
  const open = before.replace(/\([^()]*\)/g, (closed) => ' '.repeat(closed.length));
  const at = Math.max(open.lastIndexOf('其中'), open.search(DIVIDED));
  return at >= 0 && !/[，,](?:另外?|此外|同时|共计|合计|总计|还)/.test(open.slice(at));
}

/** 280户（一类户90户）, 7人（全国劳模1人，省部级劳模6人): what a bracket right behind a count tells of it. */
export const BRACKETED = /\d[余多]?万?[户人名位][^，。；;()]{0,10}\([^()]{0,24}$/;

/**
 * 共申报69人，其中市区10人: parts of those who are only counted are so, too; and parts of those who get something
 * (救助57人。其中市区6人) get it, whatever is said of them.
 */
export function asPart(
  judged: Judgement,
  { printed, rest, ahead }: Around,
  counted: Fate | undefined,
  whole?: Mention['role'],
): Judgement {
  const isGiven = /[为向给]其中[^，。；]{0,6}$/.test(ahead);
  const isCounted = !isGiven && counted !== undefined && 'aside' in counted && counted.aside === 'population';
  if ('role' in judged && judged.role === 'reach' && isCounted && !/元/.test(rest)) return { aside: 'population' };
  const isUndecided = 'open' in judged && judged.open === 'undecided';
  return isUndecided && whole === 'reach' && /[人户名位]$/.test(printed) ? { role: 'reach', value: printed } : judged;
}
