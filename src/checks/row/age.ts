import { type Day, springFestival } from '../../domain/calendar.ts';
import type { Campaign } from '../../domain/campaign.ts';
import type { Measure } from '../../domain/measure.ts';
import { idIs } from '../../engine/cell-reading.ts';

/**
 * The day on which a measure's age is counted: as it says itself, else the Spring Festival, by which everybody is to have
 * been reached; null where the campaign names neither that nor a year.
 */
export function ageDay({ year }: Campaign, { eligible }: Measure): Day | null {
  const asOf = eligible?.asOf?.resolve(year ?? 0);
  return asOf?.until ?? asOf?.from ?? (year === null ? null : springFestival(year));
}

/**
 * SQL: full years of age on a day, by the ID number, else as the list says; null where neither does. Dates as the numbers
 * YYYYMMDD differ by 10000 for each full year.
 */
export function ageOnDay(day: Day): string {
  const number = Number(day.replaceAll('-', ''));
  return `case when ${idIs('valid18', 'valid15')} then (${number} - substr(p.id, 7, 8)::integer) // 10000 else p.age end`;
}
