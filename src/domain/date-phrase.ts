import { type Day, isDay, SPRING_FESTIVAL_YEARS } from './calendar.ts';
import { type DatePhrase, readOne, spanOf } from './day-phrase.ts';

/** Times of the day say nothing here: 1月25日17时前. */
const CLOCK =
  /(?<=[日号])(?:上午|下午|中午|晚上?)?\d{1,2}(?:[时点](?:\d{1,2}分|半)?|:\d{2})|(?<=[日号])(?:上午|下午|中午)/g;
const SINCE = /^(?:自|从)?(.+?)(?:开始|起)$/;
/** Words of a sentence before a date that say nothing of when: 原则上须在2025年1月28日之前. */
const LEAD = /^(?:原则上|必须|须|应当?|务必|力争|要|请|全部|统一|最迟|最晚)*(?:在|于)?/;
const NO_LATER = /^(?:不晚于|不迟于)(.+?)(?:前|之前|以前)?$/;
/** 1月10日至20日, 2025年1月10日至20日. */
const SAME_MONTH = /^((?:\d{4}年)?)(\d{1,2}月)(\d{1,2}[日号]?)[-至到~—]+(\d{1,2}[日号].*)$/;
/** A remark on a day: 1月26日（周日）前, 1月25日(腊月二十六). */
const REMARK = /(?<=[日号])\((?:周|星期|农历|腊月|正月)[^()]{1,8}\)/g;
const FROM_NOW = /^(?:自)?(?:即日|发文之日|印发之日|通知下发之日)起?$/;

/** No date of a document is longer. */
const LONGEST = 80;

/** Reads a date phrase, or two joined by 至; undefined when it is neither. */
export function readDatePhrase(printed: string): DatePhrase | undefined {
  if (printed.length > LONGEST) return undefined;
  const text = printed.normalize('NFKC').replace(/\s+/g, '');
  const [first = '', second, ...more] = inArabic(text)
    .replace(LEAD, '')
    .replace(NO_LATER, '$1前')
    .replace(/^(?:截止|截至)到?/, '')
    .replace(REMARK, '')
    .replace(CLOCK, '')
    .replace(/^(\d{1,2})(?=[至到~—]\d{1,2}月)/, '$1月')
    .replace(
      SAME_MONTH,
      (_, year, month, first, last) => `${year}${month}${first.replace(/\d$/, '$&日')}至${month}${last}`,
    )
    .replace(/(?<=[至到~—])(?:次|翌|第二)年/, '')
    .split(/至|到|~|—+/);
  if (more.length > 0) return undefined;
  const [, since] = SINCE.exec(first) ?? [];
  if (FROM_NOW.test(first)) return second === undefined ? undefined : untilOnly(readOne(second), text);
  const start = readOne(since ?? first.replace(/^[自从]/, ''));
  if (!start) return undefined;
  if (second === undefined) {
    if (since === undefined) return { ...start, text };
    return { ...start, text, resolve: (year, isSummer) => ({ from: start.resolve(year, isSummer).from, until: null }) };
  }
  const end = readOne(second);
  if (!end) return undefined;
  return {
    text,
    needsYear: start.needsYear || end.needsYear,
    resolve: (year, isSummer) => ({
      from: start.resolve(year, isSummer).from,
      until: end.resolve(year, isSummer).until,
    }),
  };
}

/** 二〇二五年一月七日 in Arabic digits. */
function inArabic(text: string): string {
  if (!/^[〇零一二三四五六七八九]{4}年/.test(text)) return text;
  return text
    .replace(/^[〇零一二三四五六七八九]{4}/, (year) => [...year].map((each) => DIGITS.indexOf(each) % 10).join(''))
    .replace(/[一二三四五六七八九十]{1,3}(?=[月日号])/g, (number) => String(spanOf(number)));
}

const DIGITS = '零一二三四五六七八九〇';

/** 即日起至春节前: from the day of the notice, which the phrase does not say. */
function untilOnly(end: DatePhrase | undefined, text: string): DatePhrase | undefined {
  return (
    end && { ...end, text, resolve: (year, isSummer) => ({ from: null, until: end.resolve(year, isSummer).until }) }
  );
}

/** Reads one day with its year, however it is printed (2025-01-07, 2025年1月7日, 2025.1.7); undefined for anything else. */
export function readDay(printed: string): Day | undefined {
  if (isDay(printed)) return printed;
  const phrase = readDatePhrase(printed);
  if (!phrase || phrase.needsYear) return undefined;
  const { from, until } = phrase.resolve(SPRING_FESTIVAL_YEARS.first);
  return from !== null && from === until ? from : undefined;
}
