import type { Reading } from './mention.ts';
import { inCharge, subjectOf } from './organisation.ts';
import { departmentOf, type Passage, type Section, sourceOf } from './outline.ts';
import { sentencesOf } from './sentences.ts';

/** Who gives what a sentence says, and by what that is known. */
export interface Giver {
  readonly name: string;
  readonly by: 'heading' | 'charge' | 'subject';
  /** How a source names where that stands. */
  readonly section: string;
}

/** Who gives, for each sentence of a reading: whoever the heading names, is in charge, or was the last subject of a sentence in that part. */
export function giversOf({ passages, sentences }: Reading): (Giver | null)[] {
  const charges = chargesOf(passages);
  const subjects = oneNameEach(subjectsOf(passages));
  let next = 0;
  let last: Subjected | undefined;
  const givers = sentences.map(({ passage, to }) => {
    for (; next < subjects.length; next += 1) {
      const each = subjects[next] as Subjected;
      if (each.passage > passage || (each.passage === passage && each.at >= to)) break;
      last = each;
    }
    const at = passages[passage] as Passage;
    const own = headed(at) ?? charges.get(at.section ?? at);
    if (own) return own;
    // A sentence without a subject goes on with the last one's, within one part of the document.
    return last && (last.passage === passage || last.section === at.section) ? last.giver : null;
  });
  // Who alone does anything in a text gives also what a sentence does not say of anybody.
  const names = new Set(givers.map((giver) => giver?.name ?? null));
  names.delete(null);
  const [only] = names.size === 1 ? givers.filter((giver) => giver !== null) : [];
  return only && only.by !== 'heading' ? givers.map((giver) => giver ?? only) : givers;
}

function headed({ section }: Passage): Giver | null {
  const name = departmentOf(section);
  return name === null ? null : { name: name.replace(/[:：]$/, ''), by: 'heading', section: sourceOf(section) };
}

/** Who an item's own words say is in charge, wherever in it they stand; of a paragraph in no item, its own. */
function chargesOf(passages: readonly Passage[]): ReadonlyMap<Section | Passage, Giver> {
  const charges = new Map<Section | Passage, Giver>();
  for (const passage of passages) {
    const { section, paragraph } = passage;
    const found = charges.has(section ?? passage) ? null : inCharge(paragraph.text);
    if (found)
      charges.set(section ?? passage, {
        name: paragraph.printed.slice(found.from, found.to),
        by: 'charge',
        section: sourceOf(section),
      });
  }
  return charges;
}

const OFFICE = /(?:办事处|党工委|党委|人民政府|政府|党委政府)$/;

/** 街道办事处 in a text of 江山路街道: the one street, township or town that it names. */
function localOf(name: string, names: readonly string[]): string | undefined {
  const kind = name.replace(OFFICE, '');
  if (!/^(?:街道|镇|乡)$/.test(kind)) return undefined;
  const [only, ...more] = names.filter((each) => each !== name && each.replace(OFFICE, '').endsWith(kind));
  return more.length === 0 ? only : undefined;
}

/** 区总工会 after 邯山区总工会 is the same: by the longest name that ends with it. */
function oneNameEach(subjects: readonly Subjected[]): Subjected[] {
  const names = [...new Set(subjects.map(({ giver }) => giver.name))].sort((a, b) => b.length - a.length);
  const whole = new Map(
    names.map((name) => [
      name,
      names.find((each) => each.endsWith(name) && each !== name) ?? localOf(name, names) ?? name,
    ]),
  );
  return subjects.map((each) => ({
    ...each,
    giver: { ...each.giver, name: whole.get(each.giver.name) ?? each.giver.name },
  }));
}

interface Subjected {
  readonly passage: number;
  readonly at: number;
  readonly section: Section | null;
  readonly giver: Giver;
}

function subjectsOf(passages: readonly Passage[]): Subjected[] {
  return passages.flatMap(({ paragraph, section, bodyFrom }, passage) =>
    sentencesOf(paragraph.text, bodyFrom).flatMap(({ from, to, clauses }) => {
      // 在本次活动中，市慈善总会拨出…: the subject may stand in a clause further on; who only told it (从省民政厅获悉) is the last to be it.
      let teller: Subjected | null = null;
      for (const clause of [{ from }, ...clauses.slice(1, MOST_CLAUSES)]) {
        const subject = subjectOf(paragraph.text.slice(clause.from, to));
        if (!subject) continue;
        const end = clause.from + subject.to;
        const name = paragraph.printed.slice(clause.from + subject.from, end);
        const own = { passage, at: from, section, giver: { name, by: 'subject' as const, section: sourceOf(section) } };
        if (!TOLD_BY.test(paragraph.text.slice(end, end + 6))) return [own];
        teller ??= own;
      }
      return teller ? [teller] : [];
    }),
  );
}

const TOLD_BY = /^(?:了解到|获悉|得知)/;
/** Further on somebody else does something for somebody. */
const MOST_CLAUSES = 4;
