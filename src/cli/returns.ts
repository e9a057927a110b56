import type { Campaign } from '../domain/campaign.ts';
import type { ListInput } from '../read/list/list-source.ts';
import type { ReturnEntry } from '../totals/payments.ts';
import { payoutDeadline } from '../totals/payout-deadline.ts';
import { schedule } from '../totals/schedule.ts';
import { filesOf, folderOf } from './files-of.ts';
import type { CampaignAt } from './list-inputs.ts';

export interface ReturnFlags {
  readonly returns?: readonly string[];
  /** The returns that are given each tell everything from the beginning. */
  readonly cumulative?: boolean;
  /** The returns are all there are. */
  readonly complete?: boolean;
}

/** Bank returns, the files that they stand in, and whether everything ought to be paid by now. */
export interface GivenReturns {
  readonly entries: readonly ReturnEntry[];
  readonly inputs: readonly ListInput[];
  readonly isDue: boolean;
  /** What is due is so because of a deadline that is only to be kept in principle. */
  readonly isSoft: boolean;
}

/** The campaign's returns, in its order, and those that are given, in theirs. */
export function returnsFor(
  campaign: CampaignAt | null,
  { returns = [], cumulative = false, complete = false }: ReturnFlags,
  columns: ReadonlyMap<string, string>,
  today: string,
): GivenReturns {
  const own = campaign?.campaign.returns ?? [];
  const entries: ReturnEntry[] = own.map(({ mode }) => ({ cumulative: mode === 'cumulative' }));
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
    entries.push({ cumulative });
  }
  const isAll = complete || own.some((each) => each.complete);
  const passed = campaign && passedDeadline(campaign.campaign, today);
  return { entries, inputs, isDue: isAll || passed != null, isSoft: !isAll && passed?.binding === 'soft' };
}

function passedDeadline(campaign: Campaign, today: string) {
  const deadline = payoutDeadline(schedule(campaign));
  return deadline && deadline.until < today ? deadline : null;
}
