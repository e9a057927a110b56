import { readObjection } from '../../domain/row/payout-remark.ts';
import { STRUCK_THROUGH } from '../../domain/row/payout-state.ts';
import type { CellNote, Workbook } from '../../workbook/read/workbook.ts';
import { collected } from './head-columns.ts';
import type { ListHead } from './list-head.ts';
import { isPayout } from './uncomputed.ts';

/** What a workbook shows of rows beside their cells: comments that speak against one, by its row, and whether rows may be struck through. */
export interface SheetMarks {
  readonly notes: ReadonlyMap<number, readonly CellNote[]>;
  readonly mayStrike: boolean;
}

/** The row's cells with what is marked on it, in a column of its own. */
type Mark = (
  row: number,
  cells: readonly string[],
  given: readonly string[],
  struck: readonly number[],
) => readonly string[];

/** The marks of a sheet; null where it has none, or none that would matter. */
export async function marksOf(workbook: Workbook, sheet: number): Promise<SheetMarks | null> {
  const mayStrike = (await workbook.mayStrike?.()) ?? false;
  const against = ((await workbook.notes?.(sheet)) ?? []).filter(({ text }) => readObjection(text) !== null);
  if (against.length === 0 && !mayStrike) return null;
  const notes = new Map<number, CellNote[]>();
  for (const note of against) notes.set(note.row, [...(notes.get(note.row) ?? []), note]);
  return { notes, mayStrike };
}

/** The head with a column of states, without a title, for what is marked on a row. */
export function withMarks(head: ListHead, marks: SheetMarks | null): ListHead {
  if (marks === null) return head;
  const index = head.columns.length;
  const columns = [...head.columns, { index, title: '', field: 'state', how: 'given' } as const];
  const part = head.part && { ...head.part, columns: new Set([...head.part.columns, index]) };
  return {
    ...head,
    columns,
    joined: new Map([...head.joined, ...collected(columns)]),
    ...(part && { part }),
    marked: index,
  };
}

/** `cells` are the row's own, `given` those to be marked, which may be turned. */
export function markRows(head: ListHead, marks: SheetMarks | null): Mark {
  const { marked, columns, part } = head;
  if (marked === undefined || marks === null) return (_, _cells, given) => given;
  const isOwn = (index: number) => part?.columns.has(index) ?? true;
  const ofPerson = columns.filter(({ field }) => field === 'name' || field === 'id_number').map(({ index }) => index);
  const isPaid = isPayout(head);
  const markOf = (row: number, cells: readonly string[], struck: readonly number[]): string => {
    const isStruck = struck.length > 0 && ofPerson.some((index) => struck.includes(index));
    const note = marks.notes.get(row)?.find(({ column }) => isOwn(column))?.text ?? '';
    const mark = isStruck ? STRUCK_THROUGH : note;
    return mark === '' || isPaid(row, cells) ? mark : '';
  };
  return (row, cells, given, struck) => {
    const mark = markOf(row, cells, struck);
    if (mark === '' && !given[marked]) return given;
    return Array.from({ length: Math.max(given.length, marked + 1) }, (_, index) =>
      index === marked ? mark : (given[index] ?? ''),
    );
  };
}
