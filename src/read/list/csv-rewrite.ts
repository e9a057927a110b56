import { parse } from 'csv-parse/sync';
import { invalidFile } from '../file-fault.ts';
import { BodyWriter } from './body-writer.ts';
import { chunksOf } from './csv-bytes.ts';
import { LENIENT } from './csv-dialect.ts';
import { LONG_RECORD } from './csv-survey.ts';
import type { ListBody } from './list-source.ts';
import { type ScannedRecord, scanRecord } from './record-scan.ts';

/** No record of a list is longer; what is, is no list. */
const LONGEST_RECORD = 16 << 20;

const SPACE = 32;
const TAB = 9;

/** What a CSV file at `path` is, as `openCsv` found it; `file` is what the user called it. */
export interface CsvFile {
  readonly file: string;
  readonly path: string;
  readonly delimiter: string;
  /** Columns of the header. */
  readonly width: number;
}

/**
 * Rewrites what DuckDB might misread (stray quotes, mixed line ends, empty lines, rows too short or too long) as a numbered
 * body. The bytes of records that are in order are passed on as they are; only the others are taken apart.
 * @throws InvalidInput when a record is longer than any list's.
 */
export function rewriteCsv({ file, path, delimiter, width }: CsvFile, to: string): ListBody {
  const writer = new BodyWriter(to, width, delimiter);
  const delimiterByte = delimiter.charCodeAt(0);
  let carried = Buffer.alloc(0);
  let row = 0;
  const scan = (bytes: Buffer, last: boolean): number => {
    let at = at0(bytes, row);
    while (at < bytes.length) {
      const record = scanRecord(bytes, at, delimiterByte, width, last);
      if (!record) break;
      row += 1;
      if (record.end > at) writeRecord(writer, row, bytes, at, record, { delimiter, width });
      at = record.next;
    }
    return at;
  };
  try {
    for (const chunk of chunksOf(path)) {
      const bytes = carried.length > 0 ? Buffer.concat([carried, chunk]) : Buffer.from(chunk);
      carried = bytes.subarray(scan(bytes, false));
      if (carried.length > LONGEST_RECORD)
        throw invalidFile(file, 'csv-record-too-long', { limit: LONGEST_RECORD }, { row: row + 1 });
    }
    scan(carried, true);
    return writer.finish();
  } catch (error) {
    writer.close();
    throw error;
  }
}

/** Past the byte order mark, where the file starts with one. */
function at0(bytes: Buffer, row: number): number {
  return row === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

function writeRecord(
  writer: BodyWriter,
  row: number,
  bytes: Buffer,
  from: number,
  { end, cut, cells, odd }: ScannedRecord,
  { delimiter, width }: Pick<CsvFile, 'delimiter' | 'width'>,
): void {
  if (odd || end - from > LONG_RECORD) {
    writer.write(row, cellsOf(bytes.toString('utf8', from, end), delimiter), true);
    return;
  }
  const beyond = cells > width && !isBlank(bytes, cut, end, delimiter.charCodeAt(0));
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

function isBlank(bytes: Buffer, from: number, to: number, delimiter: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at];
    if (byte !== delimiter && byte !== SPACE && byte !== TAB) return false;
  }
  return true;
}
