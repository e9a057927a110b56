import type { CellReading } from './cell-reading.ts';
import type { Database } from './database.ts';
import { identifies } from './payout-sql.ts';
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

/**
 * Makes the view `payout`, of the lists that are checked: their plain rows where they were read, and the others. In
 * `any_payout` those that were paid earlier are too.
 */
export async function definePayouts(
  database: Database,
  lists: readonly PlainRows[],
  earlier: readonly PlainRows[],
  readings: readonly CellReading[],
): Promise<void> {
  const columns = readings.flatMap((reading) => reading.columns);
  const plain = ({ list, table, row, isBody, columns: stored }: PlainRows) => {
    const values = columns.map(({ name, type, none }) => (stored.has(name) ? name : `${none}::${type} as ${name}`));
    return `select ${list}::usmallint as list, ${row} as row, department, measure, ${values.join(', ')}
      from ${table} p where not odd and ${isBody}`;
  };
  const view = (name: string, parts: readonly string[]) =>
    database.run(`create or replace temp view ${name} as ${parts.join(' union all ')}`);
  const first = Math.min(...earlier.map(({ list }) => list));
  const odd = earlier.length > 0 ? `from odd_payout where list < ${first}` : 'from odd_payout';
  await view('payout', [...lists.map(plain), odd]);
  await view('any_payout', [...[...lists, ...earlier].map(plain), 'from odd_payout']);
}

/**
 * Gives every payout its person: by a valid ID number its key, by another number that says enough together with the name a
 * number of its own below zero; null where there is no such number, which is nobody else's row.
 */
export async function numberPersons(database: Database, lists: readonly PlainRows[]): Promise<void> {
  const plain = lists
    .filter(({ columns }) => columns.has('id'))
    .map(({ table, isBody, columns }) => {
      const name = columns.has('name') ? 'p.name' : 'null';
      return {
        table,
        name,
        unnumbered: `p.person is null and p.id is not null and not odd and ${isBody} and ${identifies('id')}`,
      };
    });
  const all = [
    ...plain,
    { table: 'odd_payout', name: 'p.name', unnumbered: `p.person is null and ${identifies('id')}` },
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

/** Gives contacts that are no numbers (an account with letters, or of 20 digits) numbers below zero, in the order of their text. */
export async function numberContacts(database: Database): Promise<void> {
  for (const contact of ['account', 'phone']) {
    await database.run(
      `update odd_payout as p set ${contact} = other.number from
        (select text, -row_number() over (order by text) as number
        from (select distinct ${contact}_text as text from odd_payout where ${contact}_text is not null)) other
      where p.${contact}_text = other.text`,
    );
  }
}
