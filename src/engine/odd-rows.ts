import { UNCOMPUTED } from '../domain/cell-text.ts';
import type { Fen } from '../domain/money.ts';
import { asideReason, type NonPayoutReason } from '../domain/row/list-row.ts';
import { type ListTotal, readTotal } from '../domain/row/list-total.ts';
import { readAmount } from '../domain/row/payout-amount.ts';
import { type BodyRecord, recordsAt } from '../read/list/body-records.ts';
import type { ListHead } from '../read/list/list-head.ts';
import type { ListBody } from '../read/list/list-source.ts';
import { hasOtherTitles, wholeHeader } from '../read/list/other-titles.ts';
import type { RowAssigner, WordAssigner } from './assignments.ts';
import type { Database, Value } from './database.ts';
import { dittoIn } from './ditto-cells.ts';
import { cellOf, withPerson } from './field-cells.ts';
import { membersOn, namesMembers } from './listed-members.ts';
import { nonPayoutReason } from './non-payout-reason.ts';
import { KEYS } from './payouts.ts';
import type { PlainRows } from './plain-rows.ts';
import type { RowsToRead } from './read-body.ts';
import type { CellReading } from './reading.ts';
import { ownCells, rolesOf, titlesOf } from './row-roles.ts';

/** So many of a field's cells are remembered as they were read: the same ones come again and again, or never. */
const MOST_REMEMBERED = 2048;

/** What rows of a list show that its head does not say. */
export interface Irregular {
  /** Rows with the titles of another table. */
  readonly otherHeads: number[];
  /** Marks that stand for what is above them. */
  hasDitto: boolean;
}

/**
 * Puts the rows of a list that are not plain where they belong: among the payouts, or the rows that are none. Where they show that
 * its rows have to be turned first, that is returned, and nothing is put anywhere.
 * @returns else what its total rows say, and which money stands in rows of nobody.
 */
export async function loadOddRows(
  database: Database,
  { list, source: { head, isTurned }, readings, fields }: RowsToRead,
  body: ListBody,
  plain: PlainRows,
  assigner: RowAssigner,
): Promise<Irregular | Pick<Found, 'totals' | 'nobodys'>> {
  const irregular: Irregular = { otherHeads: [...body.otherHeads], hasDitto: false };
  const found = foundIn(rowsAbove(list, head, body.rows));
  const { nonPayouts } = found;
  const above = head.titles + head.header;
  const used = readings.filter(({ field }) => fields.has(field));
  const columns = used.flatMap(({ columns }) => columns.map(({ name, type }) => `${name} ${type}`));
  // Only the columns that this list has: of the others a payout has the default.
  await database.run(`create or replace temp table odd_of_list (${[...KEYS, ...columns].join(', ')})`);
  const records = recordsAt(body, await oddRows(database, plain));
  await database.append('odd_of_list', readOdd(list, head, body, records, used, assigner, found, irregular));
  irregular.hasDitto ||= assigner.hasDitto();
  if (!isTurned && (irregular.hasDitto || irregular.otherHeads.length > 0)) return irregular;
  const constants = Object.entries(plain.constants).map(([name, sql]) => `, ${sql} as ${name}`);
  await database.run(`insert into odd_payout by name select *${constants.join('')} from odd_of_list`);
  await database.append('non_payout', nonPayouts);
  await database.append('uncomputed', found.uncomputed);
  if (found.members.length > 0) await database.append('listed_member', found.members);
  if (body.numbered) {
    await database.run(
      `insert into non_payout select ${list}, row, rejected from ${plain.table} where row > ${above} and rejected is not null`,
    );
  }
  return found;
}

async function oddRows(database: Database, { table, row, isBody }: PlainRows): Promise<readonly number[]> {
  const [rows = []] = await database.columns(
    `select ${row} as row from ${table} p where odd and ${isBody} order by row`,
  );
  return rows as readonly number[];
}

/** The rows that are titles or the header. */
export const rowsAbove = (list: number, { titles, header }: ListHead, rows: number): NonPayout[] =>
  Array.from({ length: Math.min(rows, titles + header) }, (_, index) => [
    list,
    index + 1,
    index < titles ? 'title' : 'header',
  ]);

