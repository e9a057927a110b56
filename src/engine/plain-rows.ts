import { recordsAt } from '../read/list/body-records.ts';
import { type ListBody, type ListSource, type PromisedBody, paidInOf, standardOf } from '../read/list/list-source.ts';
import type { RowAssigner } from './assignments.ts';
import type { Database } from './database.ts';
import { amountState } from './payout-sql.ts';
import { type RowsToRead, readBody, storedColumns, tableOf } from './read-body.ts';
import { columnOf } from './row-roles.ts';

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

/**
 * Reads a list's rows into a table: `department` and `measure` (indexes), the columns of the cell readings, and `odd`. Where
 * any cell is not in its plain form, or the row is not beyond doubt a payout, it is odd: its columns mean nothing, and the row has
 * to be read by the domain's readers.
 * @returns the body that was read, all of whose rows are there.
 */
export async function loadPlainRows(
  database: Database,
  wanted: RowsToRead,
  assignerIn: (body: PromisedBody) => Promise<RowAssigner>,
): Promise<LoadedRows> {
  const { source, trusting } = wanted;
  const asTheyAre = trusting ? await loadAsTheyAre(database, wanted, assignerIn) : null;
  if (asTheyAre) return asTheyAre;
  const body = await source.rewrite();
  const assigner = await assignerIn(body);
  const rows = await readBody(database, wanted, body, assigner);
  if (rows !== body.rows) throw new Error(`${rows} of ${body.rows} rows of ${source.origin.file} came back`);
  return { body, plain: plainRows(wanted, body), assigner };
}

interface LoadedRows {
  readonly body: ListBody;
  readonly plain: PlainRows;
  readonly assigner: RowAssigner;
}

/** Null where the file has to be rewritten. */
async function loadAsTheyAre(
  database: Database,
  wanted: RowsToRead,
  assignerIn: (body: PromisedBody) => Promise<RowAssigner>,
): Promise<LoadedRows | null> {
  const { source } = wanted;
  const { promised } = source;
  const early = promised && (await assignerIn(promised));
  const reading = promised && early && tryRead(database, wanted, promised, early);
  reading?.catch(() => {}); // it may fail before it is waited for, which is when that is told
  const body = await surveyed(source, reading);
  if (!body) return null;
  const isPromised = promised?.path === body.path && promised.lineEnd === body.lineEnd;
  const assigner = isPromised && early ? early : await assignerIn(body);
  const rows = isPromised ? await reading : await tryRead(database, wanted, body, assigner);
  const plain = plainRows(wanted, body);
  const isRead = rows === body.rows && !isLastTooLong(body) && (await inOrder(database, wanted, body, plain));
  return isRead ? { body, plain, assigner } : null;
}

/** DuckDB refuses a row with more cells than the header, but for the last one of a file that ends without a line end: there it passes over what is more. */
function isLastTooLong(body: ListBody): boolean {
  const [last] = recordsAt(body, [body.rows]);
  return last !== undefined && last.cells.length > body.width;
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
  assigner: RowAssigner,
): Promise<number | null> {
  try {
    return await readBody(database, wanted, body, assigner);
  } catch (error) {
    if (error instanceof Error && /^(?:Invalid Input|Parameter Not Allowed) Error/.test(error.message)) return null;
    throw error;
  }
}
