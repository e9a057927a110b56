import type { ListHead } from '../read/list/list-head.ts';
import { aboutOf, paidColumns } from '../read/list/merged-cells.ts';
import type { TakenRows } from '../workbook/edit/carried.ts';

/**
 * What merged cells say of a group must stay with those of it who stay: the department, the household; and somebody's name with
 * the payouts that are left. Whatever is one person's (a name, an amount) never goes to another's row.
 */
export function carriedCells(head: ListHead): TakenRows['carried'] {
  const paid = paidColumns(head);
  return (merges, shift) => {
    const about = aboutOf(merges, head);
    return merges.flatMap((merge) => {
      const { top, bottom, left } = merge;
      const stays = shift.takes(top) || shift.range(top, bottom) === null;
      const its = stays ? null : about(merge);
      return its === null ? [] : [{ column: left, from: top, bottom, where: its === 'person' ? paid : [] }];
    });
  };
}
