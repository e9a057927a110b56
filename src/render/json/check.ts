import type { Checked } from '../../checks/campaign/check-campaign.ts';
import type { RowsCheckedRecord } from '../../contract/check.ts';
import type { TextFile } from '../../read/text-file.ts';
import type { ExaminedCheck } from '../../report/check/examined-check.ts';
import { pairMessageOf, seenPair } from '../../report/findings/pair-finding.ts';
import type { Catalogue } from '../../text/zh/catalogue.ts';
import type { Budget } from '../../totals/budget/budget.ts';
import { inputRecords, onCampaign } from './budget.ts';
import type { Made } from './json.ts';
import { inputRecord } from './listed.ts';
import { countsByRule, findingRecord, notCheckedRecord, withLists } from './lists.ts';

const MASKED = { showIds: false };

/** A campaign file that was checked. */
interface CheckedPlan {
  readonly budget: Budget;
  readonly checked: Checked;
  readonly file: TextFile;
}

/**
 * `relief/check@2`: what was found on the campaign, on rows of bank returns that can't be understood, and on single rows of lists
 * and rosters; `returns` are the bank's files with their row equations.
 */
export function rowsCheckedRecord(
  plan: CheckedPlan | null,
  examined: ExaminedCheck,
  catalogue: Catalogue,
): Made<RowsCheckedRecord> {
  const { lists, pairs, checked } = examined;
  const bySeverity = { ...checked.counts };
  for (const severity of Object.keys(bySeverity) as (keyof typeof bySeverity)[])
    bySeverity[severity] += pairs.counts[severity];
  const onPlan = plan && onCampaign(plan.checked, catalogue);
  return withLists(
    {
      schema: 'relief/check@2' as const,
      campaign: plan && { id: plan.budget.campaign.id, title: plan.budget.campaign.title },
      inputs: plan ? inputRecords([plan.file]) : [],
      summary: { bySeverity, byRule: countsByRule([...pairs.groups, ...checked.groups]) },
      notChecked: pairs.notChecked.map(notCheckedRecord),
      rulesOff: [...(onPlan?.rulesOff ?? []), ...pairs.off],
      excepted: [
        ...(onPlan?.excepted ?? []),
        ...pairs.excepted.map(({ finding, reason, until }) => ({
          ...findingRecord(finding, pairMessageOf(finding, catalogue)),
          reason,
          until,
        })),
      ],
      findings: findings(onPlan?.findings ?? [], examined, catalogue),
      returns: lists.returns.length > 0 ? lists.returns.map(inputRecord) : undefined,
    },
    examined,
    catalogue,
  );
}

async function* findings<Found>(before: readonly Found[], { pairs }: ExaminedCheck, catalogue: Catalogue) {
  yield* before;
  for await (const finding of pairs.stream()) {
    const { message, people } = seenPair(finding, catalogue, MASKED);
    yield findingRecord(finding, message, people);
  }
}
