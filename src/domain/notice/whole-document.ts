import { amountOf, type Group } from './group.ts';
import type { Mention, Reading, Told } from './mention.ts';
import { departmentOf } from './outline.ts';
import type { Giver } from './who-gives.ts';

const WHOLE =
  /全[省市区县州旗]|全区各|各级|各部门|总体|据.{0,6}(?:测算|统计|了解)|工作方案|各有关部门|计划筹|预计覆盖|^覆盖|全镇|全街道/;

/** What a document says of all its measures together: figures above those of the departments that speak of the whole region. */
export function totalsOfAll(
  groups: readonly Group[],
  givers: readonly (Giver | null)[],
  hasHeadings: boolean,
  { sentences, passages }: Reading,
): Group[] {
  const first = groups.findIndex(({ mentions }) => givers[mentions[0]?.sentence ?? -1]?.by === 'heading');
  for (const [index, group] of groups.entries()) {
    const { sentence, passage } = group.mentions[0] as Mention;
    const told = sentences[sentence] as Told;
    const at = passages[passage];
    // The last row of a table: 合计.
    if (at?.paragraph.cells && /^(?:合计|总计|总合计)/.test(told.plain)) return [group];
    const isAbove = hasHeadings
      ? (first < 0 || index < first) && !departmentOf(at?.section ?? null)
      : index === 0 && groups.length > 1;
    const isMeasure = group.mentions.some(({ role, isPast }) => role === 'rate' || role === 'goods' || isPast);
    if (!isAbove || isMeasure) continue;
    const others = hasHeadings || index > 0 ? null : groups.slice(1);
    // What its own sentence goes on with are parts of it, and no items that it could be the total of.
    if (others?.every((each) => each.mentions[0]?.sentence === sentence)) continue;
    if (isOfWhole(group, told, givers[sentence] ?? null, others)) return [group];
  }
  return [];
}

/** Does a group speak of the whole region? `others`: what follows it, where it comes first in a text without headings. */
function isOfWhole(group: Group, { plain }: Told, giver: Giver | null, others: readonly Group[] | null): boolean {
  const hasHeadings = others === null;
  const isOnes = giver?.by === 'subject' && !hasHeadings && !/[、和]/.test(giver.name) && !/^全/.test(plain);
  // News have no headings above which a total could stand: there a first sentence has to sum up, in words or in figures.
  const has = (role: Mention['role']) => group.mentions.some((each) => each.role === role);
  const isSaid = hasHeadings
    ? has('amount') || has('reach')
    : has('amount') && has('reach') && /共|合计|总/.test(plain);
  if (isSaid && !isOnes && WHOLE.test(plain)) return true;
  return others !== null && /全[省市区县州旗]/.test(plain) && sumsUp(group, others);
}

/** A first sentence that sums up: those that follow come to about as much, and none alone to more. */
function sumsUp(lead: Group, others: readonly Group[]): boolean {
  const total = amountOf(lead);
  const amounts = others.flatMap((each) => amountOf(each) ?? []);
  if (total === null || amounts.length < 2 || amounts.some((each) => each >= total)) return false;
  const sum = amounts.reduce((a, b) => a + b, 0n);
  return sum * 10n >= total * 6n && sum * 10n <= total * 13n;
}
