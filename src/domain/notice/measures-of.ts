import type { Doubt, DraftMeasure, PlacedKey } from './draft.ts';
import { conditionsIn, excludedIn, maybeExcluded, type Words } from './eligibility.ts';
import type { Figure } from './figure.ts';
import { fundsIn } from './fund-names.ts';
import type { Group } from './group.ts';
import { type Figures, figuresOf } from './measure-of.ts';
import type { Mention, Reading, Told } from './mention.ts';
import { distinct, itemTitle, namedBy } from './name-of.ts';
import { type Section, sourceOf, within } from './outline.ts';
import { spotAt } from './paragraphs.ts';
import type { Placements } from './placements.ts';

/** What measures are made from, and where it is noted what became of their figures. */
export interface Fill {
  readonly reading: Reading;
  readonly placements: Placements;
}

/** The measures of one giver. `shown`: those whose parts are all measures, too, so that they are shown and not added. */
export function measuresOf(
  groups: readonly Group[],
  department: string,
  { reading, placements }: Fill,
  shown: ReadonlySet<Group>,
): DraftMeasure[] {
  const sections = groups.map(({ mentions }) => reading.passages[mentions[0]?.passage ?? -1]?.section ?? null);
  const inSection = new Map<Section | null, number>();
  for (const section of sections) inSection.set(section, (inSection.get(section) ?? 0) + 1);
  const places = new Map(groups.map((group, index) => [group, index]));
  const drafted = groups.map((group, index) => {
    const section = sections[index] ?? null;
    const isAlone = inSection.get(section) === 1;
    return measureOf(group, section, isAlone, groups[index - 1], reading);
  });
  const names = distinct(drafted.map(({ measure }) => measure.name));
  return drafted.map(({ measure, figures }, index) => {
    const name = names[index] ?? measure.name;
    note(figures, `${department}/${name}`, measure.counts ? null : 'history', reading, placements);
    const whole = groups[index]?.partOf;
    const overlaps = shown.has(groups[index] as Group);
    return { ...measure, name, overlaps, of: whole ? (names[places.get(whole) ?? -1] ?? null) : null };
  });
}

function note(
  { placed, conditions, open, eligible }: Filled,
  at: string,
  instead: PlacedKey | null,
  { fates }: Reading,
  placements: Placements,
): void {
  for (const { mention, key } of placed) placements.set(mention.passage, mention.figure, { at, key: instead ?? key });
  for (const { passage, condition } of conditions)
    if (condition) placements.set(passage, condition.figure, { at, key: 'eligible' });
  const passage = placed[0]?.mention.passage;
  for (const figure of eligible) if (passage !== undefined) placements.set(passage, figure, { at, key: 'eligible' });
  for (const { mention, reason } of open) fates.set(mention.passage, mention.figure, { open: reason });
}

function measureOf(
  group: Group,
  section: Section | null,
  isAlone: boolean,
  before: Group | undefined,
  reading: Reading,
): { measure: DraftMeasure; figures: Filled } {
  const { passages, sentences } = reading;
  const first = group.mentions[0] as Mention;
  const last = group.mentions.at(-1) as Mention;
  const figures = figuresOf(
    group,
    (mention, from, to) => passages[mention.passage]?.paragraph.printed.slice(from, to) ?? '',
  );
  const words = wordsOf(group, before, reading);
  const conditions = conditionsIn(words, group, reading, figures);
  const paragraph = passages[first.passage]?.paragraph;
  const named = namedBy(words, group.mentions, isAlone ? itemTitle(section) : null, paragraph?.cells);
  if (!paragraph) throw new RangeError('a figure without its passage');
  const told = [...new Set(group.mentions.map(({ sentence }) => sentence))].flatMap((index) => sentences[index] ?? []);
  const isPast = group.mentions.every((each) => each.isPast);
  const doubts: Doubt[] = [...figures.doubts, ...maybeHistory(words.plain, isPast), ...maybeExcluded(words.printed)];
  const measure: DraftMeasure = {
    ...named,
    reach: figures.reach,
    standard: figures.standard,
    delegated: null,
    amount: figures.amount,
    goods: figures.goods,
    funds: fundsFor(section, last, reading),
    age: figures.age ?? conditions.age,
    asOf: conditions.asOf,
    of: null,
    excluded: excludedIn(words.printed),
    counts: !isPast,
    overlaps: false,
    origin: { section: sourceOf(section), spot: spotAt(paragraph, first.figure.from), paragraph: first.passage },
    sentences: told.map((each) => quoted(each, reading)),
    doubts,
  };
  return { measure, figures: { ...figures, eligible: conditions.figures } };
}

