import { type Options, parse } from 'csv-parse/sync';
import type { ListRole } from '../../domain/list-role.ts';
import { type HeadFault, type ListHead, readHead } from './list-head.ts';
import type { SaidColumns } from './said-columns.ts';

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
  readonly head: ListHead | { readonly faults: readonly HeadFault[] };
}

/** Reads a file's first rows with each delimiter: the one whose header is understood best is meant. */
export function readCsvHead(text: string, said: SaidColumns, role?: ListRole, needsAmount?: boolean): CsvHead {
  const candidates = DELIMITERS.filter((delimiter) => delimiter === ',' || text.includes(delimiter));
  const readings = candidates.map((delimiter): CsvHead => {
    const rows = sample(text, delimiter);
    return { delimiter, rows, head: readHead(rows, said, role, needsAmount) };
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

/** Recognised columns first, then how many cells the rows have. */
function score({ head, rows }: CsvHead): number {
  const recognised = 'faults' in head ? 0 : head.columns.filter(({ field }) => field !== null).length;
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return recognised * 100_000 + Math.min(widest, 99_999);
}
