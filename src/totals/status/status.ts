import { type Day, daysBetween } from '../../domain/calendar.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Severity } from '../../domain/finding.ts';
import type { Budget } from '../budget/budget.ts';
import { type Ending, payoutDeadline } from './payout-deadline.ts';
import { type CampaignProgress, progressOf, type ReadLists } from './progress.ts';
import { schedule } from './schedule.ts';
import { type Standing, standing } from './standing.ts';

/** Where a campaign stands on a day. */
export interface Status {
  readonly campaign: Campaign;
  readonly asOf: Day;
  /** In the order of the file, a stage's tasks after it. */
  readonly standings: readonly Standing[];
  /** What ends next, and on which day. */
  readonly next: { readonly until: Day; readonly days: number; readonly ends: readonly Standing[] } | null;
  /** What binds payouts. */
  readonly deadline: Ending | null;
  /** Null where no lists were read. */
  readonly progress: CampaignProgress | null;
  /** Work that lists and bank returns show to be unfinished though its deadline is past; null where they show none. */
  readonly overdue: Overdue | null;
}

interface Overdue {
  readonly standing: Standing;
  readonly severity: Severity;
  readonly late: number;
  /** Payouts that a bank has not made; null where no returns were read. */
  readonly unpaid: number | null;
  /** Departments on no list. */
  readonly missing: readonly string[];
}

/** The schedule on that day and, where there are lists, what they say to it. */
export async function statusOf(budget: Budget, asOf: Day, listed: ReadLists | null): Promise<Status> {
  const { campaign } = budget;
  const appointments = schedule(campaign);
  const deadline = payoutDeadline(appointments) ?? null;
  const progress = listed && (await progressOf(budget, listed, deadline));
  const late = progress?.total.late?.payouts ?? 0;
  const missing = progress?.departments.filter((each) => each.missing).map(({ name }) => name) ?? [];
  const reconciled = progress?.total.reconciled ?? null;
  const unpaid = reconciled && reconciled.failed.count + reconciled.open.count;
  const unfinished = late > 0 || missing.length > 0 || (unpaid ?? 0) > 0;
  const standings = appointments.map((appointment): Standing => {
    const stands = standing(appointment, asOf);
    // lists tell of payouts alone: a past date of anything else says nothing about the work
    const overdue = unfinished && appointment === deadline && stands.state === 'over';
    return overdue ? { ...stands, state: 'overdue' } : stands;
  });
  const behind = standings.find(({ state }) => state === 'overdue');
  return {
    campaign,
    asOf,
    standings,
    next: nextOf(standings, asOf),
    deadline,
    progress,
    overdue: behind
      ? { standing: behind, severity: behind.binding === 'soft' ? 'warning' : 'error', late, unpaid, missing } // as late-payout does
      : null,
  };
}

/** What names a day best comes first: deadlines, then stages, then tasks. */
const BY_WEIGHT = ['deadline', 'stage', 'task'] as const;

function nextOf(standings: readonly Standing[], asOf: Day): Status['next'] {
  const ends = standings.flatMap(({ until }) => (until !== null && until >= asOf ? [until] : []));
  const [until] = ends.sort();
  if (until === undefined) return null;
  return {
    until,
    days: daysBetween(asOf, until),
    ends: BY_WEIGHT.flatMap((what) => standings.filter((each) => each.what === what && each.until === until)),
  };
}
