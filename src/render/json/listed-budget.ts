import type { Checked } from '../../checks/campaign/check-campaign.ts';
import type { ListedBudgetRecord, PartsRecord } from '../../contract/budget.ts';
import type { TextFile } from '../../read/text-file.ts';
import type { ExaminedLists } from '../../report/lists/examined-lists.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { Budget } from '../../totals/budget/budget.ts';
import { budgetRecord } from './budget.ts';
import type { Made } from './json.ts';
import { actualOf, withLists } from './lists.ts';

/** `relief/budget@2`: a campaign with its lists, whose rows were resolved to people. */
export function listedBudgetRecord(
  budget: Budget,
  checked: Checked,
  files: readonly TextFile[],
  catalogue: Catalogue,
  listed: ExaminedLists,
  parts: PartsRecord | null,
): Made<ListedBudgetRecord> {
  const own = budgetRecord(budget, checked, files, catalogue, actualOf(listed), parts);
  return withLists({ schema: 'relief/budget@2' as const, ...own }, listed, catalogue);
}
