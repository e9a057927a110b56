/** A day as `YYYY-MM-DD`; such texts compare as the days do. */
export type Day = string;

/** From one day to another, both included; `null` where the document leaves that end open. */
export interface Period {
  readonly from: Day | null;
  readonly until: Day | null;
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

export function iso(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** A day of 腊月, the month before the Spring Festival of a year, or of 正月, which that begins. */
export function lunarDay(year: number, month: '腊月' | '正月', day: number): Day {
  const festival = springFestival(year);
  return addDays(festival, month === '正月' ? day - 1 : day - 1 - lengthOfLastMonth(festival));
}

/** How many days 腊月 has: 29 or 30. ICU's Chinese calendar says it; it is loaded only for dates that need it. */
function lengthOfLastMonth(festival: Day): number {
  const eve = new Date(`${addDays(festival, -1)}T12:00:00Z`);
  const parts = new Intl.DateTimeFormat('en-u-ca-chinese', { day: 'numeric', timeZone: 'UTC' }).formatToParts(eve);
  return Number(parts.find(({ type }) => type === 'day')?.value ?? 30);
}
