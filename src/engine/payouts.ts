import type { CellReading } from './cell-reading.ts';
import type { Database } from './database.ts';
import type { PlainRows } from './plain-rows.ts';

/** What stands in the relation `payout` besides the columns of the cell readings. */
const KEYS = ['list usmallint', 'row uinteger', 'department integer', 'measure integer'];

/** Makes the empty tables: of payouts that the domain's readers read, and of rows that are no payouts. */
export async function createTables(database: Database, readings: readonly CellReading[]): Promise<void> {
  const columns = readings.flatMap((reading) => reading.columns.map(({ name, type }) => `${name} ${type}`));
  await database.run(`create table odd_payout (${[...KEYS, ...columns].join(', ')})`);
  await database.run('create table unpaid (list usmallint, row uinteger, reason varchar)');
}

/** Makes the view `payout`: the plain rows of all lists where they were read, and the others. */
export async function definePayouts(
  database: Database,
  lists: readonly PlainRows[],
  readings: readonly CellReading[],
): Promise<void> {
  const columns = readings.flatMap((reading) => reading.columns);
  const plain = lists.map(({ list, table, row, isBody, columns: stored }) => {
    const values = columns.map(({ name, type, none }) => (stored.has(name) ? name : `${none}::${type} as ${name}`));
    return `select ${list}::usmallint as list, ${row} as row, department, measure, ${values.join(', ')}
      from ${table} where not odd and ${isBody}`;
  });
  await database.run(`create or replace temp view payout as ${[...plain, 'from odd_payout'].join(' union all ')}`);
}
