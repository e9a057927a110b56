import type { FindingData } from '../../domain/finding.ts';
import { grouped, yuan } from '../../domain/money.ts';
import type { Quantity } from '../../domain/quantity.ts';
import type { FoundGroup, GroupQuery, GroupRule } from './group-rule.ts';

/** What all get together, and what they may, in yuan as it is printed. */
export interface OverCeiling extends FindingData {
  readonly total: string;
  readonly ceiling: string;
}

/** Whoever has the same in a column, and gets more in all than the campaign's ceiling. */
export function overCeiling(
  by: 'identity' | 'household',
  ceilingOf: (overlap: {
    readonly person?: Quantity | undefined;
    readonly household?: Quantity | undefined;
  }) => Quantity | undefined,
): Pick<GroupRule<OverCeiling>, 'find' | 'show'> {
  return {
    find: ({ campaign }) => {
      if (!campaign) return 'no-campaign';
      const ceiling = ceilingOf(campaign.overlap ?? {})?.value;
      if (ceiling === undefined) return 'no-policy';
      const query: GroupQuery = {
        from: 'resolved',
        by: [by],
        where: `r.${by} is not null`,
        having: `sum(r.amount) > ${ceiling}`,
        taken: { as: by === 'identity' ? 'person' : 'household' },
        atStake: `sum(r.amount) - ${ceiling}`,
        detail: { ceiling: String(ceiling) },
      };
      return [query];
    },
    show: ({ atStake, detail }: FoundGroup) => {
      const ceiling = BigInt(String(detail.ceiling));
      return { total: grouped(yuan(ceiling + (atStake ?? 0n))), ceiling: grouped(yuan(ceiling)) };
    },
  };
}