interface Filled extends Figures {
  /** An age, and a day on which people have to be registered, that the measure's own words say. */
  readonly eligible: readonly Figure[];
}

function maybeHistory(words: string, isPast: boolean): Doubt[] {
  return !isPast && /累计/.test(words)
    ? [{ kind: 'history', texts: [/[^，。；]*累计[^，。；]*/.exec(words)?.[0] ?? ''] }]
    : [];
}

function quoted({ passage, from, text }: Told, { passages }: Reading): DraftMeasure['sentences'][number] {
  const paragraph = passages[passage]?.paragraph;
  if (!paragraph) throw new RangeError('a sentence without its passage');
  return { text, spot: spotAt(paragraph, from) };
}

/** What a document says of a group: from behind the figures before it, in its own sentences, to the end of its last clause. */
function wordsOf({ mentions }: Group, before: Group | undefined, { passages, sentences }: Reading): Words {
  const first = mentions[0] as Mention;
  const last = mentions.at(-1) as Mention;
  const told = sentences[first.sentence];
  const paragraph = passages[first.passage]?.paragraph;
  if (!told || !paragraph) return { plain: '', printed: '', from: 0, to: 0 };
  const ahead = before?.mentions.at(-1);
  const from = Math.max(
    told.from,
    ahead && ahead.passage === first.passage && ahead.sentence === first.sentence ? ahead.figure.to : 0,
  );
  const rest = paragraph.text.slice(last.figure.to, last.figure.to + FAR_OFF);
  const to =
    last.passage === first.passage
      ? last.figure.to + (/[。；;]|$/.exec(rest)?.index ?? 0)
      : Math.min(told.to, from + FAR_OFF);
  const context = leadOf(told, from, paragraph.text);
  return { plain: context + paragraph.text.slice(from, to), printed: paragraph.printed.slice(from, to), from, to };
}

/** Further from a figure nothing is said of it. */
const FAR_OFF = 300;

/** A short sentence right before that has no figure says whom the figures are for: 为困难失业人员发放一次性节日补助。每位750元。 */
function leadOf(told: Told, from: number, text: string): string {
  if (
    from !== told.from ||
    /(?:对|为|向)[\u4e00-\u9fff“”]{2}/.test(text.slice(told.from, Math.min(told.to, told.from + FAR_OFF)))
  )
    return '';
  const before = text.slice(Math.max(0, told.from - 80), told.from);
  const sentence = /[^。]{4,70}。$/.exec(before)?.[0] ?? '';
  return /\d/.test(sentence) ? '' : sentence;
}

/** How many paragraphs below a measure the bracket on who pays may stand. */
const FAR = 30;

/** Who pays for it: what its own item says in brackets behind it or, for all items of a department, a bracket below the last. */
function fundsFor(section: Section | null, last: Mention, { passages }: Reading): string[] {
  const own = passages[last.passage];
  if (!own) return [];
  const inOwn = fundsIn(own.paragraph);
  const behind = inOwn.find(({ from }) => from >= last.figure.to);
  if (behind) return [...behind.names];
  const sentence = inOwn.find(({ isBracket }) => !isBracket);
  if (sentence) return [...sentence.names];
  const later = passages.slice(last.passage + 1, last.passage + FAR).filter((each) => each.section === own.section);
  for (const { paragraph } of later) {
    const bracket = fundsIn(paragraph).find(({ isBracket }) => isBracket);
    if (bracket) return [...bracket.names];
  }
  const top = within(section).find(({ isDepartment }) => isDepartment) ?? section;
  const below = passages
    .slice(last.passage + 1, last.passage + FAR)
    .filter(
      (each) => within(each.section).includes(top as Section) && /^\(.*\)。?$/.test(each.paragraph.text.slice(0, 160)),
    );
  for (const { paragraph } of below) {
    const found = fundsIn(paragraph)[0];
    if (found) return [...found.names];
  }
  return [];
}
