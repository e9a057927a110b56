import type { PartsRecord } from '../../contract/budget.ts';
import { yuan } from '../../domain/money.ts';
import type { OnLists, PartListed } from '../../totals/budget/part-lists.ts';
import type { RollUp, Share } from '../../totals/budget/roll-up.ts';
import { count, money } from './budget.ts';

/** What each part shares with the campaign's measures, which is counted there, and does on its own. */
export function partsRecord({ parts, shared, own, listed }: RollUp): PartsRecord {
  const share = ({ measures, amount, lowerBound, reach }: Share) => ({
    measures,
    amount: money(amount),
    lowerBound,
    reach: count(reach),
  });
  return {
    parts: parts.map(({ title, budget, departments, ...sums }, index) => ({
      id: budget.campaign.id,
      title,
      ...(listed ? { listed: partListedRecord(listed.parts[index] ?? null) } : {}),
      shared: share(sums.shared),
      own: share(sums.own),
      departments: departments.map((each) => ({ name: each.name, shared: share(each.shared), own: share(each.own) })),
    })),
    shared: shared.map(({ measure, department, parts: all }) => ({
      department,
      id: measure.measure.id,
      name: measure.measure.name,
      planned: money(measure.adopted),
      parts: share(all),
    })),
    own: share(own),
    ...(listed
      ? {
          listed: {
            campaign: listed.campaign && onListsRecord(listed.campaign),
            parts: partListedRecord(listed.total),
          },
        }
      : {}),
  };
}

const onListsRecord = ({ payouts, persons, amount, withoutAmount }: OnLists) => ({
  payouts,
  persons,
  amount: yuan(amount),
  withoutAmount,
});

/** What is on the lists of a part, and who of them is on the campaign's too. */
function partListedRecord(listed: PartListed | null) {
  if (!listed) return null;
  const { onBoth, inCommon } = listed;
  return {
    ...onListsRecord(listed),
    onBoth: onBoth && {
      persons: onBoth.persons,
      ofCampaign: yuan(onBoth.ofCampaign),
      ofParts: yuan(onBoth.ofParts),
    },
    listsInCommon: inCommon,
  };
}
