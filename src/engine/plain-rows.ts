import { statSync } from 'node:fs';
import { recordsAt } from '../read/list/body-records.ts';
import { type ListBody, type ListSource, type PromisedBody, paidInOf, standardOf } from '../read/list/list-source.ts';
import type { Places } from './assignments.ts';
import type { Database, EngineLimits } from './database.ts';
import { cellSql } from './field-cells.ts';
import { LOADED_FIELDS, type LoadedField } from './loaded-field.ts';
import { amountState } from './payout-sql.ts';
import type { CellReading, PayoutColumn } from './reading.ts';
import { columnOf } from './row-roles.ts';
import { isSure, nameTitle } from './sure-row.ts';

/** A list's rows as DuckDB read them, into a table of their own, which SQL here calls `p`. */
export interface PlainRows {
  readonly list: number;
  readonly table: string;
  /** SQL: a row's number as a spreadsheet counts. */
  readonly row: string;
  /** SQL: is it below the head, and not rejected? */
  readonly isBody: string;
  /** The columns that the table has; of the others a payout has what `none` says. */
  readonly columns: ReadonlySet<string>;
  /** SQL of columns that say the same on every row of the list, since it does not say it itself. */
  readonly constants: Readonly<Record<string, string>>;
}

/** How the rows of a list are to be read. */
export interface RowsToRead {
  readonly list: number;
  readonly source: ListSource;
  readonly readings: readonly CellReading[];
  readonly fields: ReadonlySet<LoadedField>;
  /** May DuckDB be given the bytes as they are, or is every file to be rewritten first? */
  readonly trusting: boolean;
}

/** A cell longer than this is rejected by the writer of numbered bodies; DuckDB refuses the file, which is then rewritten. */
const LONGEST_LINE = 8_000_000;

/**
 * Reads a list's rows into a table: `department` and `measure` (indexes), the columns of the cell readings, and `odd`. Where
 * any cell is not in its plain form, or the row is not beyond doubt a payout, it is odd: its columns mean nothing, and the row has
 * to be read by the domain's readers.
 * @returns the body that was read, all of whose rows are there.
 */
export async function loadPlainRows(
  database: Database,
  wanted: RowsToRead,
  placesIn: (body: PromisedBody) => Promise<Places>,
): Promise<LoadedRows> {
  const { source, trusting } = wanted;
  const asTheyAre = trusting ? await loadAsTheyAre(database, wanted, placesIn) : null;
  if (asTheyAre) return asTheyAre;
  const body = await source.rewrite();
  const places = await placesIn(body);
  const rows = await readBody(database, wanted, body, places);
  if (rows !== body.rows) throw new Error(`${rows} of ${body.rows} rows of ${source.origin.file} came back`);
  return { body, plain: plainRows(wanted, body), places };
}

interface LoadedRows {
  readonly body: ListBody;
  readonly plain: PlainRows;
  readonly places: Places;
}

/** Null where the file has to be rewritten. */
async function loadAsTheyAre(
  database: Database,
  wanted: RowsToRead,
  placesIn: (body: PromisedBody) => Promise<Places>,
): Promise<LoadedRows | null> {
  const { source } = wanted;
  const { promised } = source;
  const early = promised && (await placesIn(promised));
  const reading = promised && early && tryRead(database, wanted, promised, early);
  reading?.catch(() => {}); // it may fail before it is waited for, which is when that is told
  const body = await surveyed(source, reading);
  if (!body) return null;
  const isPromised = promised?.path === body.path && promised.lineEnd === body.lineEnd;
  const places = isPromised && early ? early : await placesIn(body);
  const rows = isPromised ? await reading : await tryRead(database, wanted, body, places);
  const plain = plainRows(wanted, body);
  return rows === body.rows && (await inOrder(database, wanted, body, plain)) ? { body, plain, places } : null;
}

function plainRows({ list, source, readings, fields }: RowsToRead, { numbered }: ListBody): PlainRows {
  const above = source.head.titles + source.head.header;
  // DuckDB keeps the order of a file: where the row was not written beforehand, it is counted.
  return {
    list,
    table: tableOf(list),
    row: numbered ? 'p.row' : '(p.rowid + 1)::uinteger',
    isBody: numbered ? `p.row > ${above} and p.rejected is null` : `p.rowid >= ${above}`,
    columns: new Set(storedColumns(readings, fields).map(({ name }) => name)),
    constants: constantsOf(source),
  };
}

/** Those of a list all of whose rows are among the odd ones. */
export function noPlainRows(list: number): PlainRows {
  return { list, table: NO_ROWS, row: 'p.row', isBody: 'false', columns: new Set(), constants: {} };
}

/** A table that is always empty. */
const NO_ROWS = 'no_rows';
export const NO_ROWS_TABLE = `create table ${NO_ROWS} (row uinteger, odd boolean)`;
export const hasPlainRows = ({ table }: PlainRows): boolean => table !== NO_ROWS;

/** What is paid, and when, where only the campaign says it; of several days, in one of them. */
export function constantsOf(source: ListSource): Readonly<Record<string, string>> {
  const standard = standardOf(source);
  const paidIn = paidInOf(source);
  return {
    ...(standard ? { amount: `${standard.fen}::bigint`, amount_state: String(amountState('known')) } : {}),
    ...(paidIn ? { paid_on: `date '${paidIn.from}'`, paid_in_month: String(paidIn.from !== paidIn.until) } : {}),
  };
}

