import type { Draft, DraftDepartment, DraftFund, DraftHead, DraftMeasure, DraftTotal, Origin } from './draft.ts';
import type { Group } from './group.ts';
import { incomesOf } from './incomes.ts';
import { figuresOf } from './measure-of.ts';
import { type Fill, measuresOf } from './measures-of.ts';
import type { Mention, Reading, Told } from './mention.ts';
import { openItems } from './open-items.ts';
import { departmentOf, sourceOf } from './outline.ts';
import { spotAt } from './paragraphs.ts';
import type { Placements } from './placements.ts';
import { totalsAmong } from './totals.ts';
import { type Giver, giversOf } from './who-gives.ts';

/** Groups of one giver, in the document's order. */
interface Part {
  readonly giver: Giver | null;
  readonly groups: Group[];
}

/** Sorts what was put together by who gives it, and makes the measures of each. */
export function departmentsOf(
  reading: Reading,
  groups: readonly Group[],
  head: DraftHead,
  placements: Placements,
): { departments: readonly DraftDepartment[]; stated: DraftTotal | null; funds: DraftFund[] } {
  const givers = giversOf(reading);
  const hasHeadings = givers.some((giver) => giver?.by === 'heading');
  for (const { passage, figure } of reading.mentions) reading.fates.set(passage, figure, { open: 'no-place' });
  const repeated = repeatedIn(groups);
  for (const { mentions } of repeated)
    for (const { passage, figure } of mentions) reading.fates.set(passage, figure, { aside: 'repeated' });
  const kept = groups.filter((group) => !repeated.has(group));
  const whole = totalsOfAll(kept, givers, hasHeadings, reading);
  const stated = statedOf(whole, reading, placements, '');
  const rest = kept.filter((group) => !whole.includes(group));
  const fill: Fill = { reading, placements };
  const parts = partsOf(rest, givers);
  const departments = parts.map((part) => departmentOfPart(part, head, fill));
  const items = openItems(
    reading,
    parts.flatMap((part) => part.groups),
  );
  const funds = [
    ...incomesOf(reading, givers, placements),
    ...[...departments, ...items].flatMap(({ measures }) => measures.flatMap(fundsOf)),
  ];
  return { departments: merged(departments, items), stated, funds };
}

const fundsOf = ({ funds, origin }: DraftMeasure): DraftFund[] =>
  funds.map((name) => ({ name, income: null, origin, sentence: null }));

/** The same figures told twice: a headline and the text below it. Only figures that can't be alike by chance. */
function repeatedIn(groups: readonly Group[]): Set<Group> {
  const seen = new Set<string>();
  const repeated = new Set<Group>();
  for (const group of groups) {
    const key = group.mentions
      .map(({ role, value }) => `${role}${value.normalize('NFKC').replace(/^约/, '')}`)
      .sort()
      .join('|');
    const figures = group.mentions.map(
      ({ value }) => (/\d[\d.,]*/.exec(value)?.[0] ?? '').replace(/[.,]/g, '').replace(/0+$/, '').length,
    );
    const isTelling =
      group.mentions.every(({ role }) => role !== 'rate') && figures.reduce((sum, each) => sum + each, 0) >= 4;
    if (isTelling && seen.has(key)) repeated.add(group);
    seen.add(key);
  }
  return repeated;
}

const WHOLE =
  /全[省市区县州旗]|全区各|各级|各部门|总体|据.{0,6}(?:测算|统计|了解)|工作方案|各有关部门|计划筹|预计覆盖|^覆盖|全镇|全街道/;

/** What a document says of all its measures together: figures above those of the departments that speak of the whole region. */
function totalsOfAll(
  groups: readonly Group[],
  givers: readonly (Giver | null)[],
  hasHeadings: boolean,
  { sentences, passages }: Reading,
): Group[] {
  const totals: Group[] = [];
  const first = groups.findIndex(({ mentions }) => givers[mentions[0]?.sentence ?? -1]?.by === 'heading');
  for (const [index, group] of groups.entries()) {
    const mention = group.mentions[0] as Mention;
    const told = sentences[mention.sentence] as Told;
    const giver = givers[mention.sentence];
    const isAbove = hasHeadings
      ? (first < 0 || index < first) && !departmentOf(passages[mention.passage]?.section ?? null)
      : index === 0 && groups.length > 1;
    const isMeasure = group.mentions.some(({ role, isPast }) => role === 'rate' || role === 'goods' || isPast);
    const isWhole =
      WHOLE.test(told.plain) &&
      !(giver?.by === 'subject' && !hasHeadings && !/[、和]/.test(giver.name) && !/^全/.test(told.plain));
    if (isAbove && !isMeasure && isWhole && group.mentions.some(({ role }) => role === 'amount' || role === 'reach'))
      totals.push(group);
  }
  return totals.slice(0, 1);
}

function statedOf(groups: readonly Group[], reading: Reading, placements: Placements, at: string): DraftTotal | null {
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

function partsOf(groups: readonly Group[], givers: readonly (Giver | null)[]): Part[] {
  const parts = new Map<string, Part>();
  for (const group of groups) {
    const giver = givers[group.mentions[0]?.sentence ?? -1] ?? null;
    const key = giver?.name ?? '';
    const part = parts.get(key) ?? { giver, groups: [] };
    part.groups.push(group);
    parts.set(key, part);
  }
  return [...parts.values()];
}

function departmentOfPart({ giver, groups }: Part, head: DraftHead, fill: Fill): DraftDepartment {
  const name = giver?.name ?? head.issuer ?? '未写明';
  const totals = totalsAmong(groups);
  const items = groups.filter((group) => !totals.has(group));
  const first = [...totals].slice(0, 1);
  for (const group of [...totals].slice(1))
    for (const { passage, figure } of group.mentions) fill.reading.fates.set(passage, figure, { open: 'no-place' });
  const stated = first.length > 0 ? statedOf(first, fill.reading, fill.placements, name) : null;
  return {
    name,
    section: giver?.section ?? '',
    stated: stated && {
      ...stated,
      doubts: [{ kind: 'total-or-item', texts: stated.sentences.map(({ text }) => text) }],
    },
    measures: measuresOf(items, name, fill),
    doubts: giver ? [] : [{ kind: 'giver', texts: [] }],
  };
}

/** Departments in the document's order, with those that it gives no figures put where they stand. */
function merged(departments: readonly DraftDepartment[], items: readonly DraftDepartment[]): Draft['departments'] {
  const all = new Map<string, DraftDepartment>();
  for (const each of [...departments, ...items]) {
    const before = all.get(each.name);
    const measures = [...(before?.measures ?? []), ...each.measures].sort(
      (a, b) => a.origin.paragraph - b.origin.paragraph,
    );
    all.set(each.name, { ...(before ?? each), measures });
  }
  const placeOf = ({ measures, stated }: DraftDepartment) =>
    measures[0]?.origin.paragraph ?? stated?.origin.paragraph ?? 0;
  return [...all.values()].sort((a, b) => placeOf(a) - placeOf(b));
}
