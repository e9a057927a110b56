/** A day as `YYYY-MM-DD`; such texts compare as the days do. */
export type Day = string;

/** From one day to another, both included; `null` where the document leaves that end open. */
export interface Period {
  readonly from: Day | null;
  readonly until: Day | null;
}

/** The days that notices name instead of dating, as month and day of the Chinese calendar or of the Gregorian one. */
const NAMED_DAYS: Readonly<Record<string, { lunar: readonly [number, number]; shift?: number } | { month: number; day: number }>> = {
  元旦: { month: 1, day: 1 },
  腊八: { lunar: [12, 8] },
  除夕: { lunar: [1, 1], shift: -1 },
  春节: { lunar: [1, 1] },
  元宵: { lunar: [1, 15] },
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
const PRINTED = new RegExp(`^(?:(\\d{4})年)?(\\d{1,2})月(?:份)?(?:(\\d{1,2})[日号]|(${Object.keys(PARTS).join('|')}))?(.*)$`);
const BEFORE = /^(?:之|以)?前夕?$/;
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

/** Reads a date phrase, or two joined by 至; undefined when it is neither. */
export function readDatePhrase(printed: string): DatePhrase | undefined {
  const text = printed.normalize('NFKC').replace(/\s+/g, '');
  const [first = '', second, ...more] = text.split(/至|到|~|—+/);
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
    const until = iso(inYear, month, last === 'end' ? lastDay(inYear, month) : last);
    return { from: before ? null : iso(inYear, month, first), until };
  };
  return { text, needsYear: year === undefined, resolve };
}

function readNamed(text: string, [, year, name = '', rest = '']: RegExpExecArray): DatePhrase | undefined {
  const before = BEFORE.test(rest);
  if (!before && !WORDS_AT_END.test(rest)) return undefined;
  const resolve = (season: number): Period => {
    const day = namedDay(name, year ? Number(year) : season);
    return before ? { from: null, until: addDays(day, -1) } : { from: day, until: day };
  };
  return { text, needsYear: year === undefined, resolve };
}

/** The date of a named day in the season of `year`; 腊八 belongs to the season of the Spring Festival that follows it. */
function namedDay(name: string, year: number): Day {
  const named = NAMED_DAYS[name];
  if (!named) throw new RangeError(`not a named day: ${name}`);
  if ('month' in named) return iso(year, named.month, named.day);
  const [month, day] = named.lunar;
  const newYear = springFestival(year);
  if (month === 1) return addDays(newYear, day - 1 + (named.shift ?? 0));
  // The twelfth month has 29 or 30 days and ends the day before: 腊月初八 is 22 or 23 days before the Spring Festival.
  const candidate = addDays(newYear, -22);
  return chineseDate(candidate).day === day ? candidate : addDays(newYear, -23);
}

let chineseCalendar: Intl.DateTimeFormat | undefined; // costs some 20 ms to make, and most commands name no such day

function chineseDate(day: Day): { month: number; day: number } {
  chineseCalendar ??= new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  const [month, dayOfMonth] = chineseCalendar.format(new Date(`${day}T00:00:00Z`)).split('/');
  return { month: Number.parseInt(month ?? '', 10), day: Number(dayOfMonth) };
}

/** The first day of the Chinese year that begins in `year`, from 1900 to 2100, by ICU's Chinese calendar. */
export function springFestival(year: number): Day {
  // It falls between 21 January and 21 February; what is left of the old year's month tells how far off it is.
  let day = iso(year, 1, 21);
  while (day <= iso(year, 2, 21)) {
    const { month, day: dayOfMonth } = chineseDate(day);
    if (month === 1 && dayOfMonth === 1) return day;
    day = addDays(day, month === 12 ? Math.max(1, 29 - dayOfMonth) : 1);
  }
  throw new RangeError(`no Spring Festival found in ${year}`);
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
