import type { Draft, DraftDepartment, DraftFund, DraftMeasure, DraftTotal } from './draft.ts';
import { type Group, isOfWhole } from './group.ts';
import { incomesOf } from './incomes.ts';
import { type Fill, measuresOf } from './measures-of.ts';
import type { Reading } from './mention.ts';
import { openItems } from './open-items.ts';
import type { Placements } from './placements.ts';
import { toldOnce } from './same-fact.ts';
import { statedOf } from './stated-of.ts';
import { type Again, toldAgain } from './told-again.ts';
import { totalsAmong } from './totals.ts';
import { type Giver, giversOf } from './who-gives.ts';
import { totalsOfAll } from './whole-document.ts';

/** Whose document it is, and whether its title says that it is theirs to give. */
export interface Own {
  readonly name: string | null;
  readonly isSaid: boolean;
}

/** Groups of one giver, in the document's order. */
interface Part {
  readonly giver: Giver | null;
  readonly groups: Group[];
}

/** Sorts what was put together by who gives it, and makes the measures of each. */
export function departmentsOf(
  reading: Reading,
  groups: readonly Group[],
  own: Own,
  placements: Placements,
): { departments: readonly DraftDepartment[]; stated: DraftTotal | null; funds: DraftFund[] } {
  const givers = giversOf(reading);
  const hasHeadings = givers.some((giver) => giver?.by === 'heading');
  for (const { passage, figure } of reading.mentions) reading.fates.set(passage, figure, { open: 'no-place' });
  const again = toldAgain(groups, givers, reading);
  for (const [group, { how, other }] of again) leaveOut(group, how, other, reading);
  const kept = groups.filter((group) => !again.has(group));
  const whole = totalsOfAll(kept, givers, hasHeadings, reading);
  const stated = statedOf(whole, reading, placements, '');
  const rest = kept.filter((group) => !whole.includes(group));
  const fill: Fill = { reading, placements };
  const parts = partsOf(rest, givers, own.name);
  const departments = parts.map((part) => departmentOfPart(part, own, fill));
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

/** What is told again is left out; the parts that one of the two tells of their count are the other's as well. */
function leaveOut({ mentions }: Group, how: Again['how'], other: Group | null, { fates }: Reading): void {
  const parts = mentions.filter((each) => isOfWhole(each, mentions));
  for (const mention of mentions) {
    const isSure = how === 'surely' && !parts.includes(mention);
    fates.set(mention.passage, mention.figure, isSure ? { aside: 'repeated' } : { open: 'other-count' });
  }
  const counts = other?.mentions.filter(({ role }) => role === 'reach') ?? [];
  const [count, ...more] = counts;
  if (how !== 'surely' || !other || !count || more.length > 0) return;
  other.mentions.splice(other.mentions.indexOf(count) + 1, 0, ...parts.map((each) => ({ ...each, isPart: true })));
}

const fundsOf = ({ funds, origin }: DraftMeasure): DraftFund[] =>
  funds.map((name) => ({ name, income: null, origin, sentence: null }));

function partsOf(groups: readonly Group[], givers: readonly (Giver | null)[], own: string | null): Part[] {
  const parts = new Map<string, Part>();
  for (const group of groups) {
    const giver = givers[group.mentions[0]?.sentence ?? -1] ?? null;
    const key = giver?.name ?? own ?? '';
    const part = parts.get(key) ?? { giver, groups: [] };
    part.groups.push(group);
    parts.set(key, part);
  }
  return [...parts.values()];
}

function departmentOfPart({ giver, groups }: Part, own: Own, fill: Fill): DraftDepartment {
  const name = giver?.name ?? own.name ?? '未写明';
  const { totals, wholes } = totalsAmong(groups);
  // A whole without money of its own counts nobody again: its parts are what is given.
  const shown = new Set([...wholes].filter((whole) => whole.mentions.every(({ role }) => role === 'reach')));
  for (const group of groups) if (group.partOf && shown.has(group.partOf)) group.partOf = null;
  const { groups: items, repeated } = toldOnce(groups.filter((group) => !totals.has(group)));
  for (const { passage, figure } of repeated) fill.reading.fates.set(passage, figure, { aside: 'repeated' });
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
    measures: measuresOf(items, name, fill, shown),
    doubts: giver || own.isSaid ? [] : [{ kind: 'giver', texts: [] }],
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
