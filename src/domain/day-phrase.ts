import { addDays, type Day, isKnownYear, iso, lastDay, lunarDay, type Period, springFestival } from './calendar.ts';
import { readNumeral } from './numeral.ts';

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
const WORDS_AT_END = /^(?:期间|左右|当天|当日|之内|内)?$/;

/** Reads a phrase that names one day, or one part of a year. */
export function readOne(text: string): DatePhrase | undefined {
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

export function spanOf(number: string): number {
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
