import { parse } from 'csv-parse/sync';
import { columnLetters } from '../../domain/column-letters.ts';
import type { Piece } from './piece.ts';

const DELIMITERS = [',', '\t', ';', '|'] as const;

/** A text file's lines; of a table the cells, by the rows that a spreadsheet shows. */
export function plainTexts(text: string): Piece[] {
  const delimiter = delimiterOf(text);
  const lines = (): Piece[] =>
    text.split(/\r\n|\r|\n|\f/).map((line, index) => ({
      text: line,
      origin: 'written',
      place: { kind: 'line', part: '', at: String(index + 1) },
    }));
  if (delimiter === null) return lines();
  const records = recordsOf(text, delimiter);
  if (!records) return lines();
  return records.map((cells, row) => ({
    table: '',
    cells: cells.map((cell, column) => ({
      text: cell,
      isNumber: false,
      place: { kind: 'cell', part: '', at: columnLetters(column) + (row + 1) },
    })),
  }));
}

function recordsOf(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, { delimiter, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false });
  } catch {
    return null; // a quote that nobody closes: then by lines
  }
}

/** What stands in most lines and parts them, of the first hundred. */
function delimiterOf(text: string): string | null {
  const lines = text
    .slice(0, 200_000)
    .split(/\r\n|\r|\n/, 100)
    .filter((line) => line.trim() !== '');
  const found = DELIMITERS.map((delimiter) => ({
    delimiter,
    lines: lines.filter((line) => line.includes(delimiter)).length,
  })).toSorted((one, other) => other.lines - one.lines)[0];
  return found && found.lines * 2 > lines.length ? found.delimiter : null;
}
