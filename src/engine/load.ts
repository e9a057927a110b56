import { type Assignment, assign } from '../domain/assignment.ts';
import type { Campaign } from '../domain/campaign.ts';
import { asideReason, REJECTED_REASONS, type RowRoles } from '../domain/list-row.ts';
import type { ListSource } from '../read/list/list-source.ts';
import type { ListHead } from '../read/list-head.ts';
import { cellReadings } from './cell-reading.ts';
import type { Database } from './database.ts';
import { insertPayouts } from './normalise.ts';
import { fieldsOf, isSure, LOADED_FIELDS, type LoadedField, loadRaw, nameTitle } from './raw-table.ts';

/** A list as it was loaded. */
export interface LoadedList {
  readonly source: ListSource;
  /** What is known of each row: by a column, or for the whole list. */
  readonly fields: ReadonlySet<LoadedField>;
  /** rows = payouts + setAside + rejected, always. */
  readonly rows: number;
  readonly payouts: number;
  readonly setAside: number;
  readonly rejected: number;
  /** Rows hidden in the workbook, which count like the others. */
  readonly hiddenRows: number;
}

/** Departments and measures as the lists name them; a payout holds the index of each. */
export class Assignments {
  readonly departments: Assignment['department'][] = [];
  readonly measures: { readonly department: number; readonly measure: Assignment['measure'] }[] = [];
  readonly #ofDepartment = new Map<string, number>();
  readonly #ofMeasure = new Map<string, number>();

  /** The indexes of a payout's department and measure. */
  add({ department, measure }: Assignment): readonly [department: number, measure: number] {
    const at = indexOf(this.#ofDepartment, department.name, () => this.departments.push(department));
    const key = `${at} ${measure.is?.id ?? ''} ${measure.name}`;
    return [at, indexOf(this.#ofMeasure, key, () => this.measures.push({ department: at, measure }))];
  }
}

/** The index of what has this key; `push` adds what is new and gives the new length. */
function indexOf(indexes: Map<string, number>, key: string, push: () => number): number {
  const known = indexes.get(key);
  if (known !== undefined) return known;
  const index = push() - 1;
  indexes.set(key, index);
  return index;
}

/** Loads one list as number `list` into the tables `payout` and `unpaid`. */
export async function loadList(
  database: Database,
  list: number,
  source: ListSource,
  campaign: Campaign | null,
  assignments: Assignments,
  leaveOut: readonly LoadedField[],
): Promise<LoadedList> {
  const fields = new Set(fieldsOf(source, leaveOut));
  const given = (['department', 'measure'] as const).filter((field) => source.input[field] !== undefined);
  const readings = cellReadings(source.head.unit);
  const { rows, hiddenRows } = await loadRaw(database, source, readings, fields);
  const head = source.head.titles + source.head.header;
  await setAside(database, list, source, head);
  const below = `row > ${head} and rejected is null`;
  await database.run(
    `create or replace temp view plain_rows as select * from rows_read where ${below} and cells is null`,
  );
  const cells = LOADED_FIELDS.map((field) => {
    const index = source.head.columns.find((column) => column.field === field)?.index;
    return `${index === undefined ? 'null::varchar' : `nullif(cells[${index + 1}], '')`} as ${field}`;
  });
  await database.run(
    `create or replace temp table odd_rows as select row, department_cell, measure_cell, ${cells.join(', ')} from rows_read
    where ${below} and cells is not null and row not in (select row from unpaid where list = ${list})`,
  );
  await assignRows(database, source, campaign, assignments);
  await insertPayouts(database, list, readings, fields);
  await database.run('drop table raw cascade');
  return { source, fields: new Set([...fields, ...given]), rows, hiddenRows, ...(await balance(database, list, rows)) };
}

/** The equation that shows that no row was lost; a row that is nowhere, or twice, is a fault of ours. */
async function balance(database: Database, list: number, rows: number) {
  const reasons = REJECTED_REASONS.map((reason) => `'${reason}'`).join(', ');
  const counted = await database.one<{ payouts: bigint; aside: bigint; rejected: bigint }>(
    `select (select count(*) from payout where list = ${list}) as payouts,
      (select count(*) from unpaid where list = ${list} and reason not in (${reasons})) as aside,
      (select count(*) from unpaid where list = ${list} and reason in (${reasons})) as rejected`,
  );
  const [payouts, setAside, rejected] = [counted.payouts, counted.aside, counted.rejected].map(Number) as [
    number,
    number,
    number,
  ];
  if (payouts + setAside + rejected !== rows) {
    throw new Error(`rows of a list are lost: ${rows} ≠ ${payouts} + ${setAside} + ${rejected}`);
  }
  return { payouts, setAside, rejected };
}

/** Sets the head apart, and whatever below it is no payout. */
async function setAside(database: Database, list: number, source: ListSource, head: number): Promise<void> {
  await database.run(
    `insert into unpaid select ${list}, row,
      case when row <= ${source.head.titles} then 'title' when row <= ${head} then 'header' else rejected end
    from rows_read where row <= ${head} or rejected is not null`,
  );
  // Gathered first: a stream of what a filter leaves comes a few rows at a time, and each time costs.
  await database.run(
    `create or replace temp table doubtful_rows as select row, cells from rows_read
    where row > ${head} and rejected is null and cells is not null and not ${isSure(source.head)}`,
    nameTitle(source.head),
  );
  const doubtful = database.stream<{ row: number; cells: string[] }>('select row, cells from doubtful_rows');
  const roles = rolesOf(source.head);
  const titles = source.head.columns.map(({ title }) => title);
  const found: (readonly [number, number, string])[] = [];
  for await (const batch of doubtful) {
    for (const { row, cells } of batch) {
      const reason = asideReason(cells, roles, titles);
      if (reason) found.push([list, row, reason]);
    }
  }
  await database.append('unpaid', found);
  await database.run('drop table doubtful_rows');
}

/** The columns that tell a payout from other rows. */
function rolesOf({ columns }: ListHead): RowRoles {
  const fields = ['name', 'id_number', 'amount', 'ordinal'] as const;
  return Object.fromEntries(
    fields.flatMap((field) => {
      const column = columns.find((each) => each.field === field);
      return column ? [[field, column.index]] : [];
    }),
  );
}

/** Resolves each department and measure that the rows name, once, into the table `assigned`. */
async function assignRows(
  database: Database,
  { input }: ListSource,
  campaign: Campaign | null,
  assignments: Assignments,
): Promise<void> {
  const pairs = await database.all<{ department: string | null; measure: string | null }>(
    `select distinct department_cell as department, measure_cell as measure from
    (select department_cell, measure_cell from plain_rows union all select department_cell, measure_cell from odd_rows)
    order by all`,
  );
  const rows = pairs.map(({ department, measure }) => {
    const found = assign(input.department ?? department ?? '', input.measure ?? measure ?? '', campaign);
    return [department, measure, ...assignments.add(found)];
  });
  await database.run(
    'create or replace temp table assigned (department_cell varchar, measure_cell varchar, department integer, measure integer)',
  );
  await database.append('assigned', rows);
}
