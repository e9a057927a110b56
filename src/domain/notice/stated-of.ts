import type { DraftTotal, Origin } from './draft.ts';
import type { Group } from './group.ts';
import { figuresOf } from './measure-of.ts';
import type { Mention, Reading } from './mention.ts';
import { sourceOf } from './outline.ts';
import { spotAt } from './paragraphs.ts';
import type { Placements } from './placements.ts';

/** What a group of figures states of a whole, and where. `at` is who it is of, none where it is the document. */
export function statedOf(
  groups: readonly Group[],
  reading: Reading,
  placements: Placements,
  at: string,
): DraftTotal | null {
  const [group] = groups;
  const first = group?.mentions[0];
  const departments = at === '' ? departmentsCount(reading, placements) : null;
  if (!group || !first) {
    if (departments === null) return null;
    const { mention, count } = departments;
    return {
      reach: null,
      amount: null,
      departments: count,
      status: null,
      ...saidAt(reading, mention, [mention]),
      doubts: [],
    };
  }
  const figures = figuresOf(group, () => '');
  for (const { mention } of figures.placed) placements.set(mention.passage, mention.figure, { at, key: 'stated' });
  for (const { mention, reason } of figures.open) reading.fates.set(mention.passage, mention.figure, { open: reason });
  const words = reading.sentences[first.sentence]?.plain ?? '';
  const [reach = null] = Array.isArray(figures.reach) ? figures.reach : [];
  return {
    reach,
    amount: figures.amount,
    departments: departments?.count ?? null,
    status: /预计|预估|测算/.test(words) ? 'expected' : /计划|拟/.test(words) ? 'planned' : null,
    ...saidAt(reading, first, group.mentions),
    doubts: [],
  };
}

function departmentsCount(reading: Reading, placements: Placements): { mention: Mention; count: number } | null {
  const mention = reading.mentions.find(({ role }) => role === 'departments');
  const count = Number(/\d+/.exec(mention?.value ?? '')?.[0] ?? Number.NaN);
  if (!mention || !(count >= 1)) return null;
  placements.set(mention.passage, mention.figure, { at: '', key: 'departments' });
  return { mention, count };
}

function saidAt(
  { passages, sentences }: Reading,
  first: Mention,
  mentions: readonly Mention[],
): { origin: Origin; sentences: DraftTotal['sentences'] } {
  const passage = passages[first.passage];
  if (!passage) throw new RangeError('a figure without its passage');
  const indexes = [...new Set(mentions.map(({ sentence }) => sentence))];
  return {
    origin: {
      section: sourceOf(passage.section),
      spot: spotAt(passage.paragraph, first.figure.from),
      paragraph: first.passage,
    },
    sentences: indexes.flatMap((index) => {
      const told = sentences[index];
      const own = told && passages[told.passage];
      return told && own ? [{ text: told.text, spot: spotAt(own.paragraph, told.from) }] : [];
    }),
  };
}
