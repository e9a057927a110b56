import type { ListRecord } from '../../contract/shapes.ts';
import type { DepartmentProgressRecord, ProgressRecord, StatusRecord } from '../../contract/status.ts';
import type { Gathered } from '../../domain/campaign/gathered.ts';
import type { TextFile } from '../../read/text-file.ts';
import { readOf } from '../../report/status/status-report.ts';
import { verdict } from '../../report/status/status-verdict.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { StatusWords } from '../../text/zh/status.ts';
import { unreadInputs } from '../../totals/budget/budget.ts';
import type { Standing } from '../../totals/status/standing.ts';
import type { Status } from '../../totals/status/status.ts';
import { appointmentRecord, inputRecords } from './budget.ts';
import type { Made } from './json.ts';

/** What lists add, where they were read. */
export interface ListsProgress {
  readonly departments: readonly DepartmentProgressRecord[];
  readonly total: ProgressRecord;
  readonly read: Gathered;
  readonly inputs: readonly Made<ListRecord>[];
}

/**
 * `relief/status@1`: amounts are decimal strings in yuan, counts are numbers, what is unknown is null. `days` counts to the
 * day that `state` speaks of. Whether work was done is not known; `overdue` is there only where lists or bank returns show that it
 * was not.
 */
export function statusRecord(
  status: Status,
  file: TextFile,
  ofLists: ListsProgress | null,
  catalogue: Catalogue,
  words: StatusWords,
): Made<StatusRecord> {
  const { campaign, asOf, standings, next, deadline, overdue } = status;
  const { until = null, days = null } = next ?? {};
  return {
    schema: 'relief/status@1',
    campaign: { id: campaign.id, title: campaign.title, year: campaign.year },
    asOf,
    verdict: verdict(status, catalogue, words),
    next: next && { until, days, ends: next.ends.map(({ what, name }) => ({ what, name })) },
    overdue: overdue && {
      name: overdue.standing.name,
      days: overdue.standing.days,
      severity: overdue.severity,
      late: overdue.late,
      unpaid: overdue.unpaid,
      missing: overdue.missing,
    },
    schedule: standings.map(standingRecord),
    payoutDeadline: deadline && appointmentRecord(deadline),
    departments: ofLists?.departments ?? null,
    total: ofLists?.total ?? null,
    read: ofLists?.read,
    inputs: [...inputRecords([file]), ...(ofLists?.inputs ?? [])],
    notRead: unreadInputs(campaign, readOf(status)),
  };
}

function standingRecord(standing: Standing) {
  const { what, name, ...rest } = appointmentRecord(standing);
  return { what, name, state: standing.state, days: standing.days, ...rest };
}
