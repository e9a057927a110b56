import type { CellReading } from './cell-reading.ts';
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
 * Reads the cells of the view `body` into payouts of list `list`. The table `assigned` says where each pair of department
 * and measure belongs.
 */
export async function insertPayouts(
  database: Database,
  list: number,
  readings: readonly CellReading[],
  present: ReadonlySet<string>,
): Promise<void> {
  const selected: string[] = [];
  const joins: string[] = [];
  for (const reading of readings) {
    const { field, columns } = reading;
    if (!present.has(field)) {
      selected.push(...columns.map(({ empty }) => empty));
      continue;
    }
    const odd = await readOddCells(database, reading);
    if (odd > 0) joins.push(`left join odd_${field} on odd_${field}.cell = body.${field}`);
    for (const { name, direct, empty } of columns) {
      const plain = direct(`body.${field}`);
      const cases = [
        ...(odd > 0 ? [`when odd_${field}.cell is not null then odd_${field}.${name}`] : []),
        ...(empty === 'null' && plain.includes('body.') ? [] : [`when body.${field} is null then ${empty}`]), // null gives null
      ];
      selected.push(cases.length > 0 ? `case ${cases.join(' ')} else ${plain} end` : plain);
    }
  }
  await database.run(
    `insert into payout select ${list}, body.row, assigned.department, assigned.measure, ${selected.join(', ')}
    from body left join assigned on assigned.department_cell is not distinct from body.department
      and assigned.measure_cell is not distinct from body.measure ${joins.join(' ')}`,
  );
}

/** The distinct cells of a field that are not in its plain form, each read once. */
async function readOddCells(
  database: Database,
  { field, parts = {}, plain, columns, read }: CellReading,
): Promise<number> {
  const computed = Object.entries(parts).map(([name, sql]) => `${sql} as ${name}`);
  let count = 0;
  const cells = database.stream<{ cell: string }>(
    `select distinct ${field} as cell from (select ${[field, ...computed].join(', ')} from body where ${field} is not null)
    where not (${plain})`,
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
