import { isKnownYear } from '../calendar.ts';
import { readDay } from '../date-phrase.ts';
import type { DraftHead } from './draft.ts';
import { labelOf } from './label.ts';
import { isOrganisation, regionOf, subjectOf } from './organisation.ts';
import type { Paragraph } from './paragraphs.ts';

const TITLE = /(?:通知|方案|意见|办法|细则|报告|总结|计划|安排|函|公告|通报)(?:\([^()]{1,10}\))?$/;
const DOCUMENT = /[\u4e00-\u9fff]{1,14}[〔【[(]\d{4}[〕】\])]第?\d{1,5}号/;
const DAY =
  /\d{4}年\d{1,2}月\d{1,2}日|[〇零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日/;
/** What stands before a day by which, or since which, something is to be done, and behind one. */
const BEFORE_TERM = /(?:[于在至]|截止|自|从)$/;
const BEHIND_TERM = /^(?:[之以]?[前后]|起|止|[至到~—-])/;
/** Paragraphs above the first of the body, and below the last. */
const HEAD = 14;
const FOOT = 10;
const LONGEST_TITLE = 90;

/** What a document says of itself above and below its text. Nothing of it is guessed: what does not stand there is null. */
export function headOfDocument(
  paragraphs: readonly Paragraph[],
): DraftHead & { readonly dates: readonly string[]; readonly giver: string | null } {
  const above = paragraphs.slice(0, HEAD).filter(({ cells }) => !cells);
  const below = paragraphs.slice(Math.max(0, paragraphs.length - FOOT));
  const titled = titleOf(above);
  const document =
    above.map(({ text, printed }) => found(DOCUMENT, text, printed)).find((each) => each !== null) ?? null;
  const signed = signature(below);
  const issuer = (signed.issuer ?? letterhead(above))?.replace(/(?:关于.*|文件)$/, '') ?? null;
  const title = titled ?? (above[0]?.printed ?? '').replace(/[。！？].*$/s, '').slice(0, LONGEST_TITLE);
  const year = yearOf(title, signed.day, paragraphs);
  const place =
    (issuer && regionOf(issuer)) ?? (/记者|获悉|^据/.test(title) ? null : regionOf(title.replace(/^关于/, '')));
  return {
    title: title.replace(/[。:：]$/, ''),
    type: typeOf(title, titled !== null),
    issuer,
    document,
    region: place,
    issued: signed.day,
    year: signed.day === null ? year : null,
    giver: titled === null ? null : giverOf(titled),
    dates: [signed.printedDay, document].filter((each) => each !== null),
  };
}

function found(pattern: RegExp, text: string, printed: string): string | null {
  const match = pattern.exec(text);
  return match ? printed.slice(match.index, match.index + match[0].length) : null;
}

/** Whose plan a title says it is: 区总工会2026年…方案, 关于印发《某区民政局2026年…方案》的通知. A notice to others is nobody's plan. */
function giverOf(title: string): string | null {
  const plan = /《([^》]{6,60}(?:方案|计划|安排|意见))》/.exec(title)?.[1] ?? title;
  if (!/(?:方案|计划|安排|总结|报告)(?:[(（].{1,10}[)）])?$/.test(plan)) return null;
  const name = subjectOf(plan)?.name ?? null;
  return name !== null && plan.startsWith(name) ? name : null;
}

/** The lines of the title, put together: 关于开展2017年元旦春节期间 帮困送温暖活动的通知. */
function titleOf(above: readonly Paragraph[]): string | null {
  for (const [index, { text, printed, heading }] of above.entries()) {
    if (labelOf(text) || /[。；]/.test(text) || DOCUMENT.test(text)) continue;
    if (TITLE.test(text) && text.length > 6 && text.length <= LONGEST_TITLE) return `${begun(above, index)}${printed}`;
    const next = above[index + 1];
    const isBegun = /关于/.test(text) && text.length <= LONGEST_TITLE && !/[:：]$/.test(text);
    if (isBegun && next && TITLE.test(next.text) && next.text.length <= 40) return printed + next.printed;
    if (heading !== undefined && text.length > 4 && text.length <= LONGEST_TITLE) return printed;
  }
  return null;
}

/** What stands above the end of a title, where that line begins it. */
function begun(above: readonly Paragraph[], index: number): string {
  const before = above[index - 1];
  const own = above[index]?.text ?? '';
  const isCut =
    before &&
    /^(?:关于|[\u4e00-\u9fff]{2,20}关于)/.test(before.text) &&
    !/关于/.test(own) &&
    !/[。:：]$/.test(before.text);
  return isCut ? before.printed : '';
}

function typeOf(title: string, isTitled: boolean): DraftHead['type'] {
  if (!isTitled) return null;
  if (/总结|报告$/.test(title)) return '总结';
  if (/方案|计划|安排$/.test(title)) return '方案';
  if (/意见|办法|细则$/.test(title)) return '意见';
  return /通知|函|公告|通报$/.test(title) ? '通知' : null;
}

/** Who signs, and when, at the end; the day of printing where nothing else is dated. */
function signature(below: readonly Paragraph[]): {
  issuer: string | null;
  day: string | null;
  printedDay: string | null;
} {
  for (const [index, { text, printed }] of below.entries()) {
    const match = DAY.exec(text);
    if (!match || text.length > 60 || /[，。]/.test(text.replace(/。$/, ''))) continue;
    const day = readDay(printed.slice(match.index, match.index + match[0].length)) ?? null;
    const [before, behind] = [text.slice(0, match.index), text.slice(match.index + match[0].length)];
    if ((BEFORE_TERM.test(before) && !/^(?:印发|发布)/.test(behind)) || BEHIND_TERM.test(behind)) continue;
    const own = before.replace(/(?:办公室)?$/, '');
    const above = below[index - 1];
    const name = isOrganisation(own) ? own : above && isOrganisation(above.text) ? above.printed : null;
    if (day)
      return {
        issuer: name?.replace(/办公室$/, (words) => (/局办公室|委办公室/.test(name) ? '' : words)) ?? null,
        day,
        printedDay: match[0],
      };
  }
  return { issuer: null, day: null, printedDay: null };
}

function letterhead(above: readonly Paragraph[]): string | null {
  const named = above.find(
    ({ text, heading }) =>
      heading === undefined &&
      !/^各|[:：]$/.test(text) &&
      isOrganisation(text.replace(/文件$/, '')) &&
      text.length >= 4,
  );
  return named?.printed.replace(/文件$/, '') ?? null;
}

/** The year of the Spring Festival that a title names or, without any, the first that the text does. */
function yearOf(title: string, day: string | null, paragraphs: readonly Paragraph[]): number | null {
  const named = /(\d{4})年/.exec(title.normalize('NFKC'))?.[1] ?? (day === null ? firstYear(paragraphs) : undefined);
  return named && isKnownYear(Number(named)) ? Number(named) : null;
}

function firstYear(paragraphs: readonly Paragraph[]): string | undefined {
  for (const { text } of paragraphs) {
    const year = /(\d{4})年(?:元旦|春节|新春|两节|“?两节)/.exec(text)?.[1];
    if (year) return year;
  }
  return undefined;
}

/** The years that a document is about: those of its title and of its date. */
export function ownYears({ title, issued, year }: DraftHead): number[] {
  const named = [...title.normalize('NFKC').matchAll(/(\d{4})(?=年)/g)].map(([text]) => Number(text));
  return [...new Set([...named, ...(issued ? [Number(issued.slice(0, 4))] : []), ...(year ? [year] : [])])].filter(
    isKnownYear,
  );
}
