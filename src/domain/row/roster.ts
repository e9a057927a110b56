import type { Day } from '../calendar.ts';
import type { Campaign } from '../campaign/campaign.ts';
import type { Measure } from '../campaign/measure.ts';
import { meansDeceased } from './roster-excuse.ts';

/** A roster: people who are to be reached, or must not be paid. */
export interface Roster {
  readonly id: string;
  readonly name: string;
  /** What its people are to get, each of these; anything, where none is named. */
  readonly measures: readonly Measure[];
  /** Why its people must not be paid; null for those who are to be. */
  readonly blocked: string | null;
  /** The day whose state it shows. */
  readonly asOf: Day | null;
}

/** The campaign's rosters in its order; a measure can name its roster, and a roster its measures. */
export function rostersOf({ rosters, departments, year, isSummer }: Campaign): Roster[] {
  const all = departments.flatMap(({ measures }) => measures);
  return rosters.map(({ id, name, measures = [], blocked, asOf }) => {
    const period = asOf?.resolve(year ?? 0, isSummer);
    return {
      id,
      name: name ?? id,
      measures: all.filter((measure) => measures.includes(measure.id) || measure.eligible?.roster === id),
      blocked: blocked ?? null,
      asOf: period?.until ?? period?.from ?? null,
    };
  });
}

/** Whether a roster's people have died. */
export const isOfDeceased = ({ blocked }: Roster): boolean => blocked !== null && meansDeceased(blocked);
