import { compactCell, saysNothing } from '../domain/cell-text.ts';
import { asideReason, type NonPayoutReason, type RowRoles } from '../domain/row/list-row.ts';
import { readAmount } from '../domain/row/payout-amount.ts';
import type { ListHead } from '../read/list/list-head.ts';
import { isOtherThanHead } from '../read/list/paid-heads.ts';

type Cells = readonly string[];

/**
 * Why a row is no payout although it may look like one, or another reason than its own cells give: what says only who lives in the
 * household above is no payout; under a header of several lists the label may stand beside the first of them, and what is blank or
 * nothing of a measure is not paid. `at` gives the cells of another row.
 */
export function nonPayoutReason(head: ListHead, roles: RowRoles, at: (row: number) => Cells) {
  const { part, members, paidHeads, unit, titles, header } = head;
  const says = (cells: Cells, index: number | undefined) =>
    index !== undefined && !saysNothing(compactCell(cells[index] ?? ''));
  const isSame = (a: Cells, b: Cells, index: number | undefined) =>
    index === undefined || compactCell(a[index] ?? '') === compactCell(b[index] ?? '');
  const isMember = (row: number, cells: Cells, reason: NonPayoutReason | null) => {
    if (roles.amount === undefined || says(cells, roles.amount) || !members.some(({ index }) => says(cells, index))) {
      return false;
    }
    if (reason === 'no-person') return true;
    const isBelow = reason === null && row > titles + header + 1;
    const above = isBelow ? at(row - 1) : [];
    return isBelow && isSame(cells, above, roles.name) && isSame(cells, above, roles.id_number);
  };
  /** Somebody without an amount on a list on which only heads have one. */
  const isOther = (cells: Cells, reason: NonPayoutReason | null) =>
    paidHeads !== null &&
    (reason === null || reason === 'no-person') &&
    !says(cells, roles.amount) &&
    isOtherThanHead(paidHeads, cells);
  return (row: number, cells: Cells, reason: NonPayoutReason | null, all: Cells): NonPayoutReason | null => {
    if (isOther(cells, reason)) return 'member';
    if (members.length > 0 && isMember(row, cells, reason)) return 'member';
    if (!part) return reason;
    if (reason === 'no-person' && part.number > 0) return asideReason(all, {}, []) ?? reason;
    if (reason !== null || part.measure === null || roles.amount === undefined) return reason;
    const amount = readAmount(cells[roles.amount] ?? '', unit);
    return 'empty' in amount || ('fen' in amount && amount.fen === 0n) ? 'not-paid' : null;
  };
}
