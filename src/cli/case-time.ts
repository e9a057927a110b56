import type { Day } from '../domain/calendar.ts';
import type { Io } from './io.ts';

/** When an event is written down: `YYYY-MM-DD HH:MM:SS`, by the clock of whoever sits there. */
export function eventTime({ today }: Pick<Io, 'today'>): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${today()} ${[now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(':')}`;
}

/** So many days after a day. */
export function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as Day;
}
