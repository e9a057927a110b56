import {
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBValue,
  type JS,
  JSDuckDBValueConverter,
} from '@duckdb/node-api';
import { Shortage } from '../domain/problem.ts';
import { Spill } from '../read/spill.ts';

/** What the engine may use of the machine. */
export interface EngineLimits {
  readonly threads?: number;
  /** As DuckDB writes sizes: `4GB`, `800MB`. */
  readonly memory?: string;
}

/** What can be put into a table. */
export type Value = string | bigint | number | boolean | null;

/** What a query gives for one row, by column. */
export type Row = Readonly<Record<string, unknown>>;

const BATCH = 2048;

/**
 * The only door to DuckDB: an embedded database in memory, which spills to a private folder. Values are always bound;
 * identifiers in SQL are constants of this program. Nothing outside can be loaded into it, and after `lock` it can read no
 * file at all.
 */
export class Database {
  readonly spill: Spill;
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  private constructor(spill: Spill, instance: DuckDBInstance, connection: DuckDBConnection) {
    this.spill = spill;
    this.#instance = instance;
    this.#connection = connection;
  }

  static async open({ threads, memory }: EngineLimits = {}): Promise<Database> {
    const spill = new Spill();
    try {
      const instance = await DuckDBInstance.create(':memory:', {
        temp_directory: spill.folder,
        autoinstall_known_extensions: 'false',
        autoload_known_extensions: 'false',
        allow_community_extensions: 'false',
        ...(threads === undefined ? {} : { threads: String(threads) }),
        ...(memory === undefined ? {} : { memory_limit: memory }),
      });
      return new Database(spill, instance, await instance.connect());
    } catch (error) {
      spill.close();
      throw error;
    }
  }

  /** After this, queries see only what was loaded, and no setting can be changed. */
  async lock(): Promise<void> {
    await this.run('set enable_external_access = false');
    await this.run('set lock_configuration = true');
  }

  async run(sql: string, values: readonly DuckDBValue[] = []): Promise<void> {
    await this.#guarded(() => this.#connection.run(sql, [...values]));
  }

  /** All rows at once: for results that are small by nature. */
  async all<T extends Row = Row>(sql: string, values: readonly DuckDBValue[] = []): Promise<T[]> {
    const read = await this.#guarded(() => this.#connection.runAndReadAll(sql, [...values]));
    return read.getRowObjectsJS() as Row[] as T[];
  }

  async one<T extends Row = Row>(sql: string, values: readonly DuckDBValue[] = []): Promise<T> {
    const [row] = await this.all<T>(sql, values);
    if (!row) throw new Error('a query that always gives a row gave none');
    return row;
  }

  /** All values of each column: for many rows of numbers. */
  async columns(sql: string): Promise<readonly (readonly unknown[])[]> {
    const read = await this.#guarded(() => this.#connection.runAndReadAll(sql));
    return read.getColumnsJS();
  }

  /** Rows as they come, a batch at a time, however many there are. */
  async *stream<T extends Row = Row>(sql: string, values: readonly DuckDBValue[] = []): AsyncGenerator<T[]> {
    const result = await this.#guarded(() => this.#connection.stream(sql, [...values]));
    const names = result.deduplicatedColumnNames();
    for await (const chunk of result) {
      // Column by column: a third faster than row by row.
      const columns = chunk.convertColumns<JS>(JSDuckDBValueConverter);
      const rows = Array.from({ length: chunk.rowCount }, (_, at) => {
        const row: Record<string, unknown> = {};
        for (let column = 0; column < names.length; column += 1) row[names[column] as string] = columns[column]?.[at];
        return row;
      });
      yield rows as T[];
    }
  }

  /** Adds rows to a table. */
  async append(table: string, rows: Iterable<readonly Value[]>): Promise<void> {
    const appender = await this.#connection.createAppender(table);
    let count = 0;
    for (const row of rows) {
      for (const value of row) {
        if (value === null) appender.appendNull();
        else if (typeof value === 'string') appender.appendVarchar(value);
        else if (typeof value === 'bigint') appender.appendBigInt(value);
        else if (typeof value === 'boolean') appender.appendBoolean(value);
        else appender.appendInteger(value);
      }
      appender.endRow();
      count += 1;
      if (count % BATCH === 0) appender.flushSync();
    }
    appender.closeSync();
  }

  close(): void {
    this.#connection.disconnectSync();
    this.#instance.closeSync();
    this.spill.close();
  }

  async #guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (/No space left|ENOSPC|disk space|max_temp_directory_size/i.test(message)) throw new Shortage('disk', error);
      if (message.startsWith('Out of Memory')) throw new Shortage('memory', error);
      throw error;
    }
  }
}
