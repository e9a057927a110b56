import type { Reconciled } from '../checks/group/group-rule.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import { departmentsCalled } from '../domain/campaign/department-name.ts';
import { nearest } from '../domain/nearest.ts';
import { invalidFile } from '../file/fault.ts';
import type { ListInput } from '../read/list/list-input.ts';
import type { ReturnEntry } from '../totals/reconcile/payments.ts';
import { payoutDeadline } from '../totals/status/payout-deadline.ts';
import { schedule } from '../totals/status/schedule.ts';
import { filesOf, folderOf } from './files-of.ts';
import type { CampaignAt } from './list-inputs.ts';

export interface ReturnFlags {
  readonly returns?: readonly string[];
  /** The returns that are given each tell everything from the beginning. */
  readonly cumulative?: boolean;
  /** The returns are all there are. */
  readonly complete?: boolean;
  /** The batch of the lists that the returns which are given are of. */
  readonly batch?: string;
}

/** Bank returns, the files that they stand in, and whether everything ought to be paid by now. */
export interface GivenReturns {
  readonly entries: readonly ReturnEntry[];
  readonly inputs: readonly ListInput[];
  readonly due: Reconciled;
}

/** The campaign's returns, in its order, and those that are given, in theirs. */
export function returnsFor(
  campaign: CampaignAt | null,
  { returns = [], cumulative = false, complete = false, batch }: ReturnFlags,
  columns: ReadonlyMap<string, string>,
  today: string,
): GivenReturns {
  const own = campaign?.campaign.returns ?? [];
  if (campaign) refuseUnknown(campaign);
  const entries: ReturnEntry[] = own.map(({ mode, complete: isWhole = false, department, measure, batch }) => ({
    cumulative: mode === 'cumulative',
    complete: isWhole,
    ...(department === undefined ? {} : { department }),
    ...(measure === undefined ? {} : { measure }),
    ...(batch === undefined ? {} : { batch }),
  }));
  const inputs = own.flatMap(({ file, sheet, columns: said = {} }, entry) =>
    filesOf(file, folderOf(campaign?.path ?? '-')).map(
      (each): ListInput => ({
        file: each,
        role: 'return',
        entry,
        columns: new Map(Object.entries(said)),
        anywhere: columns,
        ...(sheet === undefined ? {} : { sheet }),
      }),
    ),
  );
  if (returns.length > 0) {
    inputs.push(
      ...returns.map(
        (file): ListInput => ({ file, role: 'return', entry: entries.length, columns: new Map(), anywhere: columns }),
      ),
    );
    entries.push({ cumulative, complete, ...(batch === undefined ? {} : { batch }) });
  }
  // What an entry says of one measure is no more than that: others may still be to come.
  const isAll =
    (complete && (batch === undefined || returns.length === 0)) ||
    entries.some((each) => each.complete && !SCOPE.some((key) => each[key] !== undefined));
  const passed = campaign && passedDeadline(campaign.campaign, today);
  const due = { isAll, isDue: isAll || passed != null, isSoft: !isAll && passed?.binding === 'soft' };
  return { entries, inputs, due };
}

const SCOPE = ['department', 'measure', 'batch'] as const;

/** @throws InvalidInput for a return of what the campaign does not have: whatever it tells would be on no list. */
function refuseUnknown({ path, campaign }: CampaignAt): void {
  const { departments, lists, returns } = campaign;
  const measures = departments.flatMap((each) => each.measures);
  const known = {
    department: departments.flatMap(({ name, aliases = [] }) => [name, ...aliases]),
    measure: measures.flatMap(({ id, name }) => [id, name]),
    batch: lists.flatMap(({ batch }) => batch ?? []),
  };
  for (const entry of returns) {
    for (const key of SCOPE) {
      const [got, allowed] = [entry[key], [...new Set(known[key])]];
      const isCalled =
        key === 'department' && got !== undefined && departmentsCalled(got, departments, campaign.region).length === 1;
      if (got !== undefined && !isCalled && !allowed.includes(got))
        throw invalidFile(path, 'wrong-word', { got, nearest: nearest(got, allowed), allowed });
    }
  }
}

function passedDeadline(campaign: Campaign, today: string) {
  const deadline = payoutDeadline(schedule(campaign));
  return deadline && deadline.until < today ? deadline : null;
}
