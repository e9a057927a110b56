import { Shortage } from '../domain/problem.ts';
import { serve } from '../read/apart/serve.ts';
import { Database, type EngineLimits } from './database.ts';

export interface ParquetInput {
  readonly path: string;
  /** What is to be written. */
  readonly csv: string;
  /** Where the database may put what does not fit in memory. */
  readonly folder: string;
  readonly limits: EngineLimits;
}

/** What became of it. */
export type Converted = 'written' | 'damaged' | Shortage['of'];

serve(async ({ path, csv, folder, limits }: ParquetInput): Promise<Converted> => {
  const database = await Database.open(limits, folder);
  try {
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
