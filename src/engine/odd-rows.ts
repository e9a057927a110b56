import { asideReason, type UnpaidReason } from '../domain/list-row.ts';
import { recordsAt } from '../read/list/body-records.ts';
import type { ListBody } from '../read/list/list-source.ts';
import type { ListHead } from '../read/list-head.ts';
import type { CellReading } from './cell-reading.ts';
import type { Database, Value } from './database.ts';
import type { LoadedField } from './loaded-field.ts';
import type { Places } from './places.ts';
import type { PlainRows, RowsToRead } from './plain-rows.ts';
import { columnOf, rolesOf, titlesOf } from './row-roles.ts';

/** So many of a field's cells are remembered as they were read: the same ones come again and again, or never. */
const MOST_REMEMBERED = 4096;

/** Puts the rows of a list that are not plain where they belong: among the payouts, or the rows that are none. */
export async function loadOddRows(
  database: Database,
  { list, source: { head }, readings, fields }: RowsToRead,
  body: ListBody,
  plain: PlainRows,
  places: Places,
): Promise<void> {
  const unpaid: (readonly [list: number, row: number, reason: UnpaidReason])[] = [];
  for (let row = 1; row <= Math.min(body.rows, head.titles + head.header); row += 1)
    unpaid.push([list, row, row <= head.titles ? 'title' : 'header']);
  const payouts = readOdd(
    list,
    head,
    body,
    await oddRows(database, plain),
    readersOf(readings, fields, head),
    places,
    unpaid,
  );
  await database.append('odd_payout', payouts);
  await database.append('unpaid', unpaid);
  if (body.numbered) {
    await database.run(
      `insert into unpaid select ${list}, row, rejected from ${plain.table}
      where row > ${head.titles + head.header} and rejected is not null`,
    );
  }
}

async function oddRows(database: Database, { table, row, isBody }: PlainRows): Promise<readonly number[]> {
  const [rows = []] = await database.columns(
    `select ${row} as row from ${table} p where odd and ${isBody} order by row`,
  );
  return rows as readonly number[];
}

/** The payouts among the odd rows; the others are added to `unpaid`. */
function* readOdd(
  list: number,
  head: ListHead,
  body: ListBody,
  rows: readonly number[],
  readers: readonly ((cells: readonly string[]) => readonly Value[])[],
  places: Places,
  unpaid: (readonly [number, number, UnpaidReason])[],
): Generator<readonly Value[]> {
  const roles = rolesOf(head);
  const titles = titlesOf(head);
  const word = wordIn(head);
  for (const { row, cells } of recordsAt(body, rows)) {
    const reason = asideReason(cells, roles, titles);
    if (reason) unpaid.push([list, row, reason]);
    else
      yield [
        list,
        row,
        ...places.of(word('department', cells), word('measure', cells)),
        ...readers.flatMap((read) => read(cells)),
      ];
  }
}

/** For each reading what a row's cell says; without a column, what nothing says. */
function readersOf(readings: readonly CellReading[], fields: ReadonlySet<LoadedField>, head: ListHead) {
  return readings.map(({ field, read }) => {
    const index = fields.has(field) ? columnOf(head, field) : undefined;
    const remembered = new Map<string, readonly Value[]>();
    return (cells: readonly string[]) => {
      const cell = index === undefined ? '' : (cells[index] ?? '');
      const known = remembered.get(cell);
      if (known) return known;
      const values = read(cell);
      if (remembered.size < MOST_REMEMBERED) remembered.set(cell, values);
      return values;
    };
  });
}

const wordIn = (head: ListHead) => {
  const indexes = { department: columnOf(head, 'department'), measure: columnOf(head, 'measure') };
  return (field: keyof typeof indexes, cells: readonly string[]) => cells[indexes[field] ?? -1] ?? '';
};
