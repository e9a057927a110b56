import { type LooksLike, looksLike } from '../domain/row/list-column.ts';
import { asideReason } from '../domain/row/list-row.ts';
import { readTitle } from '../domain/row/list-title.ts';
import { sampledCells } from '../read/list/body-records.ts';
import type { ListHead } from '../read/list/list-head.ts';
import type { PromisedBody } from '../read/list/list-source.ts';
import { addUp } from '../read/list/measure-columns.ts';
import { columnOf, ownCells, rolesOf, titlesOf } from './row-roles.ts';

/** A column of a list that nobody reads, although it looks as if somebody should. */
export interface OverlookedColumn {
  readonly index: number;
  readonly title: string;
  readonly looks: LooksLike;
  /** Whether its title says that it is something else: a guardian's number, a standard. */
  readonly isOther: boolean;
}

/** So many rows show what a column holds. */
const ENOUGH = 500;

/** The columns that are not used (of money also a standard, where nothing else says what is paid), or only for what they say of a row, and whose cells look like names, ID numbers or amounts. */
export function overlookedColumns(head: ListHead, body: PromisedBody, isPriced: boolean): OverlookedColumn[] {
  // Columns of others' parts are theirs, and those of family members say who is none of the payees.
  const ofMembers = new Set(head.members.map(({ index }) => index));
  const isOwn = (index: number) => (head.part?.columns.has(index) ?? true) && !ofMembers.has(index);
  const unused = head.columns.filter(
    ({ index, field, how }) => (field === null || field === 'state') && how !== 'given' && isOwn(index),
  );
  if (unused.length === 0) return [];
  const rows: (readonly string[])[] = [];
  for (const cells of sampledCells(body)) {
    if (rows.length === ENOUGH) break;
    rows.push(cells);
  }
  const ofBody = rows.filter(
    (cells) => !head.columns.every(({ index, title }) => (cells[index] ?? '').trim() === title),
  );
  const found = unused.flatMap(({ index, title, how }): OverlookedColumn[] => {
    const looks = looksLike(
      title,
      ofBody.map((cells) => cells[index] ?? ''),
    );
    const isOnlyMoney = looks === 'amount' && !isPriced;
    const isOther = how === 'unused' && readTitle(title).field === null && !isOnlyMoney;
    return looks === null ? [] : [{ index, title, looks, isOther }];
  });
  const amount = columnOf(head, 'amount');
  const parts = found.filter(({ looks, isOther }) => looks === 'amount' && !isOther);
  // What the amount adds up (1月, 2月, 3月) is paid with it.
  const areIncluded =
    amount !== undefined &&
    parts.length > 1 &&
    addUp(
      ofBody.filter((cells) => asideReason(ownCells(head)(cells), rolesOf(head), titlesOf(head)) === null),
      parts.map(({ index }) => index),
      amount,
    );
  return areIncluded ? found.filter((column) => !parts.includes(column)) : found;
}
