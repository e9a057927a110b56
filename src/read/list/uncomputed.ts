import { compactCell } from '../../domain/cell-text.ts';
import type { ListField } from '../../domain/list-field.ts';
import { asideReason, type RowRoles } from '../../domain/list-row.ts';
import type { ColumnReading } from './head-columns.ts';
import type { ListHead } from './list-head.ts';

/** Tells of a row whose formulas nobody has worked out which column would say nothing, and should; null where none would. */
export type FindUncomputed = (
  row: number,
  cells: readonly string[],
  uncomputed: readonly number[],
) => ColumnReading | null;

/**
 * Such a row of somebody's would be paid nothing, in silence. A total is not added up anyway; and a form that was prepared for more
 * people has formulas in rows that nobody filled in.
 */
export function uncomputedColumn({ columns, titles, header }: ListHead): FindUncomputed {
  const roles: RowRoles = Object.fromEntries(
    (['name', 'id_number', 'amount', 'ordinal'] as const).flatMap((field) => {
      const index = columns.find((column) => column.field === field)?.index;
      return index === undefined ? [] : [[field, index]];
    }),
  );
  const printed = columns.map(({ title }) => compactCell(title));
  return (row, cells, uncomputed) => {
    if (row <= titles + header) return null;
    const open = columns.filter(({ index, field }) => counts(field) && uncomputed.includes(index));
    const [first] = open;
    if (!first) return null;
    const reason = asideReason(cells, roles, printed);
    const says = open.find(({ field }) => field === 'name' || field === 'id_number');
    if (reason === 'blank') return says ?? null;
    return reason === null || reason === 'no-person' ? first : null;
  };
}

/** Numbers that people are counted by say nothing of anybody. */
const counts = (field: ListField | null) => field !== null && field !== 'ordinal';
