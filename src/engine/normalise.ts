import { type CellReading, valueIn, withParts } from './cell-reading.ts';
import type { Database, Value } from './database.ts';

/** What stands in the table `payout` besides the columns of the cell readings. */
const KEYS = ['list usmallint', 'row uinteger', 'department integer', 'measure integer'];

/** Makes the empty tables: payouts, and rows that are none. */
export async function createPayouts(database: Database, readings: readonly CellReading[]): Promise<void> {
  const columns = readings.flatMap((reading) => reading.columns.map(({ name, type }) => `${name} ${type}`));
  await database.run(`create table payout (${[...KEYS, ...columns].join(', ')})`);
  await database.run('create table unpaid (list usmallint, row uinteger, reason varchar)');
}

/**
 * Puts the rows of list `list` among the payouts: those of the view `plain_rows` as they are, those of the table `odd_rows`
 * after the domain's readers have read the cells that need it. The table `assigned` says where each belongs.
 */
export async function insertPayouts(
  database: Database,
  list: number,
  readings: readonly CellReading[],
  present: ReadonlySet<string>,
): Promise<void> {
  const columns = readings.flatMap((reading) => reading.columns.map(({ name }) => `body.${name}`));
  await insert(database, list, 'plain_rows', columns, []);
  const used = readings.filter(({ field }) => present.has(field));
  const selected: string[] = [];
  const joins: string[] = [];
  for (const reading of readings) {
    const { field, columns } = reading;
    const odd = used.includes(reading) ? await readOddCells(database, reading) : 0;
    if (odd > 0) joins.push(`left join odd_${field} on odd_${field}.cell = body.${field}`);
    for (const column of columns) {
      const value = used.includes(reading) ? valueIn(column, `body.${field}`) : column.empty;
      const { name } = column;
      selected.push(
        odd > 0 ? `case when odd_${field}.cell is null then ${value} else odd_${field}.${name} end` : value,
      );
    }
  }
  await insert(database, list, withParts(used, 'odd_rows'), selected, joins);
}

async function insert(
  database: Database,
  list: number,
  from: string,
  selected: readonly string[],
  joins: readonly string[],
): Promise<void> {
  await database.run(
    `insert into payout select ${list}, body.row, assigned.department, assigned.measure, ${selected.join(', ')}
    from ${from} body left join assigned on assigned.department_cell is not distinct from body.department_cell
      and assigned.measure_cell is not distinct from body.measure_cell ${joins.join(' ')}`,
  );
}

/** The distinct cells of a field that are not in its plain form, each read once. */
async function readOddCells(database: Database, reading: CellReading): Promise<number> {
  const { field, plain, columns, read } = reading;
  let count = 0;
  const cells = database.stream<{ cell: string }>(
    `select distinct ${field} as cell from ${withParts([reading], `(select ${field} from odd_rows where ${field} is not null)`)}
    where not coalesce(${plain}, false)`,
  );
  const rows: (readonly Value[])[] = [];
  for await (const batch of cells) {
    for (const { cell } of batch) rows.push([cell, ...read(cell)]);
    count += batch.length;
  }
  if (count === 0) return 0;
  const types = columns.map(({ name, type }) => `${name} ${type}`);
  await database.run(`create or replace temp table odd_${field} (cell varchar, ${types.join(', ')})`);
  await database.append(`odd_${field}`, rows);
  return count;
}
