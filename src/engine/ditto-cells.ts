import { isDitto } from '../domain/row/list-ditto.ts';
import type { ListField } from '../domain/row/list-field.ts';
import { asideReason } from '../domain/row/list-row.ts';
import type { ListHead } from '../read/list/list-head.ts';
import type { Turn } from '../read/list/list-source.ts';
import { columnOf, rolesOf, titlesOf } from './row-roles.ts';

/** What a row may say by a mark. Whoever signs with one has signed; and a remark speaks of its own row. */
const SAID: readonly ListField[] = [
  ...([
    'department',
    'measure',
    'category',
    'amount',
    'payable',
    'goods',
    'quantity',
    'household_id',
    'household_size',
  ] as const),
  ...(['head', 'head_id', 'subdistrict', 'committee', 'address', 'workplace', 'bank', 'account', 'paid_on'] as const),
];
/** Who it is: a mark holds for all of it or for nothing. */
const PERSON: readonly ListField[] = ['name', 'id_number', 'card_number', 'other_id'];

/** Whether a row of the list has such a mark in place of what it says. */
export function dittoIn({ columns }: ListHead): (cells: readonly string[]) => boolean {
  const indexes = columns.flatMap(({ field, index }) =>
    field !== null && (SAID.includes(field) || PERSON.includes(field)) ? [index] : [],
  );
  return (cells) => indexes.some((index) => isDitto(cells[index] ?? ''));
}

/** The rows that `turn` gives, with what stands above in place of each mark for it (同上, 〃). */
export function withoutDitto(head: ListHead, { width, turn }: Turn): Turn {
  const fieldOf = new Map(head.columns.map(({ index, field }) => [index, field]));
  const [name, id] = [columnOf(head, 'name'), columnOf(head, 'id_number')];
  const [roles, titles] = [rolesOf(head), titlesOf(head)];
  const above = head.titles + head.header;
  let last: readonly string[] = [];
  const person = (cells: readonly string[]) =>
    [name, id].flatMap((index) => (index === undefined ? [] : [(cells[index] ?? '').trim()]));
  /** Is nobody named but whoever stands above? */
  const isSamePerson = (cells: readonly string[]) =>
    person(cells).every((cell) => cell === '' || isDitto(cell)) && person(cells).some(isDitto);
  return {
    width,
    turn: (row, given, isShifted) => {
      const cells = turn(row, given, isShifted);
      if (typeof cells === 'string' || row <= above) return cells;
      const isSame = isSamePerson(cells);
      const filled = cells.map((cell, index) => {
        const field = fieldOf.get(index) ?? null;
        if (field === null) return cell;
        if (PERSON.includes(field)) return isSame ? (last[index] ?? cell) : cell;
        return SAID.includes(field) && isDitto(cell) ? (last[index] ?? cell) : cell;
      });
      // What adds rows up is nothing that a mark could mean.
      if (asideReason(filled, roles, titles) === null) last = filled;
      return filled;
    },
  };
}
