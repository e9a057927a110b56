import { type Day, daysBetween } from '../../domain/calendar.ts';
import type { Appointment } from './schedule.ts';

/**
 * Where an appointment stands on a day, by its dates alone. `due` has no first day, so that nobody can say whether it has
 * begun; `over` says that its last day is past, never that it was done; `overdue`, that lists show it was not.
 */
export type State = 'undated' | 'ahead' | 'under-way' | 'due' | 'over' | 'overdue';

export interface Standing extends Appointment {
  readonly state: State;
  /** Until it starts (ahead), until its last day (under way, due), since its last day (over, overdue); null: no such day. */
  readonly days: number | null;
}

/** Where an appointment stands: its first and its last day are part of it. */
export function standing(appointment: Appointment, asOf: Day): Standing {
  const { from, until } = appointment;
  const at = (state: State, days: number | null): Standing => ({ ...appointment, state, days });
  if (until !== null && until < asOf) return at('over', daysBetween(until, asOf));
  const left = until === null ? null : daysBetween(asOf, until);
  if (from === null) return at(until === null ? 'undated' : 'due', left);
  return from > asOf ? at('ahead', daysBetween(asOf, from)) : at('under-way', left);
}
