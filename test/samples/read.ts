import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import excel from 'exceljs';
import iconv from 'iconv-lite';
import { DISTRICT_FILES } from '../../samples/generator/district-lists.ts';

export type Cell = string | number | Date;

/** The text of a list in the encoding of the given file of the district; recipients.csv is UTF-8. */
function textOf(folder: string, file: string): { text: string; delimiter: string } {
  const bytes = readFileSync(join(folder, file));
  const form = DISTRICT_FILES.find(({ entry }) => entry.file === file)?.form;
  if (!form || form === 'workbook') return { text: bytes.toString('utf8'), delimiter: ',' };
  const names = { utf8: 'utf8', 'utf8-bom': 'utf8', gbk: 'gbk', utf16: 'utf16le' };
  return { text: iconv.decode(bytes, names[form.encoding]), delimiter: form.delimiter };
}

/** All rows of a sheet, row 1 first, with '' for what is empty. */
export async function rowsOf(folder: string, file: string, sheet: string | null): Promise<Cell[][]> {
  if (sheet === null) {
    const { text, delimiter } = textOf(folder, file);
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true }) as string[][];
  }
  const book = new excel.Workbook();
  await book.xlsx.readFile(join(folder, file));
  const worksheet = book.getWorksheet(sheet);
  if (!worksheet) throw new Error(`no sheet ${sheet}`);
  const width = worksheet.columnCount;
  return Array.from({ length: worksheet.rowCount }, (_, index) =>
    Array.from({ length: width }, (_, column) => (worksheet.getRow(index + 1).getCell(column + 1).value ?? '') as Cell),
  );
}
