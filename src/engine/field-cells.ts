import { readIdNumber } from '../domain/people/id-number.ts';
import type { ListField } from '../domain/row/list-field.ts';
import type { ListHead } from '../read/list/list-head.ts';
import { columnOf } from './row-roles.ts';

/** What stands between the cells of several columns that are one field's: their parts may be words, a telephone ends somewhere. */
const BETWEEN = ' ';

/** The columns of a field, from 0: one, mostly; several where their cells are read together, or one in place of another. */
function columnsOf(head: ListHead, field: ListField): readonly number[] {
  const joined = head.joined.get(field);
  if (joined) return joined;
  const columns = [columnOf(head, field), field === 'id_number' ? columnOf(head, 'card_number') : undefined];
  return columns.filter((index) => index !== undefined);
}

/** SQL on the columns `c0`, `c1` … of a list: a field's cell; null where it is empty, undefined on a list without the field. */
export function cellSql(head: ListHead, field: ListField): string | undefined {
  const columns = columnsOf(head, field).map((index) => `c${index}`);
  if (columns.length < 2) return columns[0];
  if (field === 'id_number') return `coalesce(${columns.join(', ')})`;
  const cells = columns.map((column) => `nullif(trim(${column}), '')`);
  return `nullif(concat_ws('${BETWEEN}', ${cells.join(', ')}), '')`;
}

/** The same of a row's cells: '' where it is empty, and on a list without the field. */
export function cellOf(head: ListHead, field: ListField): (cells: readonly string[]) => string {
  const columns = columnsOf(head, field);
  const [first = -1, ...others] = columns;
  if (others.length === 0) return (cells) => cells[first] ?? '';
  const all = (cells: readonly string[]) => columns.map((index) => (cells[index] ?? '').trim());
  if (field === 'id_number') return (cells) => all(cells).find(saysNumber) ?? cells[first] ?? '';
  return (cells) =>
    all(cells)
      .filter((cell) => cell !== '')
      .join(BETWEEN);
}

/** A row's cells with the whole name in its first column, and a card's number where that of the ID is missing: who is it? */
export function withPerson(head: ListHead): (cells: readonly string[]) => readonly string[] {
  const split = (['name', 'id_number'] as const).filter((field) => columnsOf(head, field).length > 1);
  if (split.length === 0) return (cells) => cells;
  const whole = split.map((field) => ({ index: columnOf(head, field), read: cellOf(head, field) }));
  return (cells) => {
    const copy = [...cells];
    for (const { index, read } of whole) if (index !== undefined) copy[index] = read(cells);
    return copy;
  };
}

const saysNumber = (cell: string) => !['missing', 'placeholder'].includes(readIdNumber(cell).class);
