import { type Label, labelOf } from './label.ts';
import { isOrganisation } from './organisation.ts';
import type { Paragraph } from './paragraphs.ts';

/** A part of a document under one heading or number. */
export interface Section {
  readonly parent: Section | null;
  readonly style: string;
  readonly label: Label | null;
  /** The heading's words; none where an item has only a number. */
  readonly title: string;
  /** Whether the heading names who gives. */
  isDepartment: boolean;
}

/** A paragraph with the section that it stands in, and where what it says of it begins behind number and heading. */
export interface Passage {
  readonly paragraph: Paragraph;
  readonly section: Section | null;
  /** At the paragraph's end where it is a heading alone. */
  readonly bodyFrom: number;
}

/** Levels are those of a document's own order: what first appears within something is below it. 一、 may hold 1. as well as （一）. */
export function outlineOf(paragraphs: readonly Paragraph[]): Passage[] {
  const passages: Passage[] = [];
  let stack: Section[] = [];
  let isFresh = false; // nothing has been said yet under the last heading
  for (const [index, paragraph] of paragraphs.entries()) {
    const isTitle = index < 3 && paragraph.heading === 1 && !isOrganisation(paragraph.text) && !labelOf(paragraph.text);
    const start = paragraph.cells || isTitle ? null : headOf(paragraph, paragraphs[index + 1]);
    if (!start) {
      passages.push({ paragraph, section: stack.at(-1) ?? null, bodyFrom: 0 });
      if (paragraph.text.length > 3) isFresh = false;
      continue;
    }
    const top = stack.at(-1);
    const at = stack.findIndex(({ style }) => style === start.style);
    // A heading right below the name of who gives, on its level, is a heading of theirs.
    const isTheirs = isFresh && top?.style === start.style && top.isDepartment && !isOrganisation(start.title);
    const style = isTheirs && !start.label ? `${start.style}+` : start.style;
    if (at >= 0 && style === start.style) stack = stack.slice(0, at);
    if (start.heading !== undefined && !start.label) stack = stack.filter((each) => !isBelow(each, start.heading ?? 0));
    const section: Section = {
      parent: stack.at(-1) ?? null,
      style,
      label: start.label,
      title: start.title,
      isDepartment: start.label === null && isOrganisation(start.title),
    };
    stack.push(section);
    passages.push({ paragraph, section, bodyFrom: start.bodyFrom });
    isFresh = start.bodyFrom >= paragraph.text.length;
  }
  markDepartments(passages);
  return passages;
}

/** Headings that the file marks have levels of their own. */
const isBelow = ({ style }: Section, level: number) => /^h\d/.test(style) && Number(style[1]) > level;

interface Start {
  readonly style: string;
  readonly label: Label | null;
  readonly title: string;
  readonly heading?: number;
  readonly bodyFrom: number;
}

const LONGEST_TITLE = 40;
/** A number and what it counts: an item that says so much is no heading. */
const FIGURE = /\d[\d.,余多万千百]*(?:元|户|人|名|份|位|家庭)|每[人户名]|[\d十百千万]元/;

function headOf({ text, heading }: Paragraph, next: Paragraph | undefined): Start | null {
  const label = labelOf(text);
  if (label) return labelled(text, label, heading);
  const title = text.replace(/[:：]$/, '');
  if (heading !== undefined && !FIGURE.test(text) && text.length <= LONGEST_TITLE * 2)
    return { style: `h${heading}`, label: null, title, heading, bodyFrom: text.length };
  // A line by itself that names somebody, above a paragraph.
  const isLine =
    title === text && title.length <= 24 && isOrganisation(title) && next !== undefined && next.text.length > 24;
  return isLine && !/文件$|^各|[、和]/.test(title)
    ? { style: 'line', label: null, title, bodyFrom: text.length }
    : null;
}

function labelled(text: string, label: Label, heading: number | undefined): Start {
  const rest = text.slice(label.text.length);
  const start = { style: label.style, label, ...(heading !== undefined && { heading }) };
  const sentence = /^[^。；;]*/.exec(rest)?.[0] ?? '';
  const isWhole = sentence.length >= rest.length - 1;
  const named = /^[^:：。，,;；]{2,24}(?=[:：])/.exec(rest)?.[0];
  if (isWhole && rest.length <= LONGEST_TITLE && !FIGURE.test(sentence) && !(named && rest.length > named.length + 8))
    return { ...start, title: sentence.replace(/[:：。]$/, ''), bodyFrom: text.length };
  const behind = (length: number) => label.text.length + length;
  if (named && !FIGURE.test(named)) return { ...start, title: named, bodyFrom: behind(named.length + 1) };
  const isRunIn = !isWhole && sentence.length <= 32 && !FIGURE.test(sentence) && rest[sentence.length] === '。';
  if (isRunIn) return { ...start, title: sentence, bodyFrom: behind(sentence.length + 1) };
  return { ...start, title: '', bodyFrom: label.text.length };
}

/** A level of which most headings name who gives is that of the departments: then all of its headings do. */
function markDepartments(passages: readonly Passage[]): void {
  const levels = new Map<string, Section[]>();
  for (const section of new Set(passages.map((each) => each.section))) {
    if (!section?.label || section.title === '') continue;
    const key = `${section.style}\n${pathOf(section.parent)}`;
    levels.set(key, [...(levels.get(key) ?? []), section]);
  }
  for (const sections of levels.values()) {
    const named = sections.filter(({ title }) => isOrganisation(title));
    const isLevel = named.length >= 2 && named.length * 2 >= sections.length;
    for (const section of isLevel ? sections : named) section.isDepartment = true;
  }
}

/** The sections that a section stands in, the outermost first, itself last. */
export function within(section: Section | null): Section[] {
  const path: Section[] = [];
  for (let each = section; each; each = each.parent) path.unshift(each);
  return path;
}

const pathOf = (section: Section | null) => sourceOf(section);

/** How a source names a section: 三、1（1）, 街镇力量·惠南镇. */
export function sourceOf(section: Section | null): string {
  let source = '';
  for (const { label, title, style } of within(section)) {
    if (style === 'is') continue;
    if (label?.name) source += label.name;
    else if (title !== '') source += source === '' || /[、）]$/.test(source) ? title : `·${title}`;
  }
  return source;
}

/** Who the headings say gives. */
export function departmentOf(section: Section | null): string | null {
  return within(section).findLast(({ isDepartment }) => isDepartment)?.title ?? null;
}
