import {
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBMaterializedResult,
  DuckDBTypeId,
  type DuckDBValue,
  type JS,
  JSDuckDBValueConverter,
  VARCHAR,
} from '@duckdb/node-api';
import { Spill } from '../read/spill.ts';
import { databaseFault } from './database-fault.ts';

/** What the engine may use of the machine. */
export interface EngineLimits {
  readonly threads?: number;
  /** As DuckDB writes sizes: `4GB`, `800MB`. */
  readonly memory?: string;
  /** Whether anybody asks how far statements are. */
  readonly watched?: boolean;
}

/** Is told of each statement that was done: how many rows it made, changed or gave (none where they come as a stream), and how long it took. */
export type StatementLog = (sql: string, rows: number, milliseconds: number) => void;

/** What can be put into a table. */
export type Value = string | bigint | number | boolean | null;

/** What a query gives for one row, by column. */
export type Row = Readonly<Record<string, unknown>>;

/** Rows in a chunk: to hand over columns of so many takes a third of the time that values one by one take. */
const BATCH = 2048;
/** Rows that are made at once of a chunk: those that outlive a collection of young objects cost as much again to collect. */
const AT_HAND = 128;

/**
 * The only door to DuckDB: an embedded database in memory, which spills to a private folder. Values are always bound;
 * identifiers in SQL are constants of this program. Nothing outside can be loaded into it, and after `lock` it can read no
 * file at all.
 */
export class Database {
  readonly spill: Spill;
  readonly limits: EngineLimits;
  readonly #log: StatementLog | undefined;
  #instance: DuckDBInstance;
  #connection: DuckDBConnection;
  /** Done when no statement is pending. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(spill: Spill, limits: EngineLimits, { instance, connection }: Session, log?: StatementLog) {
    this.spill = spill;
    this.limits = limits;
    this.#log = log;
    this.#instance = instance;
    this.#connection = connection;
  }

  /** What does not fit in memory goes into a folder under `parent`, or beside other temporary files. */
  static async open(limits: EngineLimits = {}, parent?: string, log?: StatementLog): Promise<Database> {
    const spill = new Spill(parent);
    try {
      return new Database(spill, limits, await start(spill, limits), log);
    } catch (error) {
      spill.close();
      throw databaseFault(error);
    }
  }

  /** Empties a broken database, which can then be used again. The files in its folder stay. */
  async restart(): Promise<void> {
    this.#stop();
    const { instance, connection } = await start(this.spill, this.limits).catch((error) => {
      throw databaseFault(error);
    });
    this.#instance = instance;
    this.#connection = connection;
  }

  /** How far the statement is that runs now, of a hundred, in a database that is watched; null where nobody knows. */
  progress(): number | null {
    const { percentage } = this.#connection.progress;
    return percentage < 0 ? null : Math.min(100, percentage);
  }

  /** After this, queries see only what was loaded, and no setting can be changed. */
  async lock(): Promise<void> {
    await this.run('set enable_external_access = false');
    await this.run('set lock_configuration = true');
  }

  async run(sql: string, values: readonly DuckDBValue[] = []): Promise<void> {
    await this.#guarded(sql, () => this.#connection.run(sql, bound(values)), rowsMade);
  }

  /** The same, for whoever asks how many rows it made or changed. */
  made(sql: string, values: readonly DuckDBValue[] = []): Promise<number> {
    return this.#guarded(
      sql,
      async () => rowsMade(await this.#connection.run(sql, bound(values))),
      (count) => count,
    );
  }

  /** All rows at once: for results that are small by nature. */
  async all<T extends Row = Row>(sql: string, values: readonly DuckDBValue[] = []): Promise<T[]> {
    const read = await this.#guarded(sql, () => this.#connection.runAndReadAll(sql, bound(values)), rowsIn);
    return rowsOfColumns<T>(read.deduplicatedColumnNames(), read.getColumnsJS(), 0, read.currentRowCount);
  }

  async one<T extends Row = Row>(sql: string, values: readonly DuckDBValue[] = []): Promise<T> {
    const [row] = await this.all<T>(sql, values);
    if (!row) throw new Error('a query that always gives a row gave none');
    return row;
  }

  /** All values of each column: for many rows of numbers. */
  async columns(sql: string): Promise<readonly (readonly unknown[])[]> {
    const read = await this.#guarded(sql, () => this.#connection.runAndReadAll(sql), rowsIn);
    return read.getColumnsJS();
  }

