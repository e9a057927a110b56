import { compactCell } from '../../domain/cell-text.ts';
import { invalidFile } from '../../file/fault.ts';
import { Archive } from '../read/archive.ts';
import { readContents } from '../read/contents.ts';
import { LAST_ROW, type Workbook } from '../read/workbook.ts';
import { workbookIn } from '../read/xlsx.ts';
import { zipped } from '../zip.ts';
import { EditedParts } from './edited-parts.ts';
import { asWorkbook, calculatedOnLoad } from './form-parts.ts';
import { filledSheet } from './form-sheet.ts';

/** What a cell is filled with: a number where it is one. */
export type TableValue = string | number;

export interface TableFilling {
  /** Null for the first sheet that has the titles. */
  readonly sheet: string | null;
  /** Of the columns that are filled, as the workbook has them. */
  readonly titles: readonly string[];
  /** A value for each title. */
  readonly rows: Iterable<readonly TableValue[]>;
}

/** Titles stand near the top. */
const MOST_ROWS_ABOVE = 100;

/**
 * Somebody's workbook with rows written below the titles of its table, from the next row on; all else is passed on as it is, but for
 * macros. Columns keep their look, and formulas are calculated when it is opened.
 * @throws InvalidInput when it is no .xlsx, has no such titles, or holds something below them: examples would be taken for rows.
 */
export async function fillTable(
  path: string,
  { sheet, titles, rows }: TableFilling,
): Promise<AsyncGenerator<Uint8Array>> {
  const archive = await Archive.open(path).catch(() => {
    throw invalidFile(path, 'payment-template', { why: 'not-xlsx' });
  });
  try {
    const contents = await readContents(archive);
    const { index, row, columns } = await titlesIn(path, await workbookIn(archive), sheet, titles);
    const cells = new Map<number, ReadonlyMap<number, TableValue>>();
    let at = row;
    for (const values of rows) cells.set(++at, new Map(columns.map((column, nth) => [column, values[nth] ?? ''])));
    const filling = { asked: () => null, named: cells, shared: new Map(), isTitle: () => false, filled: () => {} };
    const parts = new EditedParts(archive);
    const { part } = contents.sheets[index] as (typeof contents.sheets)[number];
    parts.edit(part, () => filledSheet(archive, part, filling));
    parts.edit(contents.workbook, () => calculatedOnLoad(archive, contents.workbook));
    await parts.dropFrom(contents.workbook, ['vbaProject', 'calcChain'], asWorkbook);
    const all = parts.all();
    return (async function* () {
      try {
        yield* zipped(all);
      } finally {
        await archive.close();
      }
    })();
  } catch (error) {
    await archive.close();
    throw error;
  }
}

interface Titles {
  readonly index: number;
  /** The row of the titles, as a spreadsheet counts, and their columns, from 0. */
  readonly row: number;
  readonly columns: readonly number[];
}

async function titlesIn(
  path: string,
  workbook: Workbook,
  sheet: string | null,
  titles: readonly string[],
): Promise<Titles> {
  const wanted = titles.map(compactCell);
  for (const [index, { name }] of workbook.sheets.entries()) {
    if (sheet !== null && sheet !== name) continue;
    let found: Omit<Titles, 'index'> | null = null;
    for await (const batch of workbook.rows(index)) {
      for (const { row, cells } of batch) {
        if (found) {
          const { columns } = found;
          if (columns.some((column) => (cells[column] ?? '').trim() !== ''))
            throw invalidFile(path, 'payment-template', { why: 'not-empty', row }, { sheet: name, row });
          continue;
        }
        const own = cells.map(compactCell);
        const columns = wanted.map((title) => own.indexOf(title));
        if (columns.every((column) => column >= 0)) found = { row, columns };
      }
      if (!found && (batch.at(-1)?.row ?? LAST_ROW) > MOST_ROWS_ABOVE) break;
    }
    if (found) return { index, ...found };
  }
  throw invalidFile(path, 'payment-template', { why: 'no-header', titles });
}
