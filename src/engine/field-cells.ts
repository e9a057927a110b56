import { readIdNumber } from '../domain/people/id-number.ts';
import type { ListField } from '../domain/row/list-field.ts';
import { bareTitle, foldTitle } from '../domain/row/list-title.ts';
import { BETWEEN_CATEGORIES } from '../domain/row/said-tiers.ts';
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

/** Fields of which a cell says little without its title: 残疾等级, 一级; 是否在世, 否. */
const TITLED: readonly ListField[] = ['category', 'state'];

/** What stands before such a column's cells. */
function titleOf({ columns }: ListHead, index: number): string {
  return `${bareTitle(foldTitle(columns[index]?.title ?? '')).replace(/[:']/g, '')}:`;
}

/** SQL on the columns `c0`, `c1` … of a list: a field's cell; null where it is empty, undefined on a list without the field. */
export function cellSql(head: ListHead, field: ListField): string | undefined {
  const columns = columnsOf(head, field);
  const [first, ...others] = columns.map((index) => `c${index}`);
  const cells = columns.map((index) => `nullif(trim(c${index}), '')`);
  if (TITLED.includes(field) && first !== undefined) {
    const titled = cells.map((cell, at) => `'${titleOf(head, columns[at] as number)}' || ${cell}`);
    // Of one column that is all: what is null stays so.
    if (others.length === 0) return titled[0];
    return `nullif(concat_ws(chr(${BETWEEN_CATEGORIES.charCodeAt(0)}), ${titled.join(', ')}), '')`;
  }
  if (others.length === 0) return first;
  if (field === 'id_number') return `coalesce(${[first, ...others].join(', ')})`;
  return `nullif(concat_ws('${BETWEEN}', ${cells.join(', ')}), '')`;
}

/** The same of a row's cells: '' where it is empty, and on a list without the field. */
export function cellOf(head: ListHead, field: ListField): (cells: readonly string[]) => string {
  const columns = columnsOf(head, field);
  const [first = -1, ...others] = columns;
  const isTitled = TITLED.includes(field) && first >= 0;
  if (others.length === 0 && !isTitled) return (cells) => cells[first] ?? '';
  const all = (cells: readonly string[]) => columns.map((index) => (cells[index] ?? '').trim());
  if (field === 'id_number') return (cells) => all(cells).find(saysNumber) ?? cells[first] ?? '';
  const before = columns.map((index) => (isTitled ? titleOf(head, index) : ''));
  return (cells) =>
    all(cells)
      .flatMap((cell, at) => (cell === '' ? [] : [`${before[at]}${cell}`]))
      .join(isTitled ? BETWEEN_CATEGORIES : BETWEEN);
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
