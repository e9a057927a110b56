import type { Checked } from '../../checks/campaign/check-campaign.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import { type Budget, type ReadInputs, unreadInputs } from '../../totals/budget/budget.ts';
import type { ListedMoney } from '../../totals/budget/fund-spending.ts';
import { barsSheet } from '../bars.ts';
import { findingsSheet } from '../findings/findings-sheet.ts';
import type { Report, Sheet } from '../sheet.ts';
import { measuresTable } from './measures-table.ts';
import { planSheets } from './plan-sheets.ts';
import { totalsSheet } from './totals-sheet.ts';

/** What lists add to a budget: plan against lists before it, what was read and found in them after it, and their money. */
export interface ListSheets {
  readonly first: readonly Sheet[];
  readonly last: readonly Sheet[];
  readonly money: ListedMoney;
}

/** What a report adds to the plan itself. */
export interface Additions {
  readonly listed?: ListSheets | null;
  /** What parts share and do on their own. */
  readonly parts?: readonly Sheet[] | null;
}

/** A campaign's budget as people read it: the measures, the totals, the rest of the plan, and what was found. */
export function budgetReport(
  budget: Budget,
  checked: Checked,
  catalogue: Catalogue,
  { listed = null, parts = null }: Additions = {},
): Report {
  const { title, issuer, document, region, issued } = budget.campaign;
  const sheets = [
    ...(listed?.first ?? []),
    measuresSheet(
      budget,
      catalogue,
      [issuer ?? region, document, issued].filter((part) => part !== undefined),
      { listed: listed !== null, parts: parts !== null },
    ),
    ...(spendingBars(budget, catalogue) ?? []),
    totalsSheet(budget, catalogue),
    ...(parts ?? []),
    ...planSheets(budget, catalogue, listed?.money ?? null),
    findingsSheet(checked, catalogue),
    ...(listed?.last ?? []),
  ];
  return { title, sheets };
}

/** What each department gives, as bars. */
function spendingBars({ departments }: Budget, { budget: { columns }, pictures }: Catalogue): Sheet[] | null {
  const known = departments.flatMap(({ department, amount, lowerBound }) =>
    amount === null ? [] : [{ name: department.name, amount, mark: lowerBound ? '≥' : '' }],
  );
  const most = known.reduce((largest, { amount }) => (amount > largest ? amount : largest), 0n);
  const bars = known.map(({ name, amount, mark }) => ({
    name,
    figure: { kind: 'money' as const, value: amount, mark },
    length: amount,
  }));
  const sheet = barsSheet(pictures.spending, [columns.department, columns.adopted], bars, most);
  return sheet && [sheet];
}

function measuresSheet(budget: Budget, catalogue: Catalogue, origin: readonly string[], read: ReadInputs): Sheet {
  return {
    name: catalogue.budget.sheet,
    above: [[...origin, catalogue.budget.unit].join('  ')],
    ...measuresTable(budget, catalogue),
    below: notRead(budget.campaign, catalogue, read),
  };
}

/** Files that the campaign names and this report knows nothing of: silence must not look like a pass. */
export function notRead(campaign: Campaign, catalogue: Catalogue, read: ReadInputs): string[] {
  const named = namedUnread(unreadInputs(campaign, read), catalogue);
  return named.length > 0 ? [catalogue.findings.notRead(catalogue.list(named))] : [];
}

/** Kinds of files of which some were not read, and how many. */
export function namedUnread(unread: ReturnType<typeof unreadInputs>, { inputs, parenthesised }: Catalogue): string[] {
  const kinds = (Object.keys(unread) as (keyof typeof unread)[]).filter((kind) => unread[kind] > 0);
  return kinds.map((kind) => inputs[kind] + parenthesised(String(unread[kind])));
}
