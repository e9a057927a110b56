import type { Day } from '../../domain/calendar.ts';
import type { Appointment } from './schedule.ts';

/** An appointment that has a last day. */
export type Ending = Appointment & { readonly until: Day };

/** What binds every payout: the last of the deadlines for payouts or visits; where there is none, of the stages. */
export function payoutDeadline(appointments: readonly Appointment[]): Ending | undefined {
  const ends = appointments.filter(
    (each): each is Ending => each.until !== null && each.kinds.some((kind) => kind === 'payout' || kind === 'visit'),
  );
  const last = (what: Appointment['what']) =>
    ends.filter((each) => each.what === what).reduce<Ending | undefined>(later, undefined);
  return last('deadline') ?? last('stage');
}

/** Of two on the same day, the one that the document insists on. */
function later(one: Ending | undefined, other: Ending): Ending {
  if (!one || other.until > one.until) return other;
  return other.until === one.until && one.binding === 'soft' ? other : one;
}

/** SQL over `payout p`: late. A month without a day stands as its 1st, so that all of it must be after. */
export const paidAfter = (until: Day): string => `p.paid_on > date '${until}'`;