  /** Rows as they come, a batch at a time, however many there are. */
  async *stream<T extends Row = Row>(sql: string, values: readonly DuckDBValue[] = []): AsyncGenerator<T[]> {
    const result = await this.#guarded(sql, () => this.#connection.stream(sql, bound(values)));
    const names = result.deduplicatedColumnNames();
    for (;;) {
      const chunk = await result.fetchChunk().catch((error) => {
        throw databaseFault(error);
      });
      if (!chunk || chunk.rowCount === 0) return;
      const columns = chunk.convertColumns<JS>(JSDuckDBValueConverter);
      for (let from = 0; from < chunk.rowCount; from += AT_HAND)
        yield rowsOfColumns<T>(names, columns, from, Math.min(AT_HAND, chunk.rowCount - from));
    }
  }

  /** Adds rows to a table. */
  async append(table: string, rows: Iterable<readonly Value[]>): Promise<void> {
    await this.#guarded(
      `append ${table}`,
      () => this.#append(table, rows),
      (count) => count,
    );
  }

  async #append(table: string, rows: Iterable<readonly Value[]>): Promise<number> {
    const appender = await this.#connection.createAppender(table);
    const columns = Array.from({ length: appender.columnCount }, (_, index) => appender.columnType(index));
    const types = columns.map((type) => (type.typeId === DuckDBTypeId.DATE ? VARCHAR : type)); // days are texts here
    const take = (batch: readonly (readonly Value[])[]) => {
      const chunk = DuckDBDataChunk.create(types, batch.length);
      chunk.setRows(batch);
      appender.appendDataChunk(chunk);
    };
    let batch: (readonly Value[])[] = [];
    let count = 0;
    for (const row of rows) {
      count += 1;
      batch.push(row);
      if (batch.length < BATCH) continue;
      take(batch);
      batch = [];
    }
    if (batch.length > 0) take(batch);
    appender.closeSync();
    return count;
  }

  close(): void {
    this.#stop();
    this.spill.close();
  }

  #stop(): void {
    this.#connection.disconnectSync();
    this.#instance.closeSync();
  }

  /** One statement at a time, in the order in which they are asked for: one that starts while another is pending may end it. */
  async #guarded<T>(
    sql: string,
    work: () => Promise<T>,
    rowsOf: (done: T) => number | Promise<number> = () => 0,
  ): Promise<T> {
    const log = this.#log;
    const mine = this.#last.then(log ? () => timed(sql, work, rowsOf, log) : work);
    this.#last = mine.then(
      () => {},
      () => {},
    );
    try {
      return await mine;
    } catch (error) {
      throw databaseFault(error);
    }
  }
}

/** Rows of what was converted column by column, which is a third faster than row by row. */
function rowsOfColumns<T extends Row>(
  names: readonly string[],
  columns: readonly (readonly unknown[])[],
  from: number,
  count: number,
): T[] {
  return Array.from({ length: count }, (_, at) => {
    const row: Record<string, unknown> = {};
    for (let column = 0; column < names.length; column += 1)
      row[names[column] as string] = columns[column]?.[from + at];
    return row as T;
  });
}

/** What a statement made or changed; a table that is made is counted in a row. */
const rowsMade = async (done: DuckDBMaterializedResult): Promise<number> =>
  done.rowsChanged || Number((await done.getRowsJS())[0]?.[0] ?? 0);

const rowsIn = ({ currentRowCount }: { readonly currentRowCount: number }) => currentRowCount;

async function timed<T>(
  sql: string,
  work: () => Promise<T>,
  rowsOf: (done: T) => number | Promise<number>,
  log: StatementLog,
): Promise<T> {
  const start = performance.now();
  const done = await work();
  const milliseconds = performance.now() - start;
  log(sql, await rowsOf(done), milliseconds);
  return done;
}

/** Without values a statement takes one way to the database and back; with them, three. */
const bound = (values: readonly DuckDBValue[]) => (values.length > 0 ? [...values] : undefined);

/** DuckDB tells how far it is only where it would print that, which nobody is to see. */
const WATCHED = ['enable_progress_bar = true', 'enable_progress_bar_print = false'];

interface Session {
  readonly instance: DuckDBInstance;
  readonly connection: DuckDBConnection;
}

async function start({ folder }: Spill, { threads, memory, watched }: EngineLimits): Promise<Session> {
  const instance = await DuckDBInstance.create(':memory:', {
    temp_directory: folder,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    ...(threads === undefined ? {} : { threads: String(threads) }),
    ...(memory === undefined ? {} : { memory_limit: memory }),
  });
  const connection = await instance.connect();
  if (watched) for (const setting of WATCHED) await connection.run(`set ${setting}`);
  return { instance, connection };
}
