import type { Database } from './database.ts';
import { LISTED_MEMBER } from './listed-members.ts';
import { identifies, idIs, otherContact, otherPerson } from './payout-sql.ts';
import { hasPlainRows, NO_ROWS_TABLE, type PlainRows } from './plain-rows.ts';
import type { CellReading } from './reading.ts';

/** What stands in the relation `payout` besides the columns of the cell readings. */
export const KEYS = ['list usmallint', 'row uinteger', 'department integer', 'measure integer'];

/** Columns of the relation that are made of others. */
const DERIVED: readonly string[] = [
  'coalesce(partner, wife, named_spouse) as spouse',
  'partner is not null or wife is not null as couple',
  `nullif(concat_ws(' ', further_phones, other_phones), '') as more_phones`,
];

/** Makes the empty tables: of payouts that the domain's readers read, of rows that are no payouts, of cells that are formulas without a value, and of who lives with payees. */
export async function createTables(database: Database, readings: readonly CellReading[]): Promise<void> {
  const columns = readings.flatMap((reading) =>
    reading.columns.map(({ name, type, none }) => `${name} ${type} default ${none}`),
  );
  await database.run(`create table odd_payout (${[...KEYS, ...columns].join(', ')})`);
  await database.run(NO_ROWS_TABLE);
  await database.run('create table non_payout (list usmallint, row uinteger, reason varchar)');
  await database.run('create table uncomputed (list usmallint, row uinteger, field varchar, pays boolean)');
  await database.run(LISTED_MEMBER);
}

type Relation = 'payout' | 'any_payout' | 'any_person' | 'any_row';

/** The relations over lists, each with the number of the first list that it leaves out. */
export function relationsOf({
  lists,
  earlier,
  rosters,
  returns,
}: Readonly<Record<'lists' | 'earlier' | 'rosters' | 'returns', readonly unknown[]>>): readonly (readonly [
  Relation,
  number,
])[] {
  const paid = lists.length + earlier.length;
  return [
    ['payout', lists.length],
    ['any_payout', paid],
    ['any_person', paid + rosters.length],
    ['any_row', paid + rosters.length + returns.length],
  ];
}

/** Makes a view of lists: their plain rows where they were read, and the others. No list that is numbered `before` or higher. */
export async function defineView(
  database: Database,
  view: Relation,
  lists: readonly PlainRows[],
  readings: readonly CellReading[],
  before?: number,
): Promise<void> {
  const columns = readings.flatMap((reading) => reading.columns);
  const plain = ({ list, table, row, isBody, columns: stored, constants }: PlainRows) => {
    const values = columns.map(({ name, type, none }) =>
      stored.has(name) ? name : `${constants[name] ?? none}::${type} as ${name}`,
    );
    return `select ${list}::usmallint as list, ${row} as row, department, measure, ${[...values, ...DERIVED].join(', ')}
      from ${table} p where not odd and ${isBody}`;
  };
  const odd = `select *, ${DERIVED.join(', ')} from odd_payout${before === undefined ? '' : ` where list < ${before}`}`;
  await database.run(
    `create or replace temp view ${view} as ${[...lists.filter(hasPlainRows).map(plain), odd].join(' union all ')}`,
  );
}

/**
 * Gives the payouts that the domain's readers read what plain ones have already: a number for a person without a valid ID number
 * of whom another says enough; and for contacts that are no numbers (an account with letters, or of 20 digits), whatever zeros
 * stand before them. What is masked is no contact: others may look the same.
 */
export async function numberOthers(database: Database): Promise<void> {
  const set = (column: string, where: string, number: string) =>
    `${column} = case when p.${column} is null and ${where} then ${number} else p.${column} end`;
  const contact = (column: 'account' | 'phone') =>
    set(
      column,
      `p.${column}_text is not null and not contains(p.${column}_text, '*')`,
      otherContact(`ltrim(p.${column}_text, '0')`),
    );
  await database.run(
    `update odd_payout as p set ${set('person', `${identifies('id')} and (p.other_id is not null or not ${idIs('opaque')})`, otherPerson('p.id', 'p.name'))}, ${contact('account')}, ${contact('phone')}`,
  );
}
