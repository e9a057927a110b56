import { maskText } from '../../domain/shown/masking.ts';
import type { ExaminedLists } from '../../report/lists/examined-lists.ts';
import { type CampaignProgress, type Progress, shareListed } from '../../totals/status/progress.ts';
import { count, money, reachRecord } from './budget.ts';
import { inputRecord, listedRecord, settledRecord } from './listed.ts';
import type { ListsProgress } from './status.ts';

/** What lists add to `relief/status@1`: each department's plan and what is listed of it, and how the lists were read. */
export function listsProgress(
  { departments, total }: CampaignProgress,
  { lists, gathered }: ExaminedLists,
): ListsProgress {
  return {
    departments: departments.map(({ name, missing, ...each }) => ({
      name: each.planned ? name : maskText(name) || null,
      inCampaign: each.planned !== null,
      missing,
      ...progressRecord(each),
    })),
    total: progressRecord(total),
    read: gathered,
    inputs: [...lists.lists, ...lists.rosters, ...lists.returns].map(inputRecord),
  };
}

/** Of payouts about which no bank was asked nothing is known. */
const NOT_SETTLED = {
  paid: null,
  failed: null,
  reversed: null,
  open: null,
  unmentioned: null,
  byHand: null,
  difference: null,
};

function progressRecord(progress: Progress) {
  const { planned, listed, late, reconciled } = progress;
  const share = shareListed(progress);
  return {
    planned: planned && {
      amount: money(planned.amount),
      lowerBound: planned.lowerBound,
      complete: planned.whole,
      count: count(planned.count),
      reach: reachRecord(planned.reach),
    },
    listed: listed && listedRecord(listed),
    ofPlan: share && { of: share.of, percent: share.percent.replace('%', ''), lowerBound: share.lowerBound },
    late: late?.payouts ?? null,
    undated: late?.undated ?? null,
    ...(reconciled ? settledRecord(reconciled) : NOT_SETTLED),
  };
}
