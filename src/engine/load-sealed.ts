import type { Campaign } from '../domain/campaign/campaign.ts';
import { ID_CLASSES } from '../domain/people/id-number.ts';
import { invalidFile } from '../file/fault.ts';
import { END, SEALED_COLUMNS } from '../read/sealed/sealed-columns.ts';
import type { SealedSource } from '../read/sealed/sealed-source.ts';
import { assignerByWords } from './assigner.ts';
import type { Assignments } from './assignments.ts';
import type { Database } from './database.ts';
import { fieldsKnown, type LoadedList } from './load.ts';
import { fieldsOf } from './loaded-field.ts';
import { amountState, idClass, otherPerson } from './payout-sql.ts';
import { constantsOf, noPlainRows } from './plain-rows.ts';

/** Rows of sealed lists as they are read. */
const SEALED_CELLS = `create or replace temp table sealed_cells as select * from read_csv(?, skip = 2, header = false,
  delim = ',', quote = '"', escape = '"', nullstr = '', auto_detect = false, columns = {${SEALED_COLUMNS.map((column) => `'${column}': 'varchar'`).join(', ')}})
  where row <> '${END}'`;

/** What was sealed of each row, by which people are told apart: see `SEALED_COLUMNS`. */
const SEALED_ROW = `create temp table if not exists sealed_row (list usmallint, row uinteger, whole bigint, token varchar, text varchar, pattern varchar,
  mask varchar, bearers integer, repairs varchar[], swaps varchar[], name varchar, form varchar, sounds varchar[], joined varchar[], near varchar[],
  nears varchar[], likes varchar[], born bigint[], sex bigint[])`;

/** What DuckDB says of cells that are not what their column holds. */
const NO_ROW = /^(?:Invalid Input|Conversion|Out of Range) Error/;

/** SQL: the number of whoever has a valid ID number of this token; of 60 bits, as others' are, and above zero. */
export const sealedPerson = (token: string): string => `((hash(${token}) >> 4)::bigint + 1)`;

const sealedContact = (token: string) => `case when ${token} is not null then -(hash(${token}) >> 2)::bigint - 1 end`;
const severalOf = (column: string) => `coalesce(string_split(${column}, ' '), [])`;

/** Loads a sealed list as number `list`: tokens stand where the numbers and names of an open one would, and equal ones are equal. */
export async function loadSealed(
  database: Database,
  list: number,
  source: SealedSource,
  { campaign, assignments }: { readonly campaign: Campaign | null; readonly assignments: Assignments },
): Promise<LoadedList> {
  const { head } = source.sealed;
  const { payouts, rows, setAside, rejected } = head;
  try {
    await database.run(SEALED_CELLS, [source.bytes.path]);
    await assignRows(database, source, campaign, assignments);
    await database.run(SEALED_ROW);
    await keep(database, list, constantsOf(source));
  } catch (error) {
    // Whoever reckoned its digest anew did not know what a row is; a want of memory says nothing of the file.
    if (!(error instanceof Error && NO_ROW.test(error.message))) throw error;
    throw invalidFile(source.input.file, 'sealed-changed', { why: 'rows' });
  }
  const { loaded } = await database.one<{ loaded: bigint }>('select count(*) as loaded from sealed_cells');
  if (Number(loaded) !== payouts) throw invalidFile(source.input.file, 'sealed-changed', { why: 'rows' });
  await database.run('drop table sealed_cells');
  return {
    source,
    fields: fieldsKnown(source, fieldsOf(source, { campaign, leaveOut: [] })),
    rows,
    payouts,
    setAside,
    rejected,
    hiddenRows: 0,
    opaqueIds: false,
    wrongTotals: [],
    derivation: null,
    overlooked: [],
    plain: noPlainRows(list),
  };
}

/** Finds where each pair of words belongs. */
async function assignRows(
  database: Database,
  source: SealedSource,
  campaign: Campaign | null,
  assignments: Assignments,
): Promise<void> {
  const { of } = assignerByWords(source, campaign, assignments);
  const pairs = await database.all<{ department: string; measure: string }>(
    `select distinct coalesce(department, '') as department, coalesce(measure, '') as measure from sealed_cells order by all`,
  );
  await database.run(
    'create or replace temp table other_assignment (said_department varchar, said_measure varchar, department integer, measure integer)',
  );
  await database.append(
    'other_assignment',
    pairs.map(({ department, measure }) => [department, measure, ...of(department, measure)]),
  );
}

async function keep(database: Database, list: number, constants: Readonly<Record<string, string>>): Promise<void> {
  const classes = ID_CLASSES.map((name) => `'${name}'`).join(', ');
  const said = {
    list: `${list}::usmallint`,
    row: 's.row::uinteger',
    department: 'o.department',
    measure: 'o.measure',
    name: 's.name',
    person: `case when s.whole is not null then ${sealedPerson('s.whole')} when s.tells is not null then ${otherPerson('s.text', 's.name')} end`,
    id: 's.text',
    id_class: `coalesce(list_position([${classes}], s.class) - 1, ${idClass('missing')})::utinyint`,
    other_id: 's.other',
    has_account: 's.account is not null',
    account: sealedContact('s.account'),
    phone: sealedContact('s.phone'),
    household_id: 's.household',
    head: `case when s.head is not null then ${sealedPerson('s.head')} end`,
    amount: 's.amount::bigint',
    amount_state: `case when s.amount is null then ${amountState('empty')} else ${amountState('known')} end::utinyint`,
    paid_on: 's.date::date',
    ...constants,
  };
  await database.run(`insert into odd_payout by name select ${Object.entries(said)
    .map(([column, sql]) => `${sql} as ${column}`)
    .join(', ')} from sealed_cells s
    join other_assignment o on o.said_department = coalesce(s.department, '') and o.said_measure = coalesce(s.measure, '')`);
  await database.run('drop table other_assignment');
  await database.run(`insert into sealed_row select ${list}, s.row::uinteger, case when s.whole is not null then ${sealedPerson('s.whole')} end,
    s.whole, s.text, s.pattern, s.mask, s.bearers::integer, ${severalOf('s.repairs')}, ${severalOf('s.swaps')}, s.name, s.form, ${severalOf('s.sounds')}, ${severalOf('s.joined')},
    ${severalOf('s.near')}, ${severalOf('s.nears')}, ${severalOf('s.likes')}, ${severalOf('s.born')}::bigint[], ${severalOf('s.sex')}::bigint[] from sealed_cells s`);
}
