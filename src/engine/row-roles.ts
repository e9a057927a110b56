import { compactCell } from '../domain/cell-text.ts';
import type { ListField } from '../domain/row/list-field.ts';
import type { RowRoles } from '../domain/row/list-row.ts';
import type { ListHead } from '../read/list/list-head.ts';

/** The column of a field, from 0. */
export function columnOf({ columns }: ListHead, field: ListField): number | undefined {
  return columns.find((column) => column.field === field)?.index;
}

/** The columns that tell a payout from other rows. A bank that names nobody says by the account whom it paid. */
export function rolesOf(head: ListHead): RowRoles {
  const fields = ['name', 'id_number', 'amount', 'ordinal'] as const;
  const namesNobody = columnOf(head, 'name') === undefined && columnOf(head, 'id_number') === undefined;
  return Object.fromEntries(
    fields.flatMap((field) => {
      const index = columnOf(head, field === 'id_number' && namesNobody ? 'account' : field);
      return index === undefined ? [] : [[field, index]];
    }),
  );
}

/** A row's cells with nothing in columns that are another list's under the same header. */
export function ownCells({ part }: ListHead): (cells: readonly string[]) => readonly string[] {
  if (!part) return (cells) => cells;
  return (cells) => cells.map((cell, index) => (part.columns.has(index) ? cell : ''));
}

/** The titles as `asideReason` compares them. */
export const titlesOf = ({ columns }: ListHead): string[] => columns.map(({ title }) => compactCell(title));
