import { closeSync, openSync } from 'node:fs';
import { Database, type EngineLimits } from './database.ts';

/**
 * Writes the rows of a Parquet file that are taken to a new one, in their order and with their types. Its names count as
 * row 1, as they do when it is read as a list.
 */
export async function copyParquet(
  path: string,
  to: string,
  takes: (row: number) => boolean,
  limits: EngineLimits = {},
): Promise<void> {
  const database = await Database.open(limits);
  try {
    const { rows } = await database.one<{ rows: bigint }>('select count(*) as rows from read_parquet($1)', [path]);
    await database.run('create temp table taken (is_taken boolean)');
    await database.append('taken', flags(Number(rows), takes));
    closeSync(openSync(to, 'wx', 0o600)); // DuckDB leaves the mode of a file that is there as it is
    await database.run(
      `copy (select p.* from read_parquet($1) p positional join taken where taken.is_taken)
      to '${to.replaceAll("'", "''")}' (format parquet, use_tmp_file false)`,
      [path],
    );
  } finally {
    database.close();
  }
}

function* flags(rows: number, takes: (row: number) => boolean): Generator<readonly boolean[]> {
  for (let row = 2; row <= rows + 1; row += 1) yield [takes(row)];
}