/** Of a list with so many rows DuckDB may read parts at the same time. */
const MANY_ROWS = 10_000;
/** So many names at least, and twice as many at most. */
const COMPARED = 200;

/**
 * Are the rows of a table in the order of the file? DuckDB promises it, and a query it plans otherwise than it does ours would
 * break it in silence: every finding would name a wrong row. So names from all over a long list are compared.
 */
async function inOrder(
  database: Database,
  { source: { head } }: RowsToRead,
  body: ListBody,
  { table, row, columns }: PlainRows,
): Promise<boolean> {
  const index = columnOf(head, 'name');
  if (body.rows < MANY_ROWS || body.numbered || index === undefined || !columns.has('name')) return true;
  const every = 2 ** Math.floor(Math.log2(body.rows / COMPARED));
  const [rows = [], names = []] = (await database.columns(
    `select ${row} as row, name from ${table} p where not odd and rowid & ${every - 1} = 0 order by row`,
  )) as [number[], string[]];
  const written = [...recordsAt(body, rows)].map(({ cells }) => cells[index]);
  return names.every((name, at) => name === written[at]);
}

const tableOf = (list: number) => `list_${list}`;

function storedColumns(readings: readonly CellReading[], fields: ReadonlySet<LoadedField>): PayoutColumn[] {
  return readings.flatMap(({ field, columns }) =>
    fields.has(field) ? columns.filter(({ value }) => value !== undefined) : [],
  );
}

/** Surveys a file while DuckDB, in threads of its own, already reads it. */
async function surveyed(source: ListSource, reading: Promise<number | null> | null): Promise<ListBody | null> {
  try {
    return await source.survey();
  } finally {
    await reading;
  }
}

/** The rows that DuckDB finds in the file as it is; null where it does not take it. */
async function tryRead(
  database: Database,
  wanted: RowsToRead,
  body: PromisedBody,
  places: Places,
): Promise<number | null> {
  try {
    return await readBody(database, wanted, body, places);
  } catch (error) {
    if (error instanceof Error && /^(?:Invalid Input|Parameter Not Allowed) Error/.test(error.message)) return null;
    throw error;
  }
}

async function readBody(
  database: Database,
  { list, source: { head }, readings, fields }: RowsToRead,
  body: PromisedBody,
  places: Places,
): Promise<number> {
  const own = Array.from({ length: body.width }, (_, index) => `c${index}`);
  const all = [...(body.numbered ? ['row_number', 'rejection'] : []), ...own];
  const cells = LOADED_FIELDS.flatMap((field) => {
    const cell = cellSql(head, field);
    if (field === 'name' && !cell) return ['null::varchar as name']; // whose number it is, an invalid one says with the name
    return cell ? [`${cell} as ${field}`] : [];
  });
  const used = readings.filter(({ field }) => fields.has(field));
  const plainId = used.find(({ field }) => field === 'id_number')?.plain ?? 'false';
  const sure = isSure(head, '$3', 'has_id');
  const odd = used.flatMap(({ field, plain }) => {
    if (field === 'name') return []; // a sure row's name is plain
    return [field === 'id_number' ? 'not (has_id or id_number is null)' : `not coalesce(${plain}, ${field} is null)`];
  });
  const csv = `(select ${[...all, ...cells].join(', ')}
    from read_csv($1, delim = $2, columns = {${all.map((name) => `${name}: 'VARCHAR'`).join(', ')}}, auto_detect = false,
      header = false, quote = '"', escape = '"', new_line = '${body.lineEnd === '\n' ? '\\n' : '\\r\\n'}',
      ${bufferFor(body.path, database.limits)}))`; // rows too short or too long are errors, and the file is rewritten
  const parts = inSteps([...used.map(({ parts = [] }) => parts), places.parts], csv);
  const columns = [
    ...(body.numbered ? ['row_number::uinteger as row', 'rejection as rejected'] : []),
    'place_department as department',
    'place_measure as measure',
    'said_department',
    'said_measure',
    ...storedColumns(readings, fields).map(({ name, type, value }) => `cast(${value} as ${type}) as ${name}`),
    `${[`not coalesce(${sure}, false)`, ...odd].join(' or ')} as odd`,
  ];
  await database.run(
    `create or replace temp table ${tableOf(list)} as
    select ${columns.join(', ')} from (select *, coalesce(${plainId}, false) as has_id from ${parts})`,
    [body.path, body.delimiter, ...nameTitle(head)],
  );
  const { rows } = await database.one<{ rows: bigint }>(`select count(*) as rows from ${tableOf(list)}`);
  return Number(rows);
}

/**
 * SQL: how long a line may be, and how much of the file is read at a time. DuckDB's own buffer is for 16 of the longest lines, which
 * is more than a small list ever needs, and than a small limit has room for.
 */
function bufferFor(path: string, { memory }: EngineLimits): string {
  const longest = Math.min(LONGEST_LINE, statSync(path).size + 1);
  return `max_line_size = ${longest}${memory === undefined ? '' : `, buffer_size = ${longest + 1}`}`;
}

/** SQL: a table with parts beside its own columns, of which each step uses those before. */
function inSteps(parts: readonly (readonly Readonly<Record<string, string>>[])[], from: string): string {
  const steps = Math.max(0, ...parts.map(({ length }) => length));
  return Array.from({ length: steps }, (_, step) =>
    parts.flatMap((each) => Object.entries(each[step] ?? {}).map(([name, sql]) => `${sql} as ${name}`)),
  ).reduce((inner, columns) => `(select ${['*', ...columns].join(', ')} from ${inner})`, from);
}