export type NonPayout = readonly [list: number, row: number, reason: NonPayoutReason];

/** What odd rows are besides payouts. */
export interface Found {
  readonly nonPayouts: NonPayout[];
  /** Cells of payouts and totals whose formulas were never computed. */
  readonly uncomputed: (readonly [list: number, row: number, field: string, pays: boolean])[];
  readonly totals: ListTotal[];
  /** Who else lives with those who are paid: rows of `listed_member`. */
  readonly members: (readonly Value[])[];
  /** What is paid in rows that name nobody, which a total may hold. */
  readonly nobodys: { readonly row: number; readonly fen: Fen }[];
}

export const foundIn = (above: NonPayout[]): Found => ({
  nonPayouts: above,
  uncomputed: [],
  totals: [],
  members: [],
  nobodys: [],
});

/** The payouts among the odd rows; what else there is, is added to `found`. */
export function* readOdd(
  list: number,
  head: ListHead,
  body: ListBody,
  records: Iterable<BodyRecord>,
  readings: readonly CellReading[],
  assigner: WordAssigner,
  { nonPayouts, uncomputed, totals, members, nobodys }: Found,
  irregular: Irregular,
): Generator<readonly Value[]> {
  const roles = rolesOf(head);
  const hasDitto = dittoIn(head);
  const titles = titlesOf(head);
  const person = withPerson(head);
  const [department, measure, amount] = [cellOf(head, 'department'), cellOf(head, 'measure'), cellOf(head, 'amount')];
  const readers = readings.map(({ field, read }) => ({ field, cell: cellOf(head, field), read: remembering(read) }));
  const own = ownCells(head);
  const [header, isBeside] = [wholeHeader(head), head.part?.beside !== undefined];
  const membersIn = namesMembers(head) ? membersOn(list, head) : null;
  const reasonOf = nonPayoutReason(head, roles, (row) => [...recordsAt(body, [row])][0]?.cells ?? []);
  for (const { row, cells: all } of records) {
    const cells = own(all);
    const reason = reasonOf(row, person(cells), asideReason(person(cells), roles, titles), all);
    // Whatever it may be taken for: 补助金额, before other titles, is a total's label as well, and 部门 that of a signature.
    if (hasOtherTitles(isBeside ? all : cells, header)) irregular.otherHeads.push(row);
    if (membersIn && (reason === null || reason === 'member')) members.push(...membersIn(row, cells, reason !== null));
    if (reason) {
      nonPayouts.push([list, row, reason]);
      const total = reason === 'total' || reason === 'subtotal' ? readTotal(row, cells, roles.amount, head.unit) : null;
      if (total) totals.push(total);
      const money = reason === 'no-person' ? readAmount(amount(cells), head.unit) : { empty: true };
      if ('fen' in money) nobodys.push({ row, fen: money.fen });
      if (total?.isUncomputed) uncomputed.push([list, row, 'amount', false]);
      continue;
    }
    if (cells.includes(UNCOMPUTED)) {
      const { field } = readers.find(({ cell }) => cell(cells) === UNCOMPUTED) ?? {};
      if (field !== undefined) uncomputed.push([list, row, field, true]);
    }
    irregular.hasDitto ||= hasDitto(cells);
    const payout: Value[] = [list, row, ...assigner.of(department(cells), measure(cells))];
    for (const { cell, read } of readers) payout.push(...read(cell(cells)));
    yield payout;
  }
}

/** Of names and numbers hardly two cells are the same: where memory is full of what was never asked again, it is not asked. */
function remembering(read: CellReading['read']): CellReading['read'] {
  const remembered = new Map<string, readonly Value[]>();
  let recalled = 0;
  return (cell) => {
    const isFull = remembered.size === MOST_REMEMBERED;
    if (isFull && recalled < MOST_REMEMBERED) return read(cell);
    const known = remembered.get(cell);
    if (known) {
      recalled += 1;
      return known;
    }
    const values = read(cell);
    if (!isFull) remembered.set(cell, values);
    return values;
  };
}
