/** A day as `YYYY-MM-DD`; such texts compare as the days do. */
export type Day = string;

/** From one day to another, both included; `null` where the document leaves that end open. */
export interface Period {
  readonly from: Day | null;
  readonly until: Day | null;
}

/** The days that notices name instead of dating them. */
const NAMED_DAYS: Readonly<Record<string, (year: number) => Day>> = {
  元旦: (year) => iso(year, 1, 1),
  除夕: (year) => addDays(springFestival(year), -1),
  春节: springFestival,
  元宵: (year) => addDays(springFestival(year), 14),
};

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
const BEFORE = /^(?:来临)?(?:之|以)?前夕?$/;
const WORDS_AT_END = /^(?:期间|左右|当天|当日|之内|内)?$/;

/** A phrase of a notice, understood but not yet placed in a year: 2017-02-09, 2016年12月底前, 12月下旬, 春节前. */
export interface DatePhrase {
  readonly text: string;
  /** Whether a year must be known to say which days are meant. */
  readonly needsYear: boolean;
  /**
   * The days meant in the season whose Spring Festival falls in `year`: 12月 is the December before it. A deadline
   * (…前) leaves the start open. It includes a day that is printed (2月9日前) and excludes one that is named (春节前).
   */
  readonly resolve: (year: number) => Period;
}

/** No date of a document is longer. */
const LONGEST = 80;

/** Reads a date phrase, or two joined by 至; undefined when it is neither. */
export function readDatePhrase(printed: string): DatePhrase | undefined {
  if (printed.length > LONGEST) return undefined;
  const text = printed.normalize('NFKC').replace(/\s+/g, '');
  const [first = '', second, ...more] = text.replace(/^(?:截止|截至)到?/, '').split(/至|到|~|—+/);
  if (more.length > 0) return undefined;
  const start = readOne(first);
  if (!start || second === undefined) return start && { ...start, text };
  const end = readOne(second);
  if (!end) return undefined;
  return {
    text,
    needsYear: start.needsYear || end.needsYear,
    resolve: (year) => ({ from: start.resolve(year).from, until: end.resolve(year).until }),
  };
}

function readOne(text: string): DatePhrase | undefined {
  const named = NAMED.exec(text);
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
  const resolve = (season: number): Period => {
    const inYear = year ?? (month >= 10 ? season - 1 : season);
    const [first, last] = day === undefined ? (PARTS[part ?? ''] ?? [1, 'end']) : [Number(day), Number(day)];
    const end = lastDay(inYear, month); // 2月29日 without a year may be the 28th of the year that is meant
    const until = iso(inYear, month, last === 'end' ? end : Math.min(last, end));
    return { from: before ? null : iso(inYear, month, Math.min(first, end)), until };
  };
  return { text, needsYear: year === undefined, resolve };
}

function readNamed(text: string, [, year, name = '', rest = '']: RegExpExecArray): DatePhrase | undefined {
  const before = BEFORE.test(rest);
  const dayIn = NAMED_DAYS[name];
  if (!dayIn || (!before && !WORDS_AT_END.test(rest)) || (year && !isKnownYear(Number(year)))) return undefined;
  const resolve = (season: number): Period => {
    const day = dayIn(year ? Number(year) : season);
    return before ? { from: null, until: addDays(day, -1) } : { from: day, until: day };
  };
  return { text, needsYear: year === undefined, resolve };
}

/** The years whose Spring Festival is known. */
export const SPRING_FESTIVAL_YEARS = { first: 1950, last: 2100 } as const;

/**
 * Days from 20 January to the Spring Festival, a base-36 digit a year from 1950. A test holds them to ICU's Chinese
 * calendar, which is not asked at run time: loading it costs a fifth of the time of a whole `relief budget`.
 */
const FESTIVAL_DAYS =
  'sh7pf4nbtj8qg5od1kash7qe3mbti8rg5odvk9sh7qf3lbui8rg4nc2k9ti6pe3lbuj8rg5nc2l9' +
  'si6od3mbuj8qf4nc2lash6pd3mcuj8qf4nd1k9sg6pe3mbui7qg4nd2k9sh6pe4lati7qg5nc1k';

/** Whether the Spring Festival of a year is known. */
export function isKnownYear(year: number): boolean {
  return Number.isInteger(year) && year >= SPRING_FESTIVAL_YEARS.first && year <= SPRING_FESTIVAL_YEARS.last;
}

/** Whether a text is a day of the calendar, written YYYY-MM-DD. */
export function isDay(text: string): text is Day {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  if (!year || !month || !day) return false;
  return month <= 12 && day <= lastDay(year, month);
}

/** The first day of the Chinese year that begins in `year`. Throws outside the years known. */
export function springFestival(year: number): Day {
  const days = Number.parseInt(FESTIVAL_DAYS[year - SPRING_FESTIVAL_YEARS.first] ?? '', 36);
  if (Number.isNaN(days)) throw new RangeError(`no Spring Festival known for ${year}`);
  return addDays(iso(year, 1, 20), days);
}

/** How many days later `to` is than `from`. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

function iso(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
