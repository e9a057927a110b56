import { parse } from 'csv-parse/sync';
import { chunksOf } from '../../file/bytes.ts';
import { BodyWriter } from './body-writer.ts';
import { LENIENT } from './csv-dialect.ts';
import { LONG_RECORD } from './csv-survey.ts';
import type { ListBody, Turn } from './list-source.ts';
import { type ScannedRecord, scanRecords } from './record-scan.ts';

const SPACE = 32;
const TAB = 9;

/** What a CSV file at `path` is, as `openCsv` found it; `file` is what the user called it. */
export interface CsvFile {
  readonly file: string;
  readonly path: string;
  readonly delimiter: string;
  /** Columns of the header. */
  readonly width: number;
  /** Does a row have titles of another table? */
  readonly hasOtherTitles?: (cells: readonly string[]) => boolean;
}

/**
 * Rewrites what DuckDB might misread (stray quotes, mixed line ends, empty lines, rows too short or too long) as a numbered
 * body. The bytes of records that are in order are passed on as they are; only the others are taken apart.
 * @throws InvalidInput when a record is longer than any list's.
 */
export function rewriteCsv(csv: CsvFile, to: string, turn?: Turn): ListBody {
  const { file, path, delimiter, width } = csv;
  const writer = new BodyWriter(to, turn?.width ?? width, delimiter);
  try {
    for (const { row, bytes, from, record } of scanRecords(file, chunksOf(path), delimiter, width)) {
      if (record.end === from) continue;
      if (turn) writer.turned(row, cellsOf(bytes.toString('utf8', from, record.end), delimiter), turn, true);
      else writeRecord(writer, row, bytes, from, record, csv);
    }
    return writer.finish();
  } catch (error) {
    writer.close();
    throw error;
  }
}

function writeRecord(
  writer: BodyWriter,
  row: number,
  bytes: Buffer,
  from: number,
  { end, cut, cells, odd }: ScannedRecord,
  { delimiter, width, hasOtherTitles }: CsvFile,
): void {
  if (odd || end - from > LONG_RECORD) {
    writer.write(row, cellsOf(bytes.toString('utf8', from, end), delimiter), true);
    return;
  }
  const beyond = cells > width && !areBlank(bytes, cut, end, delimiter);
  if (beyond && hasOtherTitles?.(cellsOf(bytes.toString('utf8', from, end), delimiter))) writer.noteHead(row);
  writer.pass(row, bytes, from, cut, Math.max(0, width - cells), beyond ? 'too-many-cells' : '');
}

/** A damaged record's cells: by csv-parse, or at every delimiter where even that finds no end of a quote. */
function cellsOf(record: string, delimiter: string): string[] {
  try {
    return parse(record, { ...LENIENT, record_delimiter: ['\u0000'], delimiter })[0] ?? [];
  } catch {
    return record.split(delimiter);
  }
}

/** Says nothing in these cells anything? They are taken apart only where they are more than delimiters and blanks. */
function areBlank(bytes: Buffer, from: number, to: number, delimiter: string): boolean {
  const between = delimiter.charCodeAt(0);
  const rest = bytes.subarray(from, to);
  if (rest.every((byte) => byte === between || byte === SPACE || byte === TAB)) return true;
  return cellsOf(rest.toString('utf8'), delimiter).every((cell) => cell.trim() === '');
}
