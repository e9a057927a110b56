import { type Day, springFestival } from '../../domain/calendar.ts';
import type { Campaign } from '../../domain/campaign.ts';
import type { Measure } from '../../domain/measure.ts';
import { idIs, PERSON } from '../../engine/payout-sql.ts';

/**
 * The day on which a measure's age is counted: as it says itself, else the Spring Festival, by which everybody is to have
 * been reached; null where the campaign names neither that nor a year.
 */
export function ageDay({ year }: Campaign, { eligible }: Measure): Day | null {
  const asOf = eligible?.asOf?.resolve(year ?? 0);
  return asOf?.until ?? asOf?.from ?? (year === null ? null : springFestival(year));
}

/**
 * SQL: full years of age on a day, by the ID number, else as the list says; null where neither does, and before birth.
 * Dates as the numbers YYYYMMDD differ by 10000 for each full year.
 */
export function ageOnDay(day: Day): string {
  const number = Number(day.replaceAll('-', ''));
  const { born } = PERSON;
  return `case when not (${idIs('valid18', 'valid15')}) then p.age when ${born} <= ${number} then ((${number} - ${born}) // 10000)::integer end`;
}
