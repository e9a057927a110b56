import type { CellReading } from './cell-reading.ts';
import type { Database } from './database.ts';
import { idIs } from './payout-sql.ts';
import type { PlainRows } from './plain-rows.ts';

/** What stands in the relation `payout` besides the columns of the cell readings. */
export const KEYS = ['list usmallint', 'row uinteger', 'department integer', 'measure integer'];

/** Makes the empty tables: of payouts that the domain's readers read, and of rows that are no payouts. */
export async function createTables(database: Database, readings: readonly CellReading[]): Promise<void> {
  const columns = readings.flatMap((reading) =>
    reading.columns.map(({ name, type, none }) => `${name} ${type} default ${none}`),
  );
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
      from ${table} p where not odd and ${isBody}`;
  });
  await database.run(`create or replace temp view payout as ${[...plain, 'from odd_payout'].join(' union all ')}`);
}

/**
 * Gives every payout its person: by a valid ID number its key, by another number together with the name a number of its
 * own below zero; null where there is no number, which is nobody else's row.
 */
export async function numberPersons(database: Database, lists: readonly PlainRows[]): Promise<void> {
  const plain = lists
    .filter(({ columns }) => columns.has('id'))
    .map(({ table, isBody, columns }) => {
      const name = columns.has('name') ? 'p.name' : 'null';
      return { table, name, unnumbered: `p.person is null and p.id is not null and not odd and ${isBody}` };
    });
  const all = [
    ...plain,
    { table: 'odd_payout', name: 'p.name', unnumbered: `p.person is null and not (${idIs('missing', 'placeholder')})` },
  ];
  const numbered = all.map(
    ({ table, name, unnumbered }) => `select p.id, ${name} as name from ${table} p where ${unnumbered}`,
  );
  await database.run(
    `create or replace temp table other_person as select id, name, -row_number() over (order by id, name) as number
    from (${numbered.join(' union all ')}) group by id, name`,
  );
  for (const { table, name, unnumbered } of all) {
    await database.run(
      `update ${table} as p set person = other.number from other_person other
      where ${unnumbered} and p.id = other.id and ${name} is not distinct from other.name`,
    );
  }
  await database.run('drop table other_person');
}
