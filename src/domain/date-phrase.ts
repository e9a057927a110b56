import {
  addDays,
  type Day,
  isDay,
  isKnownYear,
  iso,
  lastDay,
  lunarDay,
  type Period,
  SPRING_FESTIVAL_YEARS,
  springFestival,
} from './calendar.ts';
import { readNumeral } from './numeral.ts';

/** The days that notices name instead of dating them. */
const NAMED_DAYS: Readonly<Record<string, (year: number) => Day>> = {
  元旦: (year) => iso(year, 1, 1),
  除夕: (year) => addDays(springFestival(year), -1),
  小年: (year) => lunarDay(year, '腊月', 23),
  春节: springFestival,
  元宵: (year) => addDays(springFestival(year), 14),
};

/** 腊月二十三, 正月十五: the month before the Spring Festival and the one it begins. */
const LUNAR = /^(?:农历)?(腊月|正月)(?:初)?([一二三四五六七八九十廿]{1,3})(.*)$/;

const PARTS: Readonly<Record<string, readonly [number, number | 'end']>> = {
  上旬: [1, 10],
  中旬: [11, 20],
  下旬: [21, 'end'],
  中上旬: [1, 20],
  上中旬: [1, 20],
  中下旬: [11, 'end'],
  初: [1, 10],
  中: [11, 20],
  底: [21, 'end'],
  末: [21, 'end'],
};

const NAMED = new RegExp(`^(?:(\\d{4})年?)?(${Object.keys(NAMED_DAYS).join('|')})节?(.*)$`);
const NUMERIC = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(.*)$/;
const PRINTED = new RegExp(
  `^(?:(\\d{4})年)?(\\d{1,2})月(?:份)?(?:(\\d{1,2})[日号]|(${Object.keys(PARTS).join('|')}))?(.*)$`,
);
const BEFORE = /^(?:来临)?(?:之|以)?前夕?(?:全部|基本)?(?:结束|完成|(?:发放|落实)?到位)?$/;
/** 春节前一周, 春节前10天: the days before, as many as that. */
const SPAN_BEFORE = /^(?:来临)?(?:之|以)?前(\d{1,2}|[一二两三四五六七八九十]{1,3})个?(周|星期|天|日)内?$/;
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
const WORDS_AT_END = /^(?:期间|左右|当天|当日|之内|内)?$/;

/** A phrase of a notice, understood but not yet placed in a year: 2017-02-09, 2016年12月底前, 12月下旬, 春节前. */
export interface DatePhrase {
  readonly text: string;
  /** Whether a year must be known to say which days are meant. */
  readonly needsYear: boolean;
  /**
   * The days meant in the season whose Spring Festival falls in `year`: 12月 is the December before it. A deadline
   * (…前) leaves the start open. It includes a day that is printed (2月9日前) and excludes one that is named (春节前). In a
   * notice of summer (`isSummer`) 8月 is that before the Spring Festival too.
   */
  readonly resolve: (year: number, isSummer?: boolean) => Period;
}

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

function readOne(text: string): DatePhrase | undefined {
  const festivals = /^(?:(\d{4})年?)?(?:元旦[、,和]?春节|两节|双节)(?:节日)?(?:期间)?$/.exec(text);
  if (festivals) return between(text, '元旦', '春节', festivals[1]);
  const yearEnd = /^(?:(\d{4})年|当年|年)底(.*)$/.exec(text);
  if (yearEnd)
    return monthPhrase(text, yearEnd[1] ? Number(yearEnd[1]) : undefined, 12, undefined, '底', yearEnd[2] ?? '');
  const lunar = LUNAR.exec(text);
  if (lunar) return readLunar(text, lunar);
  const named = NAMED.exec(text.replace(/^(?:节日|节)(?=前)/, '春节'));
  if (named) return readNamed(text, named);
  const [, year, month, day, rest = ''] = NUMERIC.exec(text) ?? [];
  if (year && month) return monthPhrase(text, Number(year), Number(month), day, undefined, rest);
  const [, printedYear, printedMonth, printedDay, part, end = ''] = PRINTED.exec(text) ?? [];
  if (!printedMonth) return undefined;
  return monthPhrase(text, printedYear ? Number(printedYear) : undefined, Number(printedMonth), printedDay, part, end);
}

