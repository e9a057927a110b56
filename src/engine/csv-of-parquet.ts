import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { Shortage } from '../domain/problem.ts';
import { allowanceFor, type Rates } from '../file/apart/allowance.ts';
import { apart } from '../file/apart/apart.ts';
import { invalidFile } from '../file/fault.ts';
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
/** What a file may unfold to: names and numbers of people, which differ, are packed into a tenth. */
const MOST = { bytes: 1024 ** 3, perByte: 64 };

/**
 * A Parquet file as text: exact, for its integers never passed through a spreadsheet. DuckDB reads it in a process of its own: a
 * schema that is nested deep enough ends the process.
 * @throws InvalidInput when it is damaged; Shortage.
 */
export async function csvOfParquet(path: string, file: string, { spill, limits }: Database): Promise<string> {
  const { size } = await stat(path);
  const threads = Math.min(limits.threads ?? availableParallelism(), MOST_THREADS);
  const csv = spill.file('.csv');
  const most = MOST.bytes + MOST.perByte * size;
  const input: ParquetInput = { path, csv, folder: spill.folder, limits: { ...limits, threads }, most };
  const allowance = { ...allowanceFor(size, RATES), output: { path: csv, bytes: most } };
  const converted = (await apart<Converted>('parquet', input, allowance)) ?? (await brokenBy(csv, most));
  if (converted === 'damaged') throw invalidFile(file, 'parquet-damaged', {});
  if (converted === 'too-large') throw invalidFile(file, 'parquet-too-large', { limit: most });
  if (converted !== 'written') throw new Shortage(converted, path);
  return input.csv;
}

/** What the process ended by: having written too much, or else the file. */
async function brokenBy(csv: string, most: number): Promise<'too-large' | 'damaged'> {
  const written = await stat(csv).catch(() => null);
  return written !== null && written.size > most ? 'too-large' : 'damaged';
}
