import { type Day, springFestival } from './calendar.ts';
import type { Campaign } from './campaign/campaign.ts';
import type { Measure } from './campaign/measure.ts';

/**
 * The day on which a measure's age is counted: as it says itself, else the Spring Festival, by which everybody is to have
 * been reached; null where the campaign names neither that nor a year.
 */
export function ageDay({ year, isSummer }: Campaign, { eligible }: Measure): Day | null {
  const asOf = eligible?.asOf?.resolve(year ?? 0, isSummer);
  return asOf?.until ?? asOf?.from ?? (year === null ? null : springFestival(year));
}