function monthPhrase(
  text: string,
  year: number | undefined,
  month: number,
  day: string | undefined,
  part: string | undefined,
  rest: string,
): DatePhrase | undefined {
  const before = BEFORE.test(rest);
  if (!before && !WORDS_AT_END.test(rest)) return undefined;
  if (month < 1 || month > 12) return undefined;
  if (day !== undefined && (Number(day) < 1 || Number(day) > lastDay(year ?? 2024, month))) return undefined;
  const resolve = (season: number, isSummer = false): Period => {
    const inYear = year ?? (month >= 10 || (isSummer && month >= 4) ? season - 1 : season);
    const [first, last] = day === undefined ? (PARTS[part ?? ''] ?? [1, 'end']) : [Number(day), Number(day)];
    const end = lastDay(inYear, month); // 2月29日 without a year may be the 28th of the year that is meant
    const until = iso(inYear, month, last === 'end' ? end : Math.min(last, end));
    return { from: before ? null : iso(inYear, month, Math.min(first, end)), until };
  };
  return { text, needsYear: year === undefined, resolve };
}

function readNamed(text: string, [, year, name = '', rest = '']: RegExpExecArray): DatePhrase | undefined {
  const dayIn = NAMED_DAYS[name];
  return dayIn && !(year && !isKnownYear(Number(year))) ? aroundDay(text, dayIn, rest, year) : undefined;
}

/** A day that has a name, before it, or so many days before it. */
function aroundDay(
  text: string,
  dayIn: (year: number) => Day,
  rest: string,
  year: string | undefined,
  isPrinted = false,
): DatePhrase | undefined {
  const before = BEFORE.test(rest);
  const [, number, unit] = SPAN_BEFORE.exec(rest) ?? [];
  const days = number === undefined ? undefined : spanOf(number) * (unit === '周' || unit === '星期' ? 7 : 1);
  if (!before && days === undefined && !WORDS_AT_END.test(rest)) return undefined;
  const resolve = (season: number): Period => {
    const day = dayIn(year ? Number(year) : season);
    if (days !== undefined) return { from: addDays(day, -days), until: addDays(day, -1) };
    return before ? { from: null, until: isPrinted ? day : addDays(day, -1) } : { from: day, until: day };
  };
  return { text, needsYear: year === undefined, resolve };
}

function spanOf(number: string): number {
  const numeral = readNumeral(number);
  return numeral ? Number(numeral.digits) * 10 ** numeral.exponent : 0;
}

function readLunar(text: string, [, month, printedDay = '', rest = '']: RegExpExecArray): DatePhrase | undefined {
  const day = spanOf(printedDay.replace('廿', '二十'));
  if (day < 1 || day > 30 || (month !== '腊月' && month !== '正月')) return undefined;
  return aroundDay(text, (year) => lunarDay(year, month, day), rest, undefined, true);
}

function between(text: string, first: string, last: string, year: string | undefined): DatePhrase | undefined {
  const [from, until] = [NAMED_DAYS[first], NAMED_DAYS[last]];
  if (!from || !until || (year && !isKnownYear(Number(year)))) return undefined;
  const resolve = (season: number): Period => {
    const meant = year ? Number(year) : season;
    return { from: from(meant), until: until(meant) };
  };
  return { text, needsYear: year === undefined, resolve };
}

/** Reads one day with its year, however it is printed (2025-01-07, 2025年1月7日, 2025.1.7); undefined for anything else. */
export function readDay(printed: string): Day | undefined {
  if (isDay(printed)) return printed;
  const phrase = readDatePhrase(printed);
  if (!phrase || phrase.needsYear) return undefined;
  const { from, until } = phrase.resolve(SPRING_FESTIVAL_YEARS.first);
  return from !== null && from === until ? from : undefined;
}
