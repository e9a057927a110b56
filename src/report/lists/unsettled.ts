import type { CheckedGroups, GroupSummary } from '../../checks/group/check-groups.ts';

/** Pairs of people who may be one and of whom nobody has said so yet, and the money that is in question if they are; null: there are none. */
export function unsettled(groups: CheckedGroups['groups']): Pick<GroupSummary, 'count' | 'amount'> | null {
  const own = groups.filter(({ rule }) => rule.id === 'probable-same-person');
  if (own.length === 0) return null;
  return {
    count: own.reduce((sum, { count }) => sum + count, 0),
    amount: own.reduce((sum, { amount }) => sum + amount, 0n),
  };
}
