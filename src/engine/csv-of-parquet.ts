import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { Shortage } from '../domain/problem.ts';
import { allowanceFor, type Rates } from '../read/apart/allowance.ts';
import { apart } from '../read/apart/apart.ts';
import { invalidFile } from '../read/file-fault.ts';
import type { Database } from './database.ts';
import type { Converted, ParquetInput } from './parquet-process.ts';

/**
 * Half a million rows of 24 columns, 56 MB, take a second and 400 MB; two million that are all the same, 20 KB, hardly less:
 * values that repeat are packed so tightly that size says little.
 */
const RATES: Rates = {
  least: { seconds: 20, megabytes: 2048 },
  perMegabyte: { seconds: 2, megabytes: 4 },
};
/** Each holds rows in memory. */
const MOST_THREADS = 4;

/**
 * A Parquet file as text: exact, for its integers never passed through a spreadsheet. DuckDB reads it in a process of its own: a
 * schema that is nested deep enough ends the process.
 * @throws InvalidInput when it is damaged; Shortage.
 */
export async function csvOfParquet(path: string, file: string, { spill, limits }: Database): Promise<string> {
  const { size } = await stat(path);
  const threads = Math.min(limits.threads ?? availableParallelism(), MOST_THREADS);
  const input: ParquetInput = { path, csv: spill.file('.csv'), folder: spill.folder, limits: { ...limits, threads } };
  const converted = (await apart<Converted>('parquet', input, allowanceFor(size, RATES))) ?? 'damaged';
  if (converted === 'damaged') throw invalidFile(file, 'parquet-damaged', {});
  if (converted !== 'written') throw new Shortage(converted, path);
  return input.csv;
}
