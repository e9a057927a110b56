import { invalidFile } from '../../file/fault.ts';
import type { Workbook } from '../../workbook/read/workbook.ts';
import type { Spill } from '../spill.ts';
import { BodyWriter } from './body-writer.ts';
import { SAMPLE_ROWS } from './csv-dialect.ts';
import { returnedForm } from './form-mark.ts';
import { headsOrFaults } from './head-faults.ts';
import type { ListHead } from './list-head.ts';
import { type ListInput, needsAmount, roleOf } from './list-input.ts';
import {
  inputOf,
  type ListBody,
  type ListSource,
  type OpenedList,
  type SkippedSheet,
  type StoredFile,
  type Turn,
} from './list-source.ts';
import { filledDown } from './merged-cells.ts';
import { hasOtherTitles, wholeHeader } from './other-titles.ts';
import { LONGEST_RECORD } from './record-scan.ts';
import { markRows, marksOf, type SheetMarks, withMarks } from './row-marks.ts';
import { saidColumns } from './said-columns.ts';
import { readHeads } from './sheet-heads.ts';
import { markUncomputed } from './uncomputed.ts';

/**
 * The lists of a workbook: the sheet that is asked for, or every visible one that has a list's header.
 * @throws InvalidInput when there is none, or one can't be understood.
 */
export async function openWorkbook(
  workbook: Workbook,
  given: ListInput,
  file: StoredFile,
  spill: Spill,
): Promise<OpenedList> {
  const form = await returnedForm(workbook);
  const input = form ? { ...given, departmentElse: form.unit, isForm: true as const } : given;
  const sources: ListSource[] = [];
  const skipped: SkippedSheet[] = [];
  const headless: { sheet: string; head: ReturnType<typeof readHeads> }[] = [];
  for (const [index, { name, hidden }] of workbook.sheets.entries()) {
    if (input.sheet !== undefined && input.sheet !== name) {
      if (!hidden && input.otherSheets?.includes(name) === false && (await isList(workbook, index, input)))
        skipped.push({ file: input.file, sheet: name, why: 'not-named' });
      continue;
    }
    if (input.sheet === undefined && input.otherSheets?.includes(name)) continue;
    if (form?.others.includes(name) && input.sheet === undefined) continue;
    if (hidden && input.sheet === undefined) {
      skipped.push({ file: input.file, sheet: name, why: 'hidden' });
      continue;
    }
    const rows = await firstRows(workbook, index);
    if (rows.length === 0 && input.sheet === undefined) continue;
    const head = readHeads(rows, saidColumns(input), input.role, needsAmount(input));
    if ('faults' in head && head.faults.every(({ code }) => code === 'list-no-header'))
      headless.push({ sheet: name, head });
    else {
      const marks = roleOf(input) === 'payouts' ? await marksOf(workbook, index) : null;
      for (const each of headsOrFaults(head, input, name)) {
        const sheet = { index, head: withMarks(each, marks), marks };
        sources.push(sheetSource(workbook, sheet, inputOf(input, each), file, spill));
      }
    }
  }
  if (sources.length === 0) {
    const [first] = headless;
    if (first) headsOrFaults(first.head, input, first.sheet);
    const sheets = workbook.sheets.map(({ name }) => name);
    if (input.sheet !== undefined && !sheets.includes(input.sheet)) {
      throw invalidFile(input.file, 'workbook-sheet-missing', { sheet: input.sheet, sheets });
    }
    throw invalidFile(input.file, 'file-empty', {});
  }
  const ofForm = workbook.sheets.filter(({ name }) => form?.others.includes(name) && name !== input.sheet);
  if (ofForm.length > 0)
    skipped.push({ file: input.file, sheet: ofForm.map(({ name }) => name).join('、'), why: 'of-form' });
  skipped.push(...headless.map(({ sheet }) => ({ file: input.file, sheet, why: 'no-header' as const })));
  return { sources, skipped, close: () => workbook.close() };
}

/** Does a sheet that nobody asked for look like a list of the same kind? */
async function isList(workbook: Workbook, index: number, input: ListInput): Promise<boolean> {
  const head = readHeads(await firstRows(workbook, index), saidColumns(input), input.role, needsAmount(input));
  return !('faults' in head);
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

/** A sheet, or people side by side or a measure on it, that is a list. */
interface MarkedSheet {
  readonly index: number;
  readonly head: ListHead;
  readonly marks: SheetMarks | null;
}

function sheetSource(
  workbook: Workbook,
  { index, head, marks }: MarkedSheet,
  input: ListInput,
  { origin, path }: StoredFile,
  spill: Spill,
): ListSource {
  return {
    input,
    origin,
    bytes: { path, delimiter: null },
    size: null,
    isCutOff: false,
    sheet: workbook.sheets[index]?.name ?? null,
    head,
    promised: null,
    survey: async () => null,
    rewrite: (turn) => writeSheet(workbook, { index, head, marks }, input.file, spill, turn),
  };
}

/** What a sheet unfolds to at most: a text that stands in a file once may be in a million cells. */
const LARGEST_BODY = 4 * 1024 ** 3;

/** Writes a sheet's rows as a numbered body; merged cells are filled down. */
async function writeSheet(
  workbook: Workbook,
  { index, head, marks }: MarkedSheet,
  file: string,
  spill: Spill,
  turn?: Turn,
): Promise<ListBody> {
  const sheet = workbook.sheets[index]?.name ?? null;
  const computed = markUncomputed(head);
  const mark = markRows(head, marks);
  const fill = filledDown(await workbook.merges(index), head);
  const header = wholeHeader(head);
  const width = head.columns.length;
  const marking =
    (row: number, cells: readonly string[], struck: readonly number[]): Turn['turn'] =>
    (...of) => {
      const given = turn?.turn(...of) ?? [];
      return typeof given === 'string' ? given : mark(row, cells, given, struck);
    };
  const writer = new BodyWriter(spill.file('.csv'), turn?.width ?? width);
  let hiddenRows = 0;
  try {
    for await (const batch of workbook.rows(index)) {
      for (const { row, cells: said, hidden, uncomputed = [], struck = [] } of batch) {
        const cells = computed(row, said, uncomputed);
        if (cells.every((cell) => cell.trim() === '')) continue;
        if (cells.some(({ length }) => length > LONGEST_RECORD)) {
          throw invalidFile(file, 'csv-record-too-long', { limit: LONGEST_RECORD }, { sheet, row });
        }
        if (turn) writer.turned(row, fill(row, cells), { ...turn, turn: marking(row, cells, struck) }, false);
        else writer.write(row, mark(row, cells, fill(row, cells), struck), false);
        if (!turn && cells.length > (head.marked ?? width) && hasOtherTitles(cells, header)) writer.noteHead(row);
        if (hidden) hiddenRows += 1;
      }
      if (writer.size > LARGEST_BODY) throw invalidFile(file, 'workbook-too-large', { limit: LARGEST_BODY }, { sheet });
    }
    return writer.finish(hiddenRows);
  } catch (error) {
    writer.close();
    throw error;
  }
}
