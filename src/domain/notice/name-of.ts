import type { Mention } from './mention.ts';
import { type Section, within } from './outline.ts';
import { formsOf, giftOf, peopleAmong, recipientOf } from './recipients.ts';

/** Whom a measure is for, what it gives and what it is called, in the document's own words. */
export interface Named {
  readonly name: string;
  readonly to: string | null;
  readonly form: readonly ('cash' | 'goods')[];
  readonly delivery: 'visit' | 'procurement' | null;
}

const LONGEST = 40;

/**
 * `words` is what the document says of the measure, folded and as printed; `title` the heading of its item, where that holds no
 * other measure.
 */
export function namedBy(
  words: { plain: string; printed: string },
  mentions: readonly Mention[],
  title: string | null,
  cells?: readonly string[],
): Named {
  const { plain } = words;
  const count = mentions.find(({ role }) => role === 'reach') ?? mentions[0];
  const to = cells
    ? peopleAmong(cells)
    : count
      ? recipientOf(plain, count.role === 'reach' ? count.before : '', count.role === 'reach' ? count.after : '')
      : recipientOf(plain, '', '');
  const gift = giftOf(plain);
  const own = `${to ?? ''}${gift && !to?.includes(gift) ? gift : ''}`;
  const name = title ?? (own.length >= 2 ? own : firstClause(words.printed));
  return { name: shortened(wide(name)), to: to && wide(to), form: formsOf(plain), delivery: deliveryOf(plain) };
}

function deliveryOf(words: string): Named['delivery'] {
  if (/政府采购/.test(words)) return 'procurement';
  return /走访|上门慰问/.test(words) ? 'visit' : null;
}

/** Brackets as documents print them. */
const wide = (text: string) => text.replaceAll('(', '（').replaceAll(')', '）');

function firstClause(printed: string): string {
  const clause = printed.split(/[，。；：,;:]/).find((each) => each.trim().length >= 2) ?? printed;
  return clause.replace(/^[一二三四五六七八九十]+是|^[（(]/, '');
}

const shortened = (name: string) => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name);

/** The heading of the innermost item that is no department, where it has one. */
export function itemTitle(section: Section | null): string | null {
  const last = within(section).at(-1);
  return last &&
    !last.isDepartment &&
    last.label &&
    last.title.length >= 3 &&
    last.title.length <= LONGEST &&
    last.style !== 'han' &&
    /补助|慰问|救助|帮扶|帮困|资助|礼包|补贴|活动|项目|行动|关爱|助学|助困|助医|援助|人员|对象|家庭|老人|儿童|职工/.test(
      last.title,
    )
    ? last.title
    : null;
}

/** Names that are told apart by a number where they are the same. */
export function distinct(names: readonly string[]): string[] {
  const used = new Map<string, number>();
  return names.map((name) => {
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    return times === 1 ? name : `${name}（${times}）`;
  });
}
