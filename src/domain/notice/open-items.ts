import type { DraftDepartment, DraftMeasure } from './draft.ts';
import { fundNames } from './fund-names.ts';
import type { Group } from './group.ts';
import type { Reading } from './mention.ts';
import { distinct, itemTitle, namedBy } from './name-of.ts';
import { departmentOf, type Passage, type Section, sourceOf, within } from './outline.ts';
import { spotAt } from './paragraphs.ts';

const GIVES = /补助|慰问|帮扶|帮困|救助|资助|礼包|送温暖|关爱|发放|补贴/;
const DELEGATED =
  /由[^，。；()]{2,20}[^，。；()]{0,24}(?:制定|确定|自定|自行|统筹)[^，。；()]{0,10}标准|标准[^，。；()]{0,10}(?:由[^，。；()]{2,20}(?:制定|确定|自定)|自定|自行确定|另行)/;

/**
 * Items and departments that a document heads and gives no figure: what nobody knows is unknown, and not nothing. Only under the
 * headings of departments; what a text says in passing is no measure.
 */
export function openItems(reading: Reading, groups: readonly Group[]): DraftDepartment[] {
  const { passages } = reading;
  const told = new Set(groups.flatMap(({ mentions }) => mentions.map(({ passage }) => passages[passage]?.section)));
  const found = new Map<string, DraftMeasure[]>();
  const bySection = new Map<Section, Passage[]>();
  for (const passage of passages)
    if (passage.section)
      bySection.set(passage.section, [...(bySection.get(passage.section) ?? []), passage].slice(0, MOST_PARAGRAPHS));
  const above = new Set([...told].flatMap((each) => within(each ?? null).slice(0, -1)));
  const places = new Map(passages.map((passage, index) => [passage, index]));
  const seen = new Set<Section>();
  for (const { section } of passages) {
    const department = departmentOf(section);
    if (!section || department === null || seen.has(section)) continue;
    seen.add(section);
    if (told.has(section) || above.has(section)) continue;
    const own = bySection.get(section) ?? [];
    const measure = itemOf(section, own, places.get(own[0] as Passage) ?? 0);
    if (measure) found.set(department, [...(found.get(department) ?? []), measure]);
  }
  return [...found].map(([name, measures]) => {
    const names = distinct(measures.map((each) => each.name));
    return {
      name: name.replace(/[:：]$/, ''),
      section: measures[0]?.origin.section ?? '',
      stated: null,
      measures: measures.map((each, index) => ({ ...each, name: names[index] ?? each.name })),
      doubts: [],
    };
  });
}

/** Of an item, its first paragraphs say what it is. */
const MOST_PARAGRAPHS = 20;

function itemOf(section: Section, passages: readonly Passage[], at: number): DraftMeasure | null {
  const body = passages.flatMap(({ paragraph, bodyFrom }) =>
    bodyFrom < paragraph.text.length ? [{ paragraph, bodyFrom }] : [],
  );
  const [first] = body;
  const plain = body.map(({ paragraph, bodyFrom }) => paragraph.text.slice(bodyFrom)).join('');
  if (!first || !GIVES.test(plain)) return null;
  const printed = body.map(({ paragraph, bodyFrom }) => paragraph.printed.slice(bodyFrom)).join('');
  const named = namedBy({ plain, printed }, [], itemTitle(section));
  const delegated = DELEGATED.exec(plain);
  const bracket = /\(([^()]{2,80})\)。?$/.exec(plain)?.[1];
  const spot = spotAt(first.paragraph, first.bodyFrom);
  return {
    ...named,
    reach: [],
    standard: null,
    delegated: delegated?.[0] ?? null,
    amount: null,
    goods: [],
    funds: bracket ? fundNames(bracket) : [],
    age: null,
    asOf: null,
    excluded: null,
    of: null,
    counts: true,
    overlaps: false,
    origin: { section: sourceOf(section), spot, paragraph: at },
    sentences: [{ text: printed.slice(0, 160), spot }],
    doubts: [delegated ? { kind: 'delegated', texts: [delegated[0]] } : { kind: 'no-figure', texts: [] }],
  };
}
