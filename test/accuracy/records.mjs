import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

/** The records of a CSV file, one after the other: a million need no more memory than one. */
export function recordsOf(path) {
  return createReadStream(path).pipe(parse({ columns: true, bom: true, trim: true, relax_column_count: true }));
}
