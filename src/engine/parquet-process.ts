import { statSync } from 'node:fs';
import { Shortage } from '../domain/problem.ts';
import { serve } from '../file/apart/serve.ts';
import { Database, type EngineLimits } from './database.ts';

export interface ParquetInput {
  readonly path: string;
  /** What is to be written. */
  readonly csv: string;
  /** Where the database may put what does not fit in memory. */
  readonly folder: string;
  readonly limits: EngineLimits;
  /** So many bytes no list has, be it packed as it may. */
  readonly most: number;
}

/** What became of it. */
export type Converted = 'written' | 'damaged' | 'too-large' | Shortage['of'];

serve(async ({ path, csv, folder, limits, most }: ParquetInput): Promise<Converted> => {
  const database = await Database.open(limits, folder);
  try {
    if ((await unfolded(database, path)) > BigInt(most)) return 'too-large';
    await database.run(
      `copy (select * from read_parquet($1)) to '${csv.replaceAll("'", "''")}' (format csv, header true)`,
      [path],
    );
    return 'written';
  } catch (error) {
    return error instanceof Shortage ? error.of : 'damaged';
  } finally {
    database.close();
  }
});

/** A file of which it is soon known how long all its texts are; what a larger one unfolds to is seen while it is written. */
const SMALL = 1 << 20;

/**
 * How many bytes a file unfolds to, at least: what it says itself, a character for each cell, and of a small one the lengths of its
 * texts. A text that stands in it once may be in millions of rows.
 */
async function unfolded(database: Database, path: string): Promise<bigint> {
  const columns = await database.all<{ name: string; type: string }>(
    'select column_name as name, column_type as type from (describe select * from read_parquet($1))',
    [path],
  );
  const { rows } = await database.one<{ rows: bigint }>(
    'select sum(num_rows)::bigint as rows from parquet_file_metadata($1)',
    [path],
  );
  const cells = BigInt(rows) * BigInt(columns.length);
  const texts = columns.filter(({ type }) => type === 'VARCHAR').map(({ name }) => `"${name.replaceAll('"', '""')}"`);
  if (cells > 2n ** 40n || texts.length === 0 || statSync(path).size > SMALL) return cells;
  const lengths = texts.map((name) => `coalesce(sum(strlen(${name})), 0)`).join(' + ');
  const { bytes } = await database.one<{ bytes: bigint }>(
    `select (${lengths})::hugeint::bigint as bytes from read_parquet($1)`,
    [path],
  );
  return cells + BigInt(bytes);
}
