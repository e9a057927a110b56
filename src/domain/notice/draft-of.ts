import { seasonOf } from '../campaign/campaign.ts';
import { departmentsOf } from './departments-of.ts';
import type { Draft, DraftFund, FigureRecord } from './draft.ts';
import type { Figure } from './figure.ts';
import { groupsOf } from './groups-of.ts';
import { headOfDocument, ownYears } from './head.ts';
import type { Reading } from './mention.ts';
import type { NoticeLine } from './notice-line.ts';
import { outlineOf, type Passage, sourceOf } from './outline.ts';
import { paragraphsOf, spotAt } from './paragraphs.ts';
import { Placements } from './placements.ts';
import { readMentions } from './read-mentions.ts';
import { rolesOf } from './roles.ts';
import { deliveryOf, scheduleOf } from './schedule.ts';
import { withTableUnits } from './table-units.ts';

/**
 * Drafts a campaign from a document's lines. Each figure of the text is placed, set aside with a reason, or open; none is changed,
 * and none is lost.
 */
export function draftOf(lines: readonly NoticeLine[]): Draft {
  const paragraphs = paragraphsOf(withTableUnits(lines));
  const { dates, giver, ...head } = headOfDocument(paragraphs);
  const passages = outlineOf(paragraphs);
  const reading = readMentions(passages, ownYears(head));
  const placements = new Placements();
  const { departments, stated, funds } = departmentsOf(
    reading,
    groupsOf(reading),
    { name: giver ?? head.issuer, isSaid: giver !== null },
    placements,
  );
  const { stages, deadlines, used } = scheduleOf(
    passages,
    head.year !== null || seasonOf(head.issued ?? undefined) !== undefined,
  );
  for (const { passage, figure } of used) placements.set(passage, figure, { at: '', key: 'date' });
  return {
    head,
    stated,
    funds: namedOnce(funds),
    delivery: deliveryOf(passages),
    stages,
    deadlines: [
      ...new Map(
        deadlines.map((each) => [
          `${each.name}
${each.until}`,
          each,
        ]),
      ).values(),
    ],
    roles: rolesOf(passages),
    departments,
    figures: recordsOf(reading, placements, dates),
  };
}

/** Money that came in to funds of one name is told once each; a name alone is told once. */
function namedOnce(funds: readonly DraftFund[]): DraftFund[] {
  const names = new Set(funds.filter(({ income }) => income !== null).map(({ name }) => name));
  return funds.filter(({ name, income }) => {
    if (income !== null) return true;
    const isNew = !names.has(name);
    names.add(name);
    return isNew;
  });
}

/** Every figure of the text with what it came to. */
function recordsOf({ fates, passages }: Reading, placements: Placements, dates: readonly string[]): FigureRecord[] {
  return fates.all().map(({ passage, figure, fate }): FigureRecord => {
    const at = passages[passage] as Passage;
    const { printed, text } = at.paragraph;
    const words = printed.slice(figure.from, figure.to);
    const own = {
      text: words,
      context: contextOf(printed, figure),
      spot: spotAt(at.paragraph, figure.from),
      section: sourceOf(at.section),
    };
    const placed = placements.get(passage, figure);
    if (placed) return { ...own, fate: { kind: 'placed', ...placed } };
    const isOwn =
      figure.kind === 'date' || figure.kind === 'document'
        ? dates.find((each) => each.includes(text.slice(figure.from, figure.to)))
        : undefined;
    if (isOwn) return { ...own, fate: { kind: 'placed', at: '', key: figure.kind === 'date' ? 'date' : 'document' } };
    if ('aside' in fate) return { ...own, fate: { kind: 'aside', reason: fate.aside } };
    return { ...own, fate: { kind: 'open', reason: 'open' in fate ? fate.open : 'no-place' } };
  });
}

/** The sentence around a figure, or what of it is near. */
function contextOf(printed: string, { from, to }: Figure): string {
  const near = Math.max(0, from - 60);
  const start = near + printed.slice(near, from).search(/[^。；;\t]*$/);
  const end = /[。；;\t]|$/.exec(printed.slice(to, to + 61))?.index ?? 0;
  return `${start > 0 && /[^。；;\t]/.test(printed[start - 1] ?? '') ? '…' : ''}${printed.slice(start, to + end)}`;
}
