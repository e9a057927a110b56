import { compactCell, UNCOMPUTED } from '../../domain/cell-text.ts';
import { asideReason, type RowRoles } from '../../domain/row/list-row.ts';
import type { ListHead } from './list-head.ts';

/** Says in a row's cells which of them are formulas that nobody has worked out. */
type MarkUncomputed = (row: number, cells: readonly string[], uncomputed: readonly number[]) => readonly string[];

/** Which rows below the header are neither blank nor aside: those that pay somebody. */
export function isPayout(head: ListHead): (row: number, cells: readonly string[]) => boolean {
  const { titles, header, columns } = head;
  const [roles, printed] = [rolesIn(head), columns.map(({ title }) => compactCell(title))];
  return (row, cells) => row > titles + header && asideReason(cells, roles, printed) === null;
}

/** A form that was prepared for more people has formulas in rows that nobody filled in: those stay blank. */
export function markUncomputed(head: ListHead): MarkUncomputed {
  const { columns, titles, header } = head;
  const roles = rolesIn(head);
  const printed = columns.map(({ title }) => compactCell(title));
  const ofPerson = columns.filter(({ field }) => field === 'name' || field === 'id_number').map(({ index }) => index);
  return (row, cells, uncomputed) => {
    if (uncomputed.length === 0 || row <= titles + header) return cells;
    const saysWho = ofPerson.some((index) => uncomputed.includes(index));
    if (!saysWho && asideReason(cells, roles, printed) === 'blank') return cells;
    const width = Math.max(cells.length, ...uncomputed.map((index) => index + 1));
    return Array.from({ length: width }, (_, index) => cells[index] || (uncomputed.includes(index) ? UNCOMPUTED : ''));
  };
}

const rolesIn = ({ columns }: ListHead): RowRoles =>
  Object.fromEntries(
    (['name', 'id_number', 'amount', 'ordinal'] as const).flatMap((field) => {
      const index = columns.find((column) => column.field === field)?.index;
      return index === undefined ? [] : [[field, index]];
    }),
  );
