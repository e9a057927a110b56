import type { Day } from '../../domain/calendar.ts';
import { idIs, PERSON } from '../../engine/payout-sql.ts';

/**
 * SQL: full years of age on a day, by the ID number, else as the list says; null where neither does, and before birth.
 * Dates as the numbers YYYYMMDD differ by 10000 for each full year.
 */
export function ageOnDay(day: Day): string {
  const number = Number(day.replaceAll('-', ''));
  const { born } = PERSON;
  return `case when not (${idIs('valid18', 'valid15')}) then p.age when ${born} <= ${number} then ((${number} - ${born}) // 10000)::integer end`;
}
