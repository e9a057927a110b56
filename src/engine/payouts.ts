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

/** Makes a view of lists: their plain rows where they were read, and the others. No list that is numbered `before` or higher. */
export async function defineView(
  database: Database,
  view: 'payout' | 'any_payout' | 'any_person' | 'any_row',
  lists: readonly PlainRows[],
  readings: readonly CellReading[],
  before?: number,
): Promise<void> {
  const columns = readings.flatMap((reading) => reading.columns);
  const plain = ({ list, table, row, isBody, columns: stored }: PlainRows) => {
    const values = columns.map(({ name, type, none }) => (stored.has(name) ? name : `${none}::${type} as ${name}`));
    return `select ${list}::usmallint as list, ${row} as row, department, measure, ${values.join(', ')}
      from ${table} p where not odd and ${isBody}`;
  };
  const odd = before === undefined ? 'from odd_payout' : `from odd_payout where list < ${before}`;
  await database.run(`create or replace temp view ${view} as ${[...lists.map(plain), odd].join(' union all ')}`);
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

/**
 * Gives contacts that are no numbers (an account with letters, or of 20 digits) numbers below zero, in the order of their text
 * without zeros before it. What is masked is no contact: others may look the same.
 */
export async function numberContacts(database: Database): Promise<void> {
  for (const contact of ['account', 'phone']) {
    const key = `ltrim(p.${contact}_text, '0')`;
    const unnumbered = `p.${contact} is null and p.${contact}_text is not null and not contains(p.${contact}_text, '*')`;
    await database.run(
      `update odd_payout as p set ${contact} = other.number from
        (select text, -row_number() over (order by text) as number
        from (select distinct ${key} as text from odd_payout p where ${unnumbered})) other
      where ${unnumbered} and ${key} = other.text`,
    );
  }
}
