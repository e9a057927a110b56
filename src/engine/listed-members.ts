import { compactCell, foldCell } from '../domain/cell-text.ts';
import { ID_CLASSES, readIdNumber } from '../domain/people/id-number.ts';
import { readPayee } from '../domain/people/person-name-fault.ts';
import type { ListHead } from '../read/list/list-head.ts';
import type { Value } from './database.ts';
import { cellOf } from './field-cells.ts';

type Cells = readonly string[];

/**
 * Whom lists name as living in the household of whoever is paid: where it stands; the name; the valid ID number, as payouts have it, or
 * else what stands there and its class; and the head's name, where the row says it and need not stand right below the head's.
 */
export const LISTED_MEMBER = `create table listed_member (list usmallint, row uinteger, name varchar, person bigint,
  id varchar, id_class utinyint, head varchar)`;

/** Does a list say who lives with those who are paid? */
export const namesMembers = ({ members, paidHeads }: ListHead): boolean => members.length > 0 || paidHeads !== null;

/** One cell may name several. */
const BETWEEN = /[、,;\n/]+/;

/**
 * Who else of the household a row names: in columns of their own, or, on a list that gives everybody a row and pays the heads alone,
 * in those of the payee. `isMember` says whether the row is such a one.
 */
export function membersOn(list: number, head: ListHead) {
  const { paidHeads } = head;
  const columns = pairsOf(head);
  const payee = [cellOf(head, 'name'), cellOf(head, 'id_number')] as const;
  const headOf = (cells: Cells) =>
    paidHeads !== null && 'head' in paidHeads ? readPayee(cells[paidHeads.head] ?? '').name : null;
  return function* (row: number, cells: Cells, isMember: boolean): Generator<readonly Value[]> {
    for (const { name, id } of columns) yield* people(cellAt(cells, name), cellAt(cells, id)).map(stored(row, null));
    if (!isMember || paidHeads === null) return;
    yield* people(payee[0](cells), payee[1](cells)).map(stored(row, headOf(cells)));
  };

  function stored(row: number, ofHead: string | null) {
    return ({ name, id }: { name: string | null; id: string }): readonly Value[] => {
      const { class: found, text, key } = readIdNumber(id);
      const person = key === null ? null : BigInt(key.slice(0, 17));
      return [list, row, name, person, key === null ? text || null : null, ID_CLASSES.indexOf(found), ofHead];
    };
  }
}

const cellAt = (cells: Cells, index: number | undefined) => (index === undefined ? '' : (cells[index] ?? ''));

/** The columns of a name and a number that belong together: 成员1姓名, 成员1身份证号, 成员2姓名 … */
function pairsOf({ members }: ListHead): { name?: number; id?: number }[] {
  const pairs: { name?: number; id?: number }[] = [];
  for (const { index, field } of members) {
    const part = field === 'name' ? 'name' : field === 'id_number' ? 'id' : null;
    if (part === null) continue;
    const last = pairs.at(-1);
    if (last && last[part] === undefined) last[part] = index;
    else pairs.push({ [part]: index });
  }
  return pairs;
}

/** The people in a cell of names and one of numbers; of several names, each has a number where there are as many. */
function people(names: string, ids: string): { name: string | null; id: string }[] {
  const all = split(names);
  const numbers = split(ids);
  if (all.length < 2 && numbers.length < 2) {
    const { name, partner } = readPayee(names);
    const beside = partner === null ? [] : [{ name: partner, id: '' }];
    return name === null && compactCell(ids) === '' ? [] : [{ name, id: partner === null ? ids : '' }, ...beside];
  }
  return all.flatMap((each, at) => {
    const { name } = readPayee(each);
    return name === null ? [] : [{ name, id: numbers.length === all.length ? (numbers[at] ?? '') : '' }];
  });
}

const split = (cell: string) =>
  foldCell(cell)
    .split(BETWEEN)
    .filter((part) => part.trim() !== '');
