import { isDitto } from '../domain/list-ditto.ts';
import type { ListField } from '../domain/list-field.ts';
import type { ListHead } from '../read/list/list-head.ts';
import type { Turn } from '../read/list/list-source.ts';
import { columnOf } from './row-roles.ts';

/** What each row says for itself: whoever signs with a mark has signed. */
const OWN: readonly ListField[] = ['ordinal', 'sign', 'agent', 'serial'];
/** Who it is: a mark holds for all of it or for nothing. */
const PERSON: readonly ListField[] = ['name', 'id_number', 'card_number', 'other_id'];

/** The rows that `turn` gives, with what stands above in place of each mark for it (同上, 〃). */
export function withoutDitto(head: ListHead, { width, turn }: Turn): Turn {
  const fieldOf = new Map(head.columns.map(({ index, field }) => [index, field]));
  const [name, id] = [columnOf(head, 'name'), columnOf(head, 'id_number')];
  const above = head.titles + head.header;
  let last: readonly string[] = [];
  const person = (cells: readonly string[]) =>
    [name, id].flatMap((index) => (index === undefined ? [] : [(cells[index] ?? '').trim()]));
  /** Is nobody named but whoever stands above? */
  const isSamePerson = (cells: readonly string[]) =>
    person(cells).every((cell) => cell === '' || isDitto(cell)) && person(cells).some(isDitto);
  return {
    width,
    turn: (row, given) => {
      const cells = turn(row, given);
      if (typeof cells === 'string' || row <= above) return cells;
      const isSame = isSamePerson(cells);
      const filled = cells.map((cell, index) => {
        const field = fieldOf.get(index) ?? null;
        if (field === null || OWN.includes(field)) return cell;
        if (PERSON.includes(field)) return isSame ? (last[index] ?? cell) : cell;
        return isDitto(cell) ? (last[index] ?? cell) : cell;
      });
      if (person(filled).some((cell) => cell !== '')) last = filled;
      return filled;
    },
  };
}
