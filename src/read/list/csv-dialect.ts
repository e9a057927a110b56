import { type Options, parse } from 'csv-parse/sync';
import type { ListRole } from '../../domain/row/list-role.ts';
import type { HeadFault, ListHead } from './list-head.ts';
import type { NeedsAmount } from './list-input.ts';
import type { SaidColumns } from './said-columns.ts';
import { readHeads } from './sheet-heads.ts';

/** How damage is borne wherever csv-parse reads a list: a stray quote is a character, a row may have any length. */
export const LENIENT = {
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: false,
  record_delimiter: ['\r\n', '\n', '\r'],
} satisfies Options;

const DELIMITERS = [',', '\t', ';', '|'] as const;

/** Rows that a head is looked for in. */
export const SAMPLE_ROWS = 50;

export interface CsvHead {
  readonly delimiter: string;
  readonly rows: readonly (readonly string[])[];
  readonly read: { readonly heads: readonly ListHead[] } | { readonly faults: readonly HeadFault[] };
}

/** Reads a file's first rows with each delimiter: the one whose header is understood best is meant. */
export function readCsvHead(text: string, said: SaidColumns, role?: ListRole, needsAmount?: NeedsAmount): CsvHead {
  const candidates = DELIMITERS.filter((delimiter) => delimiter === ',' || text.includes(delimiter));
  const readings = candidates.map((delimiter): CsvHead => {
    const rows = sample(text, delimiter);
    return { delimiter, rows, read: readHeads(rows, said, role, needsAmount) };
  });
  return readings.reduce((best, next) => (score(next) > score(best) ? next : best));
}

function sample(text: string, delimiter: string): string[][] {
  const options = { ...LENIENT, delimiter, to: SAMPLE_ROWS };
  try {
    return parse(text, options);
  } catch {
    return parse(text, { ...options, quote: false }); // a quote that never closes is reported by the survey
  }
}

/**
 * Recognised columns first, those with a whole title before others (where exports put a tab after every cell, the tab would leave a
 * comma before each title), then how many cells the rows have.
 */
function score({ read, rows }: CsvHead): number {
  const heads = 'faults' in read ? [] : read.heads;
  const columns = heads.flatMap((head) => head.columns.filter(({ field }) => field !== null));
  const recognised = columns.length + 1_000 * columns.filter(({ how }) => how !== 'contained').length;
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return recognised * 100_000 + Math.min(widest, 99_999);
}
