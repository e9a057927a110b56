import type { ListField } from '../../domain/list-field.ts';
import { invalidFile } from '../file-fault.ts';
import type { Spill } from '../spill.ts';
import type { Merge, Workbook } from '../workbook/workbook.ts';
import { BodyWriter } from './body-writer.ts';
import { SAMPLE_ROWS } from './csv-dialect.ts';
import { headOrFaults } from './head-faults.ts';
import { type ListHead, readHead } from './list-head.ts';
import {
  type ListBody,
  type ListInput,
  type ListSource,
  needsAmount,
  type OpenedList,
  type SkippedSheet,
  type StoredFile,
  type Turn,
} from './list-source.ts';
import { hasOtherTitles } from './other-titles.ts';
import { saidColumns } from './said-columns.ts';

/**
 * The lists of a workbook: the sheet that is asked for, or every visible one that has a list's header.
 * @throws InvalidInput when there is none, or one can't be understood.
 */
export async function openWorkbook(
  workbook: Workbook,
  input: ListInput,
  file: StoredFile,
  spill: Spill,
): Promise<OpenedList> {
  const sources: ListSource[] = [];
  const skipped: SkippedSheet[] = [];
  const headless: { sheet: string; head: ReturnType<typeof readHead> }[] = [];
  for (const [index, { name, hidden }] of workbook.sheets.entries()) {
    if (input.sheet !== undefined && input.sheet !== name) continue;
    if (hidden && input.sheet === undefined) {
      skipped.push({ file: input.file, sheet: name, why: 'hidden' });
      continue;
    }
    const rows = await firstRows(workbook, index);
    if (rows.length === 0 && input.sheet === undefined) continue;
    const head = readHead(rows, saidColumns(input), input.role, needsAmount(input));
    if ('faults' in head && head.faults.every(({ code }) => code === 'list-no-header'))
      headless.push({ sheet: name, head });
    else sources.push(sheetSource(workbook, index, input, file, headOrFaults(head, input, name), spill));
  }
  if (sources.length === 0) {
    const [first] = headless;
    if (first) headOrFaults(first.head, input, first.sheet);
    const sheets = workbook.sheets.map(({ name }) => name);
    if (input.sheet !== undefined && !sheets.includes(input.sheet)) {
      throw invalidFile(input.file, 'workbook-sheet-missing', { sheet: input.sheet, sheets });
    }
    throw invalidFile(input.file, 'file-empty', {});
  }
  skipped.push(...headless.map(({ sheet }) => ({ file: input.file, sheet, why: 'no-header' as const })));
  return { sources, skipped, close: () => workbook.close() };
}

async function firstRows(workbook: Workbook, sheet: number): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const batch of workbook.rows(sheet)) {
    for (const { row, cells } of batch) {
      if (row > SAMPLE_ROWS) return rows;
      while (rows.length < row - 1) rows.push([]);
      rows.push([...cells]);
    }
    if (rows.length >= SAMPLE_ROWS) break;
  }
  return rows;
}

function sheetSource(
  workbook: Workbook,
  index: number,
  input: ListInput,
  { origin, path }: StoredFile,
  head: ListHead,
  spill: Spill,
): ListSource {
  return {
    input,
    origin,
    bytes: { path, delimiter: null },
    sheet: workbook.sheets[index]?.name ?? null,
    head,
    promised: null,
    survey: async () => null,
    rewrite: (turn) => writeSheet(workbook, index, head, spill, turn),
  };
}

/** Writes a sheet's rows as a numbered body; merged cells are filled down. */
async function writeSheet(
  workbook: Workbook,
  index: number,
  head: ListHead,
  spill: Spill,
  turn?: Turn,
): Promise<ListBody> {
  const fill = fillDown(await workbook.merges(index), head);
  const width = head.columns.length;
  const writer = new BodyWriter(spill.file('.csv'), turn?.width ?? width);
  let hiddenRows = 0;
  try {
    for await (const batch of workbook.rows(index)) {
      for (const { row, cells, hidden } of batch) {
        if (cells.every((cell) => cell.trim() === '')) continue;
        if (turn) writer.turned(row, fill(row, cells), turn);
        else writer.write(row, fill(row, cells), false);
        if (!turn && cells.length > width && hasOtherTitles(cells, head)) writer.noteHead(row);
        if (hidden) hiddenRows += 1;
      }
    }
    return writer.finish(hiddenRows);
  } catch (error) {
    writer.close();
    throw error;
  }
}

/** What a merged cell says holds for all its rows where it is about the group; an amount is paid once, never filled down. */
export const FILLED_DOWN: readonly ListField[] = [
  'department',
  'measure',
  'subdistrict',
  'committee',
  'household_id',
  'household_size',
  'head',
  'head_id',
];

/** Gives each row, one after another, the text of the merged cells that reach down to it. */
function fillDown(
  merges: readonly Merge[],
  head: ListHead,
): (row: number, cells: readonly string[]) => readonly string[] {
  const columns = head.columns.flatMap(({ index, field }) => {
    if (field === null || !FILLED_DOWN.includes(field)) return [];
    const ranges = merges
      .filter(({ left, top, bottom }) => left === index && bottom > top)
      .sort((a, b) => a.top - b.top);
    return ranges.length > 0 ? [{ index, ranges, next: 0, text: '' }] : [];
  });
  if (columns.length === 0) return (_, cells) => cells;
  return (row, cells) => {
    const filled = [...cells];
    for (const column of columns) {
      while ((column.ranges[column.next]?.bottom ?? Number.POSITIVE_INFINITY) < row) column.next += 1;
      const range = column.ranges[column.next];
      if (!range || row < range.top) continue;
      if (row === range.top) column.text = cells[column.index] ?? '';
      while (filled.length <= column.index) filled.push('');
      filled[column.index] = column.text;
    }
    return filled;
  };
}
