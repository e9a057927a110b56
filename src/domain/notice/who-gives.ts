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
  const found = passages.map((passage) => headed(passage) ?? charged(passage, passages));
  const subjects = subjectsOf(passages);
  return sentences.map(({ passage, to }) => {
    const own = found[passage];
    if (own) return own;
    return (
      subjects.findLast((each) => each.passage === passage && each.at < to)?.giver ??
      carried(subjects, passage, passages)
    );
  });
}

function headed({ section }: Passage): Giver | null {
  const name = departmentOf(section);
  return name === null ? null : { name: name.replace(/[:：]$/, ''), by: 'heading', section: sourceOf(section) };
}

/** An item's own words on who is in charge, wherever in it they stand. */
function charged({ section, paragraph }: Passage, passages: readonly Passage[]): Giver | null {
  const texts = section
    ? passages.filter((each) => each.section === section).map((each) => each.paragraph)
    : [paragraph];
  for (const { text, printed } of texts) {
    const found = inCharge(text);
    if (found) return { name: printed.slice(found.from, found.to), by: 'charge', section: sourceOf(section) };
  }
  return null;
}

interface Subjected {
  readonly passage: number;
  readonly at: number;
  readonly section: Section | null;
  readonly giver: Giver;
}

function subjectsOf(passages: readonly Passage[]): Subjected[] {
  return passages.flatMap(({ paragraph, section, bodyFrom }, passage) =>
    sentencesOf(paragraph.text, bodyFrom).flatMap(({ from, to }) => {
      const subject = subjectOf(paragraph.text.slice(from, to));
      if (!subject) return [];
      const name = paragraph.printed.slice(from + subject.from, from + subject.to);
      return [{ passage, at: from, section, giver: { name, by: 'subject' as const, section: sourceOf(section) } }];
    }),
  );
}

/** A sentence without a subject goes on with the last one's, within one part of the document. */
function carried(subjects: readonly Subjected[], passage: number, passages: readonly Passage[]): Giver | null {
  const last = subjects.findLast((each) => each.passage < passage);
  return last && last.section === passages[passage]?.section ? last.giver : null;
}
